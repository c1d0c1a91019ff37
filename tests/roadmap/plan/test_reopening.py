"""What changes equipment or materials after the pivotal trial has begun needs comparability."""

from datetime import date

from readiness.roadmap.plan.reopening import reopened
from tests.made import questionnaire
from tests.report.plans import action

PLANNED = (action("PRC-4", 0, 8), action("MAT-4", 0, 9), action("QMS-3", 0, 20), action("X", 0, 20))


def test_only_such_actions_that_end_on_the_day_or_later():
    # Eight weeks from 4 January 2027 end on Friday, 26 February; nine on 5 March.
    (found,) = reopened(PLANNED, questionnaire(), date(2027, 3, 1))
    assert (found.id, found.end) == ("MAT-4", date(2027, 3, 5))
    assert "comparability" in found.why
    both = reopened(PLANNED, questionnaire(), date(2027, 2, 26))
    assert [r.id for r in both] == ["PRC-4", "MAT-4"]


def test_without_a_day_nothing_is_said():
    assert reopened(PLANNED, questionnaire(), None) == ()
