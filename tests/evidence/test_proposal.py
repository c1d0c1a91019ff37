"""A proposal turns into the mapping to confirm."""

from typing import Any

from readiness.evidence.mapping import FileMapping
from readiness.evidence.proposal import ColumnProposal, DateQuestion, Proposal, ValueProposal


def columns() -> tuple[ColumnProposal, ...]:
    return (
        ColumnProposal("id", "Record number", True, "No.", "sure", ("known",)),
        ColumnProposal("discovered", "Discovered", True, "Found", "sure", ("known",)),
        ColumnProposal("closed", "Closed", False, "Done", "check", ("ambiguous",)),
        ColumnProposal("severity", "Severity", False, "Class", "sure", ("known",)),
        ColumnProposal("step", "Step", False, None, "none", ("not found",)),
    )


def proposal(**changed: Any) -> Proposal:
    whole: dict[str, Any] = {
        "file": "log.csv", "kind": "deviations", "kind_name": "deviation log", "sheet": None,
        "header_row": 2, "rows": 5, "headings": ("No.",), "matched": 1, "others": (),
        "sheets": ("",), "preview": (), "columns": columns(), "values": (), "dates": (),
        "date_formats": {"discovered": "DD.MM.YYYY", "closed": "DD.MM.YYYY"}, "unused": (),
        "left_out": {},
    }  # fmt: skip
    return Proposal(**(whole | changed))


VALUES = (
    ValueProposal("severity", "Severity", "Minor", 5, "minor", "sure", "known"),
    ValueProposal("severity", "Severity", "Majr", 2, "major", "check", "resembles major"),
    ValueProposal("severity", "Severity", "odd", 1, None, "none", "not known"),
    ValueProposal("cause", "Cause", "RC-7", 1, None, "none", "not known", kept=True),
)
QUESTION = DateQuestion("closed", "Closed", "Done", ("DD/MM/YYYY", "MM/DD/YYYY"), 3, 5)


def test_the_mapping_holds_what_is_proposed() -> None:
    found = proposal(values=VALUES).mapping()
    assert found == FileMapping(
        file="log.csv",
        kind="deviations",
        header_row=2,
        date_format="DD.MM.YYYY",
        columns={"id": "No.", "discovered": "Found", "closed": "Done", "severity": "Class"},
        values={"severity": {"Majr": "major"}},
    )


def test_without_a_person_only_what_is_sure() -> None:
    found = proposal(values=VALUES).mapping(sure_only=True)
    assert set(found.columns) == {"id", "discovered", "severity"}
    assert found.values == {}


def test_what_needs_a_person_is_said_in_words() -> None:
    assert proposal(values=VALUES).needs_person == (
        "Closed: ambiguous",
        "Severity: Majr: resembles major",
        "Severity: odd: not known",
    )


def test_an_open_question_about_dates_is_not_answered_by_other_columns() -> None:
    found = proposal(dates=(QUESTION,), date_formats={"discovered": "DD/MM/YYYY"})
    assert found.mapping().date_format == {"discovered": "DD/MM/YYYY"}
    assert not found.can_be_read
    assert proposal().can_be_read


def test_two_ways_of_writing_dates_stand_by_field() -> None:
    formats = {"discovered": "DD.MM.YYYY", "closed": "YYYY-MM-DD"}
    assert proposal(date_formats=formats).mapping().date_format == formats
    assert proposal(date_formats={}).mapping().date_format is None


def test_what_was_confirmed_before_goes_on() -> None:
    before = FileMapping(
        file="old.csv",
        kind="deviations",
        values={"severity": {"odd": "minor"}, "gone": {"x": None}},
    )
    assert proposal(remembered=before).mapping().values == {"severity": {"odd": "minor"}}


def test_a_missing_required_column_cannot_be_read() -> None:
    without = (ColumnProposal("id", "Record number", True, None, "none", ("not found",)),)
    found = proposal(columns=without)
    assert not found.can_be_read
    assert found.needs_person == ("Record number: not found",)
