"""What must fit together in the hour of a drill is refused with its line and its cure."""

import pytest

from tests.content.broken import Copy

CASES = {
    "best answers": (
        '{id: named, name: "Named", points: 4}',
        '{id: named, name: "Named", points: 5}',
        "the rubric of block A gives 11 points at best, the block 10",
    ),
    "falling": (
        '{id: unclear, name: "Unclear", points: 1}',
        '{id: unclear, name: "Unclear", points: 9}',
        "the points of owner rise",
    ),
    "late": ("    late: 3\n", "    late: 7\n", "affected gives more points late than in time"),
    "wrong block": (
        "  - id: closure\n    block: F\n",
        "  - id: closure\n    block: B\n",
        "closure cannot stand in block 'B'",
    ),
    "five decisions": (
        '- {n: 6, text: "Which steps must not be changed without assessment", owner: "MSAT"}',
        "",
        "the decisions of demand_doubled give 25 points at best, their block 30",
    ),
    "unknown role": ('deputy: "QA"', 'deputy: "Quality"', "there is no role 'Quality'"),
    "injects": (
        '{minute: 25, text: "The supplier caps',
        '{minute: 5, text: "The supplier caps',
        "the injects of demand_doubled do not follow each other within the hour",
    ),
    "role twice": ('  - "Site head"\n', '  - "QA"\n', "there is no role 'Site head'"),
}


@pytest.mark.parametrize("case", CASES)
def test_told_with_line_and_cure(copy: Copy, case: str) -> None:
    old, new, message = CASES[case]
    problems = [p for p in copy.after("drills.yaml", old, new) if p.message == message]
    assert problems
    assert all(p.file.endswith("drills.yaml") and p.row and p.advice for p in problems)
