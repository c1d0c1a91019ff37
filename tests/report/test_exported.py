"""The hidden sheet says what left, and nothing else says it."""

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from readiness.domain.base import remade
from readiness.domain.tracking import Tracking
from readiness.report.exported import (
    EDITED,
    Exported,
    cell_text,
    read_exported,
    stamp,
)
from readiness.report.facts import Facts
from readiness.report.finding_ids import finding_ids
from readiness.report.gap_workbook import build
from readiness.report.layout import EXPORTED
from readiness.report.sealing import flat, seal
from readiness.report.views import seen_as, view_of
from tests.report.organisations import AS_OF


@pytest.fixture(scope="module")
def tracked(facts: Facts) -> Facts:
    """The report of somebody who works with it."""
    finding = finding_ids(facts.result.findings)[0]
    kept = (
        Tracking(item="CTL-1", owner="=QA lead", status="in progress", due=date(2027, 3, 1)),
        Tracking(item=finding, owner="+1", status="accepted", comment="as\nagreed"),
    )
    said = remade(facts.assessment, tracking=kept)
    return replace(facts, assessment=said, revision="7", kept_as="a" * 32)


def rows_of(facts: Facts, view: str = "full") -> tuple[list[list[str]], dict[str, str]]:
    data = build(seen_as(facts, view_of(facts.questionnaire, view))).packed(AS_OF)
    book = openpyxl.load_workbook(io.BytesIO(data))
    rows = [[flat(str(c.value or "")) for c in row] for row in book[EXPORTED].iter_rows()]
    return rows, {s: book[s]["A3"].value for s in EDITED if s in book.sheetnames}


def read(facts: Facts, view: str = "full") -> Exported:
    return read_exported(rows_of(facts, view)[0])


def test_what_people_edit_leaves_by_id_and_column(tracked: Facts) -> None:
    found = read(tracked)
    assert found.gaps["CTL-1"] == {
        **{key: word for key, word in found.gaps["CTL-1"].items() if "over" in key},
        "owner": "=QA lead",
        "status": "in progress",
        "due": "2027-03-01",
    }
    assert set(found.gaps) == set(tracked.questionnaire.capabilities)
    finding = finding_ids(tracked.result.findings)[0]
    assert found.findings[finding] == {"owner": "+1", "status": "accepted", "comment": "as agreed"}
    override = tracked.assessment.overrides[-1]
    key = {"P": "p_over", "R": "r_over", "L": "l_over", "target": "target_over"}[override.rating]
    assert found.gaps[override.capability][key] == str(override.value)
    assert override.reason in found.gaps[override.capability]["over_reason"]


def test_settings_have_a_key_and_content_has_none(tracked: Facts) -> None:
    settings = {a.key: (a.label, a.offset, a.value) for a in read(tracked).assumptions if a.key}
    weights = tracked.questionnaire.priority.weights
    assert settings["weight P"] == ("P patient impact", 1, cell_text(weights["P"]))
    assert list(settings) == [
        *("weight P", "weight R", "weight L"),
        *("band act_now", "band next", "band plan"),
        "horizon",
    ]
    content = [a for a in read(tracked).assumptions if not a.key]
    assert len(content) == 25 + 4 * 5 + 4 * len(tracked.questionnaire.metrics)


def test_the_sheet_names_its_origin_and_is_sealed(tracked: Facts) -> None:
    rows, stamps = rows_of(tracked)
    found = read_exported(rows)
    assert (found.assessment, found.revision, found.view) == ("a" * 32, "7", "full")
    assert rows[-1][:2] == ["seal", seal(rows[:-1])]
    assert stamps == {sheet: stamp(found.report, sheet) for sheet in EDITED}
    later = read(replace(tracked, revision="8"))
    assert later.report != found.report == read(tracked).report


def test_a_view_for_other_eyes_holds_no_typed_words(tracked: Facts) -> None:
    found = read(tracked, "client")
    assert found.gaps["CTL-1"]["status"] == "in progress"
    assert "owner" not in found.gaps["CTL-1"]
    assert {cells.get("comment", "") for cells in found.findings.values()} == {""}


def test_a_partners_view_holds_only_the_gaps_they_share(tracked: Facts) -> None:
    party = tracked.questionnaire.hybrid.parties[0]
    gaps = set(read(tracked, f"cdmo:{party.id}").gaps)
    assert gaps
    assert gaps <= set(party.capabilities)
    found = read(tracked, f"cdmo:{party.id}")
    assert set(found.sheets) == {"Gap register", "Findings", "Assumptions", "Metrics"}
    assert set(found.checks) == {"gaps", "findings", "metrics"}
