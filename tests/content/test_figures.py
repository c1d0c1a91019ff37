"""Figures that must fit together."""

import pytest

from tests.content.broken import Copy

HEAD = "questionnaire.yaml"
ELEVEN = (
    '{n: 10, text: "x", owner: "x", minutes: 9}\n'
    '      - {n: 11, text: "y", owner: "y", minutes: 9}\n'
)
# File, old, new, message, cure; the problem stands in the line of the new text.
CASES = {
    "weights": (
        HEAD,
        "weights: {P: 0.45,",
        "weights: {P: 0.50,",
        "the weights add up to 1.05",
        "Change them until they add up to 1.",
    ),
    "a target that falls": (
        HEAD,
        "targets: {phase_1: 2, phase_2: 3, pivotal: 3, launch: 4, scale: 5}",
        "targets: {phase_1: 2, phase_2: 3, pivotal: 5, launch: 4, scale: 5}",
        "the target of F falls from 5 at pivotal to 4 at launch",
        "Write 5 or more: what was reached must not be given up.",
    ),
    "an index that does not rise": (
        HEAD,
        "{level: 3, index: 2.50,",
        "{level: 3, index: 1.75,",
        "the index of level 3 is not above that of level 2",
        "Write more than 1.75.",
    ),
    "steps out of order": (
        HEAD,
        "    - {level: 2, index: 1.75, gates_share: 0.80}\n    - {level: 3, index: 2.50,",
        "    - {level: 3, index: 1.75, gates_share: 0.80}\n    - {level: 2, index: 2.50,",
        "level 2 stands after level 3",
        "Put the steps in rising order.",
    ),
    "drill points that fall": (
        HEAD,
        "drill_points: 85",
        "drill_points: 60",
        "drill_points of level 5 is below that of level 4",
        "Write 70 or more.",
    ),
    "proof that falls": (
        HEAD,
        "drill_points: 85, flags_fewer_than: 3, proof_share: 0.80",
        "drill_points: 85, flags_fewer_than: 3, proof_share: 0.70",
        "proof_share of level 5 is below that of level 4",
        "Write 0.8 or more.",
    ),
    "bands out of order": (
        HEAD,
        "bands: {act_now: 40, next: 20, plan: 10}",
        "bands: {act_now: 40, next: 50, plan: 10}",
        "next is above act_now",
        "act_now must be the higher of the two.",
    ),
    "ceilings out of order": (
        HEAD,
        "ceilings: {statement: 2, document: 4, record: 5}",
        "ceilings: {statement: 5, document: 4, record: 5}",
        "statement is above document",
        "document must be the higher of the two.",
    ),
    "coverage": (
        HEAD,
        "coverage_provisional: 0.60",
        "coverage_provisional: 0.90",
        "coverage_provisional is above coverage_full",
        "The limit for no verdict must be the lower of the two.",
    ),
    "intervals": (
        HEAD,
        "steering: 0.80",
        "steering: 0.95",
        "the interval that decides is not narrower than that of the appendix",
        "Write the lower coverage under steering.",
    ),
    "a share in percent": (
        HEAD,
        "detection_ratio: 0.8",
        "detection_ratio: 80",
        "detection_ratio is 80",
        "Write a share from 0 to 1: 80 percent is 0.80.",
    ),
    "cut points that rise": (
        "metrics/deviations.yaml",
        "cuts: [8, 4, 2, 0.8]",
        "cuts: [8, 9, 2, 0.8]",
        "cut points of D1 rise from 8 to 9",
        "With direction high they must fall from level 1 upwards; check the direction, too.",
    ),
    "cut points that fall": (
        "metrics/deviations.yaml",
        "cuts: [50, 70, 85, 95]",
        "cuts: [50, 70, 65, 95]",
        "cut points of D4 fall from 70 to 65",
        "With direction low they must rise from level 1 upwards; check the direction, too.",
    ),
    "a factor of 0": (
        "metrics/batch_records.yaml",
        "    factor: 10\n",
        "    factor: 0\n",
        "the factor is 0",
        "Write a figure above 0.",
    ),
    "a cut factor below 0": (
        "metrics/batch_records.yaml",
        "{allogeneic: 3,",
        "{allogeneic: -3,",
        "the cut factor of allogeneic is -3",
        "Write a figure above 0.",
    ),
    "an action without effort": (
        "dimensions/OPM.yaml",
        "effort: {EXEC: 6}",
        "effort: {EXEC: 0}",
        "the action of OPM-1 takes no effort",
        "Write person-weeks above 0.",
    ),
    "an action with negative effort": (
        "dimensions/OPM.yaml",
        "effort: {EXEC: 6}",
        "effort: {EXEC: 6, QA: -1}",
        "the effort of QA is negative",
        "Write 0 or more.",
    ),
    "an action without time": (
        "dimensions/OPM.yaml",
        "elapsed_weeks: 8",
        "elapsed_weeks: 0",
        "the action of OPM-1 takes no time",
        "Write calendar weeks above 0.",
    ),
    "bands of the drill": (
        "drills.yaml",
        "{minimum: 70,",
        "{minimum: 90,",
        "the band from 90 stands below the band from 85",
        "Put the bands in falling order.",
    ),
    "no lowest band": (
        "drills.yaml",
        '  - {minimum: 0, name: "survival"}\n',
        "",
        "no band begins below 30 points",
        "Let the last band begin at 0.",
    ),
    "block of the items": (
        "drills.yaml",
        "timed_block: B",
        "timed_block: X",
        "there is no block 'X'",
        "Name one of the blocks.",
    ),
    "points of the blocks": (
        "drills.yaml",
        '{id: F, name: "Closure", points: 5}',
        '{id: F, name: "Closure", points: 6}',
        "the blocks add up to 101 points",
        "Change them until they add up to 100.",
    ),
    "points of the items": (
        "drills.yaml",
        '{n: 10, text: "Spending authority for buying now", owner: "Executive", minutes: 30}\n',
        ELEVEN,
        "the items of demand_doubled give 33 points at best, their block 30",
        "Change the items or the points of the block.",
    ),
}
AT = {
    "steps out of order": "{level: 2, index: 2.50",
    "no lowest band": "bands:\n",
    "points of the blocks": "blocks:\n",
    "points of the items": "    items:",
}


@pytest.mark.parametrize("case", CASES)
def test_told_with_line_and_cure(copy: Copy, case: str) -> None:
    file, old, new, message, advice = CASES[case]
    problems = copy.after(file, old, new)
    [problem] = [p for p in problems if p.message == message]
    assert problem.advice == advice
    assert problem.file.endswith(file)
    assert problem.row == copy.line(file, AT.get(case, new))


def test_a_negative_weight(copy: Copy) -> None:
    problems = copy.after("questionnaire.yaml", "{P: 0.45, R: 0.30,", "{P: 0.95, R: -0.20,")
    assert [p.message for p in problems] == ["the weight of R is negative"]


def test_equal_cut_points_are_no_inversion(copy: Copy) -> None:
    assert not copy.after("metrics/deviations.yaml", "cuts: [8, 4, 2, 0.8]", "cuts: [8, 4, 4, 4]")
