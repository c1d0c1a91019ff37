"""Capability by capability: both levels with what was told, shown and decided, and the causes."""

import pytest

from readiness.domain.two_rounds import Standing, Told
from readiness.report.side_lines import side_lines, workings
from readiness.workspace.two_rounds import two_rounds
from tests.made import questionnaire, said
from tests.rounds import one


def test_every_capability_stands_there_once_with_its_reasons() -> None:
    """2 on a statement backs 2; 4 would on a statement too, and on a document backs 4."""
    before = one(said("OPM-1", 2), said("CTL-1", 2))
    after = one(said("OPM-1", 4, basis="document"), said("CTL-1", 2))
    lines = {line.id: line for line in side_lines(two_rounds(before, after), questionnaire())}
    assert list(lines) == list(questionnaire().capabilities)
    moved = lines["OPM-1"]
    rules = [s.split("rule: ")[1] for s in (moved.before, moved.after)]
    assert (moved.level_before, moved.level_after) == (2, 4)
    assert moved.before.startswith("Answers 2 (statement); records none; rule: ")
    assert moved.after.startswith("Answers 4 (document); records none; rule: ")
    assert rules == ["evidenced", "evidenced"]
    assert moved.why == "What was shown for them"
    assert not moved.is_alike
    same = lines["CTL-1"]
    assert (same.level_before, same.level_after, same.why, same.is_alike) == (2, 2, "", True)
    assert lines["QMS-1"].before == "No answer; records none; rule: unknown"


def test_a_level_that_stayed_for_other_reasons_is_not_alike() -> None:
    before, after = one(said("OPM-1", 2)), one(said("OPM-1", 2, basis="document"))
    [line] = [x for x in side_lines(two_rounds(before, after), questionnaire()) if x.id == "OPM-1"]
    assert (line.level_before, line.level_after, line.is_alike) == (2, 2, False)


def standing(**changed: object) -> Standing:
    base = Standing(
        applicable=True, in_form=True, final=2, claimed=2, backing=2, records=2, rule="records"
    )
    return base.model_copy(update=changed)


@pytest.mark.parametrize(
    ("shown", "said_so"),
    [
        (None, "Not asked"),
        (standing(applicable=False), "Does not apply"),
        (standing(in_form=False), "Outside the form"),
        (standing(consensus=True), "No answer; consensus 2; records 2; rule: records"),
        (
            standing(
                answers=(
                    Told(said=2, basis="record"),
                    Told(said=2, basis="record"),
                    Told(said="unknown", basis="statement"),
                )
            ),
            "Answers 2 (record) × 2, does not know; records 2; rule: records",
        ),
    ],
)
def test_workings_in_words(shown: Standing | None, said_so: str) -> None:
    assert workings(shown) == said_so
