"""An assessment in pieces and whole again."""

from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.assessment import Assessment
from readiness.store.entries import ENTRY_KINDS, REQUIRED, assemble, is_complete, normal, spread
from readiness.store.records import EntryKey
from tests.store.samples import answer, full, small


def taken_apart(assessment: Assessment):
    return [(EntryKey(p.kind, p.key), normal(p)) for p in spread(assessment)]


def test_every_kind_comes_back():
    entries = taken_apart(full())
    assert {at.kind for at, _ in entries} == ENTRY_KINDS
    assert assemble(entries) == full()
    assert assemble(taken_apart(small())) == small()


def test_every_field_of_an_assessment_is_stored():
    stored = {p.key for p in spread(full()) if p.kind == "meta"}
    lists_and_wholes = {
        "window", "respondents", "responses", "consensus", "measurements", "detection",
        "incidents", "drills", "hybrid", "overrides", "carried", "profile",
        "notes", "follow_ups", "requests", "sittings",
        "calibration", "complete_logs", "tracking", "plan", "stress", "simulation",
        "drill_runs", "drill_stamps", "drill_log", "drill_actions", "operating",
    }  # fmt: skip
    assert set(Assessment.model_fields) - {"format"} == stored | lists_and_wholes


def test_repeated_addresses_are_numbered():
    keys = [p.key for p in spread(full()) if p.kind in {"consensus", "drill"}]
    assert keys == ["OPM-1", "OPM-1|2", "site_down|2026-11-20", "site_down|2026-11-20|2"]


def test_what_an_assessment_cannot_be_without():
    assert {f"{at.kind} {at.key}" for at in REQUIRED} == {
        "meta id", "meta title", "meta as_of", "meta questionnaire",
        "profile organisation", "profile modality", "profile stage",
    }  # fmt: skip


@given(
    st.lists(st.tuples(st.text("ABC-12", min_size=1), st.integers(1, 5)), unique_by=lambda x: x[0])
)
def test_any_answers_keep_their_order(said):
    responses = tuple(answer(capability, "team", level) for capability, level in said)
    assessment = small().model_copy(update={"responses": responses})
    assert assemble(taken_apart(assessment)) == assessment


def test_a_response_is_complete_with_a_reason_where_one_is_needed():
    assert is_complete({"level": "unknown"})
    assert not is_complete({"level": "not_applicable", "reason": ""})
    assert is_complete({"level": "not_applicable", "reason": "no slots"})
    assert not is_complete(None)
