"""Ids stand once, files are where the head says, lists are whole."""

import pytest

from tests.content.broken import Copy

HEAD = "questionnaire.yaml"
# File, old, new, where the problem stands, message, cure.
CASES = {
    "capability": (
        "dimensions/COI.yaml",
        "  - id: COI-5",
        "  - id: COI-4",
        None,
        "the capability 'COI-4' stands a second time",
        "Give it an id of its own; the first is in dimensions/COI.yaml.",
    ),
    "metric": (
        "metrics/heroics.yaml",
        "  - id: H8",
        "  - id: D9",
        "  - id: D9",
        "the metric 'D9' stands a second time",
        "Give it an id of its own; the first is in metrics/deviations.yaml.",
    ),
    "reference": (
        "references.yaml",
        '{id: "ICH Q14"',
        '{id: "ICH Q12"',
        '{id: "ICH Q12", text: "ICH Q14',
        "the reference 'ICH Q12' stands a second time",
        "Give it an id of its own; the first is in references.yaml.",
    ),
    "rule": (
        "xray.yaml",
        "id: XR-OLD",
        "id: XR-AI",
        None,
        "the rule 'XR-AI' stands a second time",
        "Give it an id of its own; the first is in xray.yaml.",
    ),
    "function": (
        HEAD,
        "{code: IT,",
        "{code: RA,",
        '{code: RA, name: "IT',
        "the function 'RA' stands a second time",
        "Give it an id of its own; the first is in questionnaire.yaml.",
    ),
    "item": (
        "drills.yaml",
        "{n: 2,",
        "{n: 1,",
        '{n: 1, text: "Present',
        "the item '1' stands a second time",
        "Give it an id of its own; the first is in drills.yaml.",
    ),
    "flag": (
        "hybrid.yaml",
        "id: F8",
        "id: F7",
        None,
        "the flag 'F7' stands a second time",
        "Give it an id of its own; the first is in hybrid.yaml.",
    ),
    "alias": (
        HEAD,
        '"Quality unit"',
        '"production"',
        '"production"',
        "'production' means MFG already",
        "Leave it with one of the two functions.",
    ),
    "no such file": (
        HEAD,
        "[OPM, PRC, ",
        "[OPM, PRC, XYZ, ",
        "dimension_order",
        "XYZ has no file",
        "Write dimensions/XYZ.yaml, or take XYZ out of dimension_order.",
    ),
    "twice in order": (
        HEAD,
        "[OPM, PRC, ",
        "[OPM, PRC, PRC, ",
        "dimension_order",
        "PRC stands twice in dimension_order",
        "Take one out.",
    ),
    "file not in order": (
        HEAD,
        ", scheduling, heroics]",
        ", heroics]",
        None,
        "stream_order does not name this file",
        "Add scheduling to stream_order in questionnaire.yaml, or remove the file.",
    ),
    "id and file differ": (
        "dimensions/CTL.yaml",
        "id: CTL\n",
        "id: CTR\n",
        "id: CTR\n",
        "the id CTR differs from the file's name",
        "Write CTL, or rename the file to CTR.yaml.",
    ),
    "no target for a stage": (
        HEAD,
        "{phase_1: 3, phase_2: 3, pivotal: 4, launch: 4, scale: 5}",
        "{phase_1: 3, phase_2: 3, launch: 4, scale: 5}",
        "    targets:",
        "'targets' lacks pivotal",
        "Add pivotal.",
    ),
    "no text for a modality": (
        HEAD,
        "    in_vivo: ",
        "    # in_vivo: ",
        "  by_modality:",
        "'by_modality' lacks in_vivo",
        "Add in_vivo.",
    ),
    "no lock-in": (
        "dimensions/CTL.yaml",
        "      L: {value: 2",
        "      # L: {value: 2",
        "    ratings:",
        "'ratings' lacks L",
        "Add L.",
    ),
    "no step to a level": (
        HEAD,
        "    - {level: 2, index: 1.75",
        "    # - {level: 2, index: 1.75",
        "  steps:",
        "'steps' lacks 2",
        "Add 2.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_told_with_line_and_cure(copy: Copy, case: str) -> None:
    file, old, new, at, message, advice = CASES[case]
    problems = copy.after(file, old, new)
    [problem] = [p for p in problems if p.message == message]
    assert problem.advice == advice
    if case == "file not in order":
        assert (problem.file.endswith("metrics/scheduling.yaml"), problem.row) == (True, 1)
        return
    assert problem.file.endswith(file)
    if at is None:  # the second of two equal lines
        text = (copy.folder / file).read_text(encoding="utf-8")
        at_line = text[: text.rindex(new)].count("\n") + 1
        assert problem.row == at_line
    else:
        assert problem.row == copy.line(file, at)


def test_modality_words_are_whole(copy: Copy) -> None:
    [problem] = copy.after("questionnaire.yaml", 'units: "patients", ', "")
    assert problem.message == "'words' lacks units"
