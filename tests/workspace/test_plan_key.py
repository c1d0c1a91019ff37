"""The plan's names."""

from readiness.workspace.placed import read_placed
from readiness.workspace.plan_key import check_plan


def said(text: str) -> list[str]:
    return [str(problem) for problem in check_plan(read_placed(text, "f"))]


def test_known_names_pass_and_others_are_refused():
    assert said("a: 1") == []
    assert said("plan: {start: 2027-01-04, capacity: {QA: 0.5}}") == []
    assert said("plan:\n  freez: []") == [
        "f:2: plan, freez: this key is not known. The nearest valid name is freeze"
    ]
    assert said("plan: 3") == ["f:1: plan: keys with values were expected"]
