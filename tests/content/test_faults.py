"""What the models refuse, with file, line and cure."""

from collections.abc import Callable

import pytest

from readiness.content.faults import nearest
from readiness.domain.errors import Problem
from tests.content.broken import Copy

One = Callable[[str, str, str], Problem]

PRC = "dimensions/PRC.yaml"
HEAD = "questionnaire.yaml"
CASES = {
    "unknown key": (
        PRC,
        "    gate: true\n",
        "    gaet: true\n",
        "gaet: true",
        "unknown key 'gaet'",
        "Did you mean 'gate'?",
    ),
    "unknown key far from any": (
        PRC,
        "      owner: ",
        "      whom: ",
        None,
        "unknown key 'whom'",
        "Possible here: cost_band, effort, elapsed_weeks, owner, reopens_comparability, text.",
    ),
    "an anchor missing": (
        PRC,
        '      - "Limits come',
        '      # - "Limits come',
        "    anchors:",
        "'anchors' holds 4 entries, 5 are needed",
        "Write one for each place, in order; none may be left out.",
    ),
    "an anchor too many": (
        PRC,
        '      - "Limits come',
        '      - "One more."\n      - "Limits come',
        "    anchors:",
        "'anchors' holds more than 5 entries",
        "Take the surplus ones out.",
    ),
    "a cut point missing": (
        "metrics/deviations.yaml",
        "cuts: [8, 4, 2, 0.8]",
        "cuts: [8, 4, 2]",
        "cuts: [8, 4, 2]",
        "'cuts' holds 3 entries, 4 are needed",
        "Write one for each place, in order; none may be left out.",
    ),
    "a key missing": (
        HEAD,
        'version: "2026.1"\n',
        "",
        "# yaml",
        "'version' is missing",
        "Add 'version' here.",
    ),
    "an unknown modality": (
        PRC,
        "[autologous, allogeneic, in_vivo]",
        "[autologous, allogenic]",
        "[autologous, allogenic]",
        "unknown value 'allogenic' of 'modalities', entry 2",
        "Did you mean 'allogeneic'?",
    ),
    "an unknown stage as a key": (
        HEAD,
        "by_stage:\n    phase_1:",
        "by_stage:\n    phase1:",
        "phase1",
        "unknown key 'phase1' of 'texts.by_stage'",
        "Did you mean 'phase_1'?",
    ),
    "a rating off the scale": (
        PRC,
        "P: {value: 4",
        "P: {value: 6",
        "P: {value: 6",
        "unknown value 6 of 'P.value'",
        "Possible here: 1, 2, 3, 4, 5.",
    ),
    "a number where a text belongs": (
        HEAD,
        'version: "2026.1"',
        "version: 2026.1",
        "version:",
        "'version' is 2026.1",
        'Put quotation marks around it: "2026.1".',
    ),
    "a text where a number belongs": (
        PRC,
        "elapsed_weeks: 20",
        "elapsed_weeks: long",
        "elapsed_weeks: long",
        "'action.elapsed_weeks' is 'long'",
        "Correct the value in this line.",
    ),
    "no number at all": (
        HEAD,
        "index: 2.50",
        "index: high",
        "index: high",
        "'index': a number was expected, not 'high'",
        "Correct the value in this line.",
    ),
    "a value left empty": (
        PRC,
        '    evidence: "Risk assessment that links',
        '    evidence: # "Risk assessment that links',
        "    evidence: #",
        "'evidence' is empty",
        "Correct the value in this line.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_one_error_one_problem(copy: Copy, case: str) -> None:
    file, old, new, at, message, advice = CASES[case]
    problems = copy.after(file, old, new)
    [problem] = [p for p in problems if p.message.startswith(message)]
    assert problem.file.endswith(file)
    assert problem.row == copy.line(file, at or new)
    assert problem.advice == advice
    # What is broken is told once; only a key that got lost makes a second problem.
    assert len(problems) == (2 if case.startswith("unknown key far") else 1)


def test_a_broken_entry_makes_no_false_errors_and_hides_none(copy: Copy) -> None:
    copy.edit(PRC, "    gate: true\n", "    gaet: true\n")  # PRC-1, which others need
    copy.edit(PRC, "prerequisites: [PRC-1, DOC-1]", "prerequisites: [PRC-1, DOC-9]")
    copy.edit("dimensions/QMS.yaml", "functions: [QA, MFG]", "functions: [QA, MGF]")
    found = [(p.file.rpartition("/")[2], p.message) for p in copy.problems()]
    assert found == [
        ("PRC.yaml", "unknown key 'gaet'"),
        ("PRC.yaml", "there is no capability 'DOC-9'"),
        ("QMS.yaml", "there is no function 'MGF'"),
    ]


def test_the_wrong_kind_of_file(copy: Copy) -> None:
    (copy.folder / "hybrid.yaml").write_text("- a\n- b\n", encoding="utf-8")
    [problem] = copy.problems()
    assert (problem.row, problem.message) == (1, "the file is ['a', 'b']")
    assert problem.expected == "keys with values"


def test_nearest() -> None:
    assert nearest("MFQ", ["MFG", "QA"]) == "Did you mean 'MFG'?"
    assert nearest("zzz", ["MFG", "QA"]) == "Possible here: MFG, QA."
    assert nearest("zzz", [str(n) for n in range(21)]) == ""
