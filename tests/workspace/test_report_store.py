"""A gap report out of the store, edited, back in as one change, and in the next report."""

import io
from datetime import date

import openpyxl
import pytest

from readiness.domain.assessment import Override
from readiness.domain.errors import Clash, InputRefused
from readiness.domain.tracking import Tracking
from readiness.report.layout import ASSUMPTIONS, REGISTER, ROADMAP
from readiness.store import Put
from readiness.workspace.answers import answer, history, undo
from readiness.workspace.assessments import create
from readiness.workspace.changes import change
from readiness.workspace.people import add_respondent
from readiness.workspace.ratings import override, use_weights
from readiness.workspace.report_fields import Key
from readiness.workspace.report_store import look_at_report, take_report
from readiness.workspace.reports import gap_report
from readiness.workspace.results import result, state
from readiness.workspace.session import Session
from tests.workspace.desk import begun
from tests.workspace.reporting import heads, row_of, typed

EDITS = {
    (REGISTER, "CTL-1", "Owner"): "Supply chain lead",
    (REGISTER, "CTL-1", "Due"): "31.12.2027",
    (REGISTER, "CTL-1", "P override"): 2,
    (REGISTER, "CTL-1", "Override reason"): "one slot a month only",
}


def desk() -> tuple[Session, str]:
    """An assessment with two answers and percent weights."""
    session, id = begun()
    who = add_respondent(session, id, "SC", "lead")
    answer(session, id, "CTL-1", who, level=1, basis="document")
    answer(session, id, "OPM-1", who, level=2, basis="document")
    use_weights(session, id, {"P": 45, "R": 30, "L": 25})
    return session, id


def test_out_edited_and_back_in_as_one_change_that_the_next_report_shows() -> None:
    session, id = desk()
    report = gap_report(session, id)
    assert gap_report(session, id) == report, "the same inputs give the same bytes"
    before = state(session, id).assessment
    back = look_at_report(session, id, "back.xlsx", typed(EDITS, data=report))
    assert {line.key.field: line.kind for line in back.lines} == {
        "owner": "new",
        "due": "new",
        "P": "new",
    }
    assert state(session, id).assessment == before, "looking writes nothing"

    take_report(session, id, back, {})
    after = state(session, id).assessment
    assert after.tracking == (
        Tracking(item="CTL-1", owner="Supply chain lead", due=date(2027, 12, 31)),
    )
    assert [(o.rating, o.value, o.reason) for o in after.overrides] == [
        ("P", 2, "one slot a month only")
    ]
    gap = next(g for g in result(session, id).gaps.next_stage if g.capability == "CTL-1")
    assert gap.ratings["P"].value == 2
    rows = [r for r in history(session, id) if r.reason.startswith("gap report")]
    assert len({r.revision for r in rows}) == 1
    told = [change(r, state(session, id).questionnaire) for r in rows]
    assert {t.why.partition(" · ")[0] for t in told if t.kind == "override"} == {
        "one slot a month only"
    }

    again = gap_report(session, id)
    sheet = openpyxl.load_workbook(io.BytesIO(again))[REGISTER]
    row, words = row_of(sheet, "CTL-1"), heads(sheet)[1]
    assert sheet.cell(row, words["Owner"]).value == "Supply chain lead"
    assert sheet.cell(row, words["P override"]).value == 2
    assert look_at_report(session, id, "x.xlsx", again).lines == ()
    assert look_at_report(session, id, "x.xlsx", typed(EDITS, data=report)).lines == ()
    undo(session, id)
    assert state(session, id).assessment == before


def test_what_becomes_of_an_action_is_written_and_one_undo_takes_it_back() -> None:
    session, id = desk()
    report = gap_report(session, id)
    typed_words = {"Status": "started", "Fixed start": "2026-10-05"}
    edits = {(ROADMAP, "CTL-1", heading): words for heading, words in typed_words.items()}
    back = look_at_report(session, id, "back.xlsx", typed(edits, data=report))
    take_report(session, id, back, {})
    [edit] = state(session, id).assessment.plan.actions
    assert (edit.id, edit.status, edit.start) == ("CTL-1", "started", date(2026, 10, 5))
    assert edit.reason == f"gap report {back.report}"
    again = gap_report(session, id)
    sheet = openpyxl.load_workbook(io.BytesIO(again))[ROADMAP]
    words = heads(sheet)[1]
    assert sheet.cell(row_of(sheet, "CTL-1"), words["Status"]).value == "started"
    emptied = {(ROADMAP, "CTL-1", key): None for key in ("Status", "Fixed start")}
    take_report(session, id, look_at_report(session, id, "b.xlsx", typed(emptied, data=again)), {})
    assert state(session, id).assessment.plan.actions == ()
    undo(session, id)
    assert state(session, id).assessment.plan.actions == (edit,)


def test_a_list_that_became_stale_is_refused() -> None:
    session, id = desk()
    back = look_at_report(session, id, "b.xlsx", typed(EDITS, data=gap_report(session, id)))
    override(session, id, "CTL-1", "P", 5, "patients wait for it")
    with pytest.raises(Clash, match="look at the list again"):
        take_report(session, id, back, {})
    assert not state(session, id).assessment.tracking


def test_a_conflict_is_decided_and_a_repeated_override_is_taken_away_whole() -> None:
    session, id = desk()
    for number in (1, 2):
        edit = Override(
            capability="OPM-1", rating="R", value=4, reason="of old times", by="a",
            on=session.today(),
        )  # fmt: skip
        key = "OPM-1|R" if number == 1 else "OPM-1|R|2"
        session.store.put_many(session.actor, id, [Put("override", key, edit)])
    report = gap_report(session, id)
    edits = {
        (REGISTER, "OPM-1", "R override"): None,
        (REGISTER, "OPM-1", "Override reason"): None,
        (ASSUMPTIONS, "plan", ""): 11,
        **EDITS,
    }
    override(session, id, "CTL-1", "P", 5, "patients wait for it")
    back = look_at_report(session, id, "b.xlsx", typed(edits, data=report))
    assert [line.key for line in back.open_conflicts] == [Key("CTL-1", "P")]
    take_report(session, id, back, {Key("CTL-1", "P"): "app"})
    said = state(session, id).assessment
    assert [(o.capability, o.rating, o.value) for o in said.overrides] == [("CTL-1", "P", 5)]
    assert said.settings.bands == {"act_now": 40, "next": 20, "plan": 11}
    assert said.settings.weights is not None
    assert said.settings.weights["P"] == 45, "what was not changed stays as it was typed"
    assert take_report(session, id, look_at_report(session, id, "b.xlsx", report), {}) is None


def test_the_report_of_another_assessment_is_refused_even_of_the_same_name() -> None:
    session, id = desk()
    other = create(session, "Maker", "autologous", "phase_1")
    with pytest.raises(InputRefused, match='belongs to the assessment "Maker"'):
        look_at_report(session, other, "b.xlsx", gap_report(session, id))
