"""Persons leave the data before anything is drawn."""

from dataclasses import replace
from datetime import date

from readiness.domain.drill_run import DrillAction, DrillLine
from readiness.domain.planning import ActionEdit, Plan
from readiness.domain.redaction import NOT_SHOWN
from readiness.domain.tracking import Tracking
from readiness.report.facts import Facts
from readiness.report.redaction import redacted
from tests.store.samples import operating


def test_levels_stay_and_words_go(facts: Facts) -> None:
    safe = redacted(facts)
    assert [c.final for c in safe.result.capabilities] == [
        c.final for c in facts.result.capabilities
    ]
    answers = [a for c in safe.result.capabilities for a in c.answers]
    assert answers
    assert not any(a.note or a.proof for a in answers)
    assert {a.respondent for a in answers} == {"#1", "#2"}
    assert {o.reason for o in safe.assessment.overrides} == {NOT_SHOWN}
    assert [r.claim.level for r in safe.rows] == [r.claim.level for r in facts.rows]


def test_who_answered_is_a_function(facts: Facts) -> None:
    assert facts.who("r1", "QA") == "r1 (QA)"
    assert redacted(facts).who("#1", "QA") == "QA"


def test_of_what_is_done_only_status_date_and_known_roles_stay(facts: Facts) -> None:
    role = next(iter(facts.questionnaire.capabilities.values())).action.owner
    kept = (
        Tracking(item="CTL-1", owner="Ina Adler", status="open", due=date(2027, 1, 1), comment="x"),
        Tracking(item="CTL-2", owner=role),
    )
    said = facts.assessment.model_copy(update={"tracking": kept})
    assert redacted(replace(facts, assessment=said)).assessment.tracking == (
        Tracking(item="CTL-1", status="open", due=date(2027, 1, 1)),
        Tracking(item="CTL-2", owner=role),
    )


def test_words_of_a_drill_stay_at_home(facts: Facts) -> None:
    said = facts.assessment.model_copy(
        update={
            "drill_log": (DrillLine(run="d1", n=1, second=1, text="Ina decides"),),
            "drill_actions": (DrillAction(run="d1", n=1, text="Ina lists the freezers"),),
        }
    )
    safe = redacted(replace(facts, assessment=said)).assessment
    assert (safe.drill_log, safe.drill_actions) == ((), ())


def test_of_contract_makers_the_scores_stay_and_the_words_go(facts: Facts) -> None:
    said = facts.assessment.model_copy(update={"operating": operating()})
    safe = redacted(replace(facts, assessment=said)).assessment.operating
    assert [a.score for a in safe.partner_answers] == [2, 1]
    assert not any(a.note for a in safe.partner_answers)
    assert {f.cause for f in safe.partner_failures} <= {"", "cause 1", "cause 2"}
    assert safe.partner_slots == operating().partner_slots


def test_an_action_waits_for_none_of_their_own_that_stayed_at_home(facts: Facts) -> None:
    edit = ActionEdit(id="CTL-2", needs=("Ask Ina", "CTL-1"), reason="x")
    said = facts.assessment.model_copy(update={"plan": Plan(actions=(edit,))})
    [kept] = redacted(replace(facts, assessment=said)).assessment.plan.actions
    assert kept.needs == ("CTL-1",)
