"""Weeks begin on the plan's first day; a span takes each week of which it takes a working day."""

from datetime import date

from readiness.domain.planning import Freeze, Plan
from readiness.roadmap.plan.calendar import Weeks, absent, weeks_of

WEEKS = Weeks(date(2027, 1, 4), 20)  # a Monday


def freeze(first: str, last: str) -> Freeze:
    return Freeze.model_validate({"from": first, "to": last})


def test_without_a_start_the_plan_begins_on_the_next_monday():
    assert weeks_of(Plan(), date(2026, 11, 22)).start == date(2026, 11, 23)
    assert weeks_of(Plan(), date(2026, 11, 23)).start == date(2026, 11, 23)
    assert weeks_of(Plan(), date(2026, 11, 24)).start == date(2026, 11, 30)
    assert weeks_of(Plan(start=date(2027, 1, 6)), date(2026, 11, 22)).start == date(2027, 1, 6)


def test_days_and_weeks():
    assert WEEKS.begins(2) == date(2027, 1, 18)
    # What ends before week 2 has its last working day on the Friday of week 1.
    assert WEEKS.last_day(2) == date(2027, 1, 15)
    assert WEEKS.week_of(date(2027, 1, 10)) == 0
    assert WEEKS.week_of(date(2027, 1, 3)) == -1
    # Who comes on Monday the 18th is there in week 2; on Tuesday the 19th, from week 3 on.
    assert WEEKS.week_from(date(2027, 1, 18)) == 2
    assert WEEKS.week_from(date(2027, 1, 19)) == 3
    assert WEEKS.week_from(date(2027, 1, 3)) == 0
    assert WEEKS.week_from(date(2026, 12, 21)) == -2


def test_a_span_takes_the_weeks_of_its_working_days():
    # 1 to 19 March 2027 are weeks 8, 9 and 10.
    assert WEEKS.touched([freeze("2027-03-01", "2027-03-19")]) == {8, 9, 10}
    # A Friday takes its week, a week-end none.
    assert WEEKS.touched([freeze("2027-01-08", "2027-01-10")]) == {0}
    assert WEEKS.touched([freeze("2027-01-09", "2027-01-10")]) == set()


def test_absences_by_function():
    plan = Plan.model_validate(
        {
            "absences": [
                {"function": "QA", "from": "2027-01-11", "to": "2027-01-15"},
                {"function": "QA", "from": "2027-01-25", "to": "2027-01-29"},
            ]
        }
    )
    assert absent(plan, WEEKS) == {"QA": {1, 3}}
