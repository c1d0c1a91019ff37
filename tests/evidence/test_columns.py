"""Which column is which, on the headings of real systems."""

from typing import Any

import numpy as np
import pytest

from readiness.domain.evidence import TableKind
from readiness.evidence.columns import KindMatch, rank_kinds
from readiness.evidence.intake import inspect
from readiness.evidence.looks import profiles
from tests.evidence.making import as_csv, content, grid, known


def ranked(headings: list[str], *rows: list[Any]) -> tuple[list[str], list[KindMatch]]:
    found = grid([headings, *(rows or [["x"] * len(headings)])])
    looks = profiles(found, np.ones(len(found), dtype=bool), content())
    titled: dict[TableKind, bool] = dict.fromkeys(content().kinds, False)
    return found.headings, rank_kinds(known(), content(), found, looks, titled)


def best(headings: list[str], *rows: list[Any]) -> tuple[str, dict[str, str]]:
    names, kinds = ranked(headings, *rows)
    return kinds[0].kind, {field: names[m.column] for field, m in kinds[0].matches.items()}


EXPORTS = {
    "TrackWise": (
        ["PR ID", "Short Description", "Date of Event", "Date Discovered", "Date Opened",
         "Original Due Date", "Date Due", "Date Closed", "Classification", "Batch/Lot Number",
         "Process Step", "Root Cause Category", "Detected By", "PR State", "Project"],
        "deviations",
        {"id": "PR ID", "discovered": "Date Discovered", "due": "Date Due",
         "original_due": "Original Due Date", "batch": "Batch/Lot Number", "status": "PR State"},
    ),
    "Veeva": (
        ["Quality Event number", "Title", "Date Occurred", "Date Identified", "created_date__v",
         "Due Date", "Closed Date", "Severity", "Related Lots", "Root Cause", "How Identified",
         "Lifecycle State", "Record type"],
        "deviations",
        {"id": "Quality Event number", "discovered": "Date Identified", "opened": "created_date__v",
         "batch": "Related Lots", "detected_by": "How Identified", "status": "Lifecycle State"},
    ),
    "MasterControl": (
        ["Form Number", "Title", "Event Date", "Discovery Date", "Start Date", "Due Date",
         "Completed Date", "Classification", "Lot Number", "Department", "Root Cause Code",
         "Source", "Current Step"],
        "deviations",
        {"id": "Form Number", "discovered": "Discovery Date", "closed": "Completed Date",
         "step": "Department", "cause": "Root Cause Code", "status": "Current Step"},
    ),
    "ETQ": (
        ["ETQ$NUMBER", "ETQ$SUBJECT", "Event Date", "Date Identified", "ETQ$CREATED_DATE",
         "ETQ$DUE_DATE", "ETQ$COMPLETED_DATE", "Severity", "Lot Number", "Location", "Cause Code",
         "Source", "ETQ$CURRENT_PHASE"],
        "deviations",
        {"id": "ETQ$NUMBER", "opened": "ETQ$CREATED_DATE", "due": "ETQ$DUE_DATE",
         "closed": "ETQ$COMPLETED_DATE", "status": "ETQ$CURRENT_PHASE"},
    ),
    "home-grown": (
        ["Dev #", "Found on", "Occurred", "Logged", "Due", "New due", "Closed",
         "Minor/Major/Critical",
         "Pt #", "Where", "RC", "Found by", "CAPA #"],
        "deviations",
        {"id": "Dev #", "discovered": "Found on", "opened": "Logged", "batch": "Pt #",
         "step": "Where", "cause": "RC", "detected_by": "Found by", "capa": "CAPA #"},
    ),
    "German": (
        ["Abweichungs-Nr.", "Festgestellt am", "Aufgetreten am", "Fällig am", "Abgeschlossen am",
         "Kritikalität", "Chargennummer", "Prozessschritt", "Ursache", "Entdeckt durch", "Status"],
        "deviations",
        {"id": "Abweichungs-Nr.", "discovered": "Festgestellt am", "severity": "Kritikalität",
         "batch": "Chargennummer", "cause": "Ursache"},
    ),
    "document control": (
        ["Document Number", "Title", "Revision", "Effective Date", "Reason for Change", "Status"],
        "revisions",
        {"document": "Document Number", "version": "Revision", "effective": "Effective Date"},
    ),
    "batch register": (
        ["Batch", "Product", "Site", "Start", "End", "MBR Version", "Pages"],
        "batches",
        {"batch": "Batch", "started": "Start", "completed": "End", "pages": "Pages"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EXPORTS)
def test_exports_are_recognised(name: str) -> None:
    headings, kind, wanted = EXPORTS[name]
    found, columns = best(headings)
    assert found == kind
    assert {field: columns.get(field) for field in wanted} == wanted


def test_a_slip_of_the_pen_is_nearly_known_and_a_resemblance_is_only_similar() -> None:
    row = ["D1", "2026-01-02", "Minor", "Equipment"]
    names, kinds = ranked(["Record Number", "Date Discoverd", "Severity (QA)", "Root causes"], row)
    found = {field: match.how for field, match in kinds[0].matches.items()}
    assert kinds[0].kind == "deviations"
    assert found["id"] == "known"
    assert found["discovered"] == "known_similar"
    assert names[kinds[0].matches["cause"].column] == "Root causes"


def test_an_ambiguous_heading_is_marked() -> None:
    row = ["D1", "2026-01-02", "Minor", "P1", "Equipment"]
    _, kinds = ranked(["Dev No", "Date", "Severity", "Batch", "Root cause"], row)
    assert kinds[0].kind == "deviations"
    assert kinds[0].matches["discovered"].how == "known_ambiguous"


def test_the_look_of_the_values_can_contradict_a_known_heading() -> None:
    _, kinds = ranked(["Record No.", "Date Discovered"], ["D1", "Wash"], ["D2", "Fill"])
    assert kinds[0].matches["discovered"].fit == "contradicts"


def test_words_of_a_vocabulary_are_recognised_under_any_heading() -> None:
    rows = [
        ["D1", "2026-01-02", "Minor"],
        ["D2", "2026-01-03", "Major"],
        ["D3", "2026-01-04", "Minor"],
    ]
    _, kinds = ranked(["Record No.", "Date Discovered", "Kl."], *rows)
    match = kinds[0].matches["severity"]
    assert (match.column, match.how) == (2, "values_known")


def test_another_known_heading_left_over_is_a_rival() -> None:
    _, kinds = ranked(["Record No.", "Date Discovered", "Lot Number", "Affected batches"])
    assert kinds[0].matches["batch"].rival
    assert not kinds[0].matches["id"].rival


def test_no_column_serves_two_fields() -> None:
    for headings, _, _ in EXPORTS.values():
        for kind in ranked(headings)[1]:
            taken = [match.column for match in kind.matches.values()]
            assert len(taken) == len(set(taken))


def test_headings_of_nothing_known_have_no_kind() -> None:
    assert ranked(["qux", "quux"])[1] == []


@pytest.mark.parametrize(
    "headings",
    [
        ["name", "food"],
        ["Name", "Phone"],
        ["Task", "Due date"],
        ["ID", "Comment"],
        ["Batch", "Comment"],
        ["Document", "Author"],
        ["Room", "Floor"],
    ],
)
def test_half_of_what_a_kind_needs_is_no_log(headings: list[str]) -> None:
    _, kinds = ranked(headings, ["a1", "b1"], ["a2", "b2"])
    assert kinds == []


def test_a_title_or_several_fields_make_up_for_a_missing_column() -> None:
    rows = [["Record No.", "Severity", "Root cause"], ["D-1", "Minor", "Equipment"]]
    assert inspect(as_csv(rows, "anything.csv"), content()).kind == "deviations"
    people = [["Name", "Valid until"], ["Ina Adler", "2027-01-31"]]
    assert inspect(as_csv(people, "Training matrix.csv"), content()).kind == "qualifications"
