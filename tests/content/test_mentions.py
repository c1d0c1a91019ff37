"""Every name leads somewhere, nothing needs itself, everybody is asked something."""

import pytest

from readiness.content.mentions import PLACEHOLDERS
from readiness.scoring.xray import CHECKS
from readiness.stress import weak_points
from tests.content.broken import Copy

HEAD = "questionnaire.yaml"
# File, old, new, message, cure; the problem stands in the line of the new text.
CASES = {
    "question of a guide": (
        HEAD,
        "order: [OPM-6, QMS, ANR, PRC, CTL, OPM]",
        "order: [OPM-9, QMS, ANR, PRC, CTL, OPM]",
        "there is no question or dimension 'OPM-9'",
        "Did you mean 'OPM-6'?",
    ),
    "function of a guide": (
        HEAD,
        "    - function: RA",
        "    - function: RO",
        "there is no function 'RO'",
        "Possible here: EXEC, IT, MFG, MSAT, QA, QC, RA, SC.",
    ),
    "function of a part of the guide": (
        HEAD,
        '        RA:\n          - "Who speaks',
        '        RO:\n          - "Who speaks',
        "there is no function 'RO'",
        "Possible here: EXEC, IT, MFG, MSAT, QA, QC, RA, SC.",
    ),
    "prerequisite": (
        "dimensions/OPM.yaml",
        "prerequisites: [QMS-4]",
        "prerequisites: [QMS-44]",
        "there is no capability 'QMS-44'",
        "Did you mean 'QMS-4'?",
    ),
    "function": (
        "dimensions/OPM.yaml",
        "functions: [EXEC, MSAT, SC]",
        "functions: [EXEC, MSTA, SC]",
        "there is no function 'MSTA'",
        "Did you mean 'MSAT'?",
    ),
    "function of the effort": (
        "dimensions/OPM.yaml",
        "effort: {EXEC: 6}",
        "effort: {EXCE: 6}",
        "there is no function 'EXCE'",
        "Did you mean 'EXEC'?",
    ),
    "target profile": (
        "dimensions/OPM.yaml",
        "profile: G",
        "profile: Q",
        "there is no target profile 'Q'",
        "Possible here: F, G, N, S, X.",
    ),
    "reference": (
        "dimensions/OPM.yaml",
        '"ICH Q12"',
        '"ICH Q112"',
        "there is no reference 'ICH Q112'",
        "Did you mean 'ICH Q12'?",
    ),
    "capability of a metric": (
        "metrics/heroics.yaml",
        "capabilities: [PPL-1]",
        "capabilities: [PLP-1]",
        "there is no capability 'PLP-1'",
        "Did you mean 'PPL-1'?",
    ),
    "stream of a metric": (
        "metrics/heroics.yaml",
        "    stream: heroics",
        "    stream: heroic",
        "there is no stream in this file 'heroic'",
        "Did you mean 'heroics'?",
    ),
    "table": (
        "metrics/heroics.yaml",
        "interventions.at",
        "intervention.at",
        "there is no evidence table 'intervention'",
        "Did you mean 'interventions'?",
    ),
    "column": (
        "metrics/deviations.yaml",
        "deviations.batch",
        "deviations.bacth",
        "the table 'deviations' has no column 'bacth'",
        "Did you mean 'batch'?",
    ),
    "one of two columns": (
        "metrics/deviations.yaml",
        "original_due|due",
        "original_due|dew",
        "the table 'deviations' has no column 'dew'",
        "Did you mean 'due'?",
    ),
    "metric of an index": (
        "metrics/heroics.yaml",
        "index_metrics: [H1, H2,",
        "index_metrics: [H1, H22,",
        "there is no metric 'H22'",
        "Did you mean 'H2'?",
    ),
    "metric of the short form": (
        HEAD,
        "H3, H6]",
        "H3, H9]",
        "there is no metric 'H9'",
        "Name one of the 33 that exist.",
    ),
    "capability of a wave": (
        HEAD,
        "capabilities: [CTL-1, CTL-2]",
        "capabilities: [CTL-1, CTR-2]",
        "there is no capability 'CTR-2'",
        "Did you mean 'CTL-2'?",
    ),
    "capability in two waves": (
        HEAD,
        "capabilities: [MAT-1, MAT-2, MAT-3]",
        "capabilities: [MAT-1, MAT-2, MAT-3, CTL-1]",
        "CTL-1 stands in the wave 'Visibility' already",
        "Leave it in one wave.",
    ),
    "incident": (
        HEAD,
        "    custody_gap: [COI-2]",
        "    custody_gaps: [COI-2]",
        "there is no incident 'custody_gaps'",
        "Did you mean 'custody_gap'?",
    ),
    "capability of an incident": (
        HEAD,
        "    custody_gap: [COI-2]",
        "    custody_gap: [COI-9]",
        "there is no capability 'COI-9'",
        "Did you mean 'COI-5'?",
    ),
    "capability of a critical fail": (
        HEAD,
        "critical_fail_capability: PPL-4",
        "critical_fail_capability: PPL4",
        "there is no capability 'PPL4'",
        "Did you mean 'PPL-4'?",
    ),
    "capability of a rule": (
        "xray.yaml",
        "others: [DIG-2, DIG-4]",
        "others: [DIG-2, DIG4]",
        "there is no capability 'DIG4'",
        "Did you mean 'DIG-4'?",
    ),
    "word to fill": (
        "xray.yaml",
        "executives say {level}",
        "executives say {leevl}",
        "nothing can be filled in for {leevl}",
        "Possible: {capability}, {level}, {other}.",
    ),
    "open brace": (
        "xray.yaml",
        "executives say {level}",
        "executives say {level",
        "a brace of the text is not closed",
        "Write {name}.",
    ),
    "a function without questions": (
        HEAD,
        "  - {code: MFG,",
        '  - {code: PV, name: "Pharmacovigilance"}\n  - {code: MFG,',
        "no question is put to PV",
        "Add it to the functions of a capability, or take it out here.",
    ),
    "a question to nobody": (
        "dimensions/OPM.yaml",
        "functions: [EXEC, MSAT, SC]",
        "functions: []",
        "OPM-1 asks nobody",
        "Name at least one function; nobody would be asked.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_told_with_line_and_cure(copy: Copy, case: str) -> None:
    file, old, new, message, advice = CASES[case]
    problems = copy.after(file, old, new)
    [problem] = [p for p in problems if p.message == message]
    assert problem.file.endswith(file)
    assert problem.row == copy.line(file, new)
    # The nearest name may be one of several equally near ones.
    assert problem.advice == advice or advice.startswith("Did you mean 'COI-")
    if case != "incident":  # a renamed rule also leaves nothing else behind
        assert len(problems) == 1


def test_a_cycle_is_named_from_end_to_end(copy: Copy) -> None:
    # DOC-1 needs QMS-4 already; QMS-4 gets DOC-2, and DOC-2 gets DOC-1.
    copy.edit(
        "dimensions/QMS.yaml",
        '    action:\n      text: "Introduce three tiers',
        '    prerequisites: [DOC-2]\n    action:\n      text: "Introduce three tiers',
    )
    problems = copy.after(
        "dimensions/DOC.yaml",
        '    action:\n      text: "Start a tally',
        '    prerequisites: [DOC-1]\n    action:\n      text: "Start a tally',
    )
    [problem] = problems
    chain = problem.message.removeprefix("prerequisites form a cycle: ").split(" needs ")
    assert set(chain) == {"DOC-1", "DOC-2", "QMS-4"}
    assert chain[0] == chain[-1]
    assert len(chain) == 4
    assert problem.row is not None
    assert problem.advice.startswith("Take one of these prerequisites out")


def test_a_capability_that_needs_itself(copy: Copy) -> None:
    [problem] = copy.after(
        "dimensions/OPM.yaml", "prerequisites: [QMS-4]", "prerequisites: [OPM-2]"
    )
    assert problem.message == "prerequisites form a cycle: OPM-2 needs OPM-2"
    assert problem.row == copy.line("dimensions/OPM.yaml", "prerequisites: [OPM-2]")


def test_an_unreadable_file_makes_no_false_errors(copy: Copy) -> None:
    [problem] = copy.after("dimensions/QMS.yaml", "capabilities:", "capabilities: [")
    assert problem.message.startswith("this is no YAML")
    copy.edit("dimensions/QMS.yaml", "capabilities: [", "capabilities:")
    (copy.folder / "references.yaml").write_text("", encoding="utf-8")
    [problem] = copy.problems()
    assert problem.message == "the file is empty"


def test_every_consistency_check_says_what_it_can_fill_in() -> None:
    assert set(PLACEHOLDERS) == set(CHECKS) | set(weak_points.CHECKS)
