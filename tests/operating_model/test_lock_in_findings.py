"""What the ledger says of choices that are too late, or dearer than what they save."""

from readiness.engine import assess
from tests.made import assessment, everywhere, people, questionnaire
from tests.operating_model.ledgers import choice, weeks


def judged(*choices, **profile):
    made = assessment(
        respondents=people("QA"),
        responses=everywhere(3),
        operating={"choices": [one.model_dump() for one in choices]},
        profile=profile,
    )
    found = assess(made, questionnaire(), robustness=False)
    return {f.kind: f for f in found.findings if f.kind.startswith("lock_in")}, found


DEAR = choice(weeks("analytics", 30, 30, 30), saved=13)


def test_a_choice_that_costs_more_than_it_saves_is_a_hint() -> None:
    found, _ = judged(DEAR)
    assert set(found) == {"lock_in_debt"}
    told = found["lock_in_debt"]
    # 30 - 13 = 17.
    assert told.text == "Choice: weeks saved now 13, expected cost later 30: net 17."
    assert (told.capability, told.severity) == ("OPM-2", "hint")


def test_a_choice_past_its_last_moment_is_a_warning_and_moves_no_level() -> None:
    # 2026-11-22 to 2027-04-11 are 140 days, 20 weeks; 30 are needed: the moment was 2026-09-13.
    found, late = judged(DEAR, launch_date="2027-04-11")
    told = found["lock_in_passed"]
    assert "before launch was 13 Sep 2026" in told.text
    assert "takes 30 weeks or less in nine of ten cases, and 20 are left" in told.text
    assert told.severity == "warning"
    _, without = judged(launch_date="2027-04-11")
    assert [c.final for c in late.capabilities] == [c.final for c in without.capabilities]


def test_without_a_launch_date_that_is_said() -> None:
    found, _ = judged(DEAR, launch_date=None)
    assert set(found) == {"lock_in_debt", "lock_in_no_launch_date"}
    assert judged()[0] == {}


def test_a_choice_that_pays_is_left_alone() -> None:
    assert judged(choice(weeks("analytics", 2, 2, 2), saved=13))[0] == {}
