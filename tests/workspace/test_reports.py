"""What leaves the product is made of the assessment as it stands."""

import json
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from readiness.settings import Settings
from readiness.store import open_store
from readiness.workspace.assessments import create
from readiness.workspace.people import set_profile
from readiness.workspace.reports import (
    SHEET_TEXTS,
    file_name,
    gap_report,
    report_views,
    result_json,
    sheet_text,
)
from readiness.workspace.session import Session
from tests.made import AS_OF, questionnaire


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A session on a store of its own."""
    settings = Settings(data_dir=tmp_path)
    store = open_store(settings.store_url)
    content = questionnaire()
    return Session(store, store.local_owner(), settings, {content.id: content}, lambda: AS_OF)


def test_the_workbook_opens_and_its_sheets_are_explained(session: Session) -> None:
    id = create(session, "Alder Bridge", "autologous", "phase_1")
    book = openpyxl.load_workbook(BytesIO(gap_report(session, id)))
    visible = [s.title for s in book.worksheets if s.sheet_state == "visible"]
    assert visible == [name for name in SHEET_TEXTS if name in visible], "each, in this order"
    assert {"Summary", "Roadmap", "Drills", "Sources"} <= set(visible)


def test_every_view_is_offered_and_its_sheets_are_explained(session: Session) -> None:
    id = create(session, "Alder Bridge", "autologous", "phase_1")
    offered = report_views(session, id)
    assert [v.id for v in offered][:4] == ["full", "board", "client", "cdmo:cdmo"]
    for view in offered:
        book = openpyxl.load_workbook(BytesIO(gap_report(session, id, view.id)))
        visible = [s.title for s in book.worksheets if s.sheet_state == "visible"]
        assert all(sheet_text(sheet, view) for sheet in visible)
        properties = {p.name: p.value for p in book.custom_doc_props.props}  # type: ignore[attr-defined]  # missing in the stubs
        assert properties["view"] == view.id
        signed = view.id in ("full", "board")
        assert (properties["exported by"] == session.actor.person_id) is signed


def test_no_partner_is_offered_where_nobody_else_takes_part(session: Session) -> None:
    id = create(session, "Alder Bridge", "autologous", "phase_1")
    set_profile(session, id, "contractors", 0)
    assert [v.id for v in report_views(session, id)] == ["full", "board", "client"]


def test_the_json_is_the_result(session: Session) -> None:
    id = create(session, "Alder Bridge", "autologous", "phase_1")
    found = json.loads(result_json(session, id))
    assert found["verdict"] == "not enough known"
    assert found["index"] is None
    assert [step["level"] for step in found["steps"]] == [2, 3, 4, 5]


def test_a_file_name_says_what_and_of_when(session: Session) -> None:
    id = create(session, "Alder Bridge / 2", "autologous", "phase_1")
    assert file_name(session, id, "result.json") == "alder-bridge-2-2026-11-22-result.json"
