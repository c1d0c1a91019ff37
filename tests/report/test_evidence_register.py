"""The evidence register."""

from dataclasses import replace
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from readiness.domain.base import remade
from readiness.domain.complete_logs import CompleteLog
from readiness.report.evidence_register import Entry, blocks, evidence_entries
from readiness.report.facts import Facts
from readiness.report.gap_workbook import build
from readiness.report.layout import EVIDENCE, FIRST_ROW, HEAD_ROW, REGISTER


def test_blocks_are_contiguous(facts: Facts) -> None:
    entries = evidence_entries(facts)
    for key, (first, last) in blocks(entries).items():
        for number, entry in enumerate(entries, start=FIRST_ROW):
            inside = first <= number <= last
            assert (key in (entry.capability, entry.metric)) is inside, (key, number)


def test_blocks_by_hand() -> None:
    entries = (Entry("answer", "A-1"), Entry("log row", "A-1", "M1"), Entry("log row", "B-1", "M2"))
    assert blocks(entries, 5) == {"A-1": (5, 6), "M1": (6, 6), "B-1": (7, 7), "M2": (7, 7)}


def test_every_counted_row_is_there_with_its_file(facts: Facts) -> None:
    entries = evidence_entries(facts)
    for measured in facts.result.measurements:
        rows = [e.row for e in entries if e.metric == measured.metric and e.type == "log row"]
        assert rows == [place.row for place in measured.rows]
    logged = [e for e in entries if e.type == "log row"]
    assert {e.sha for e in logged} == {"abababababab"}
    assert {e.file for e in logged} == {"deviations.xlsx"}


def test_statements_are_no_evidence_and_persons_are_codes(facts: Facts) -> None:
    entries = evidence_entries(facts)
    assert not [e for e in entries if e.basis == "statement"]
    seen_by = {e.seen_by for e in entries}
    assert seen_by <= {"", "assessor", "r1 (MFG)", "r2 (QA)"}


def test_who_states_that_a_log_is_complete_stands_with_its_metrics(facts: Facts) -> None:
    said = {"kind": "deviations", "from": "2026-01-01", "to": "2026-06-30", "by": "QA lead"}
    log = CompleteLog.model_validate(said | {"on": "2026-07-01"})
    stated = replace(facts, assessment=remade(facts.assessment, complete_logs=(log,)))
    found = {e.metric: e for e in evidence_entries(stated) if e.type == "statement"}
    assert found["D1"].says == "the log of deviations is complete from 2026-01-01 to 2026-06-30"
    assert found["D1"].seen_by == "QA lead"
    # of the metrics that read other logs alone nothing is stated
    assert not {"H2", "S1", "B1"} & set(found)


def test_the_sheet_holds_every_entry(shown: Workbook, facts: Facts) -> None:
    ids = [c.value for c in shown[EVIDENCE]["A"][FIRST_ROW - 1 :] if c.value]
    assert ids == [f"E{n:05d}" for n in range(1, len(evidence_entries(facts)) + 1)]


def test_every_row_leads_back_to_its_gap(opened: Workbook, facts: Facts) -> None:
    """From the gap to the evidence a link selects the rows; from each row one leads back."""
    sheet, register = opened[EVIDENCE], opened[REGISTER]
    capability = next(c.column_letter for c in sheet[HEAD_ROW] if c.value == "Capability")
    for row, entry in enumerate(evidence_entries(facts), start=FIRST_ROW):
        link = sheet[f"{capability}{row}"].hyperlink
        assert link is not None
        name, _, cell = link.location.rpartition("!")
        assert name == f"'{REGISTER}'"
        assert register[cell].value == entry.capability


def test_the_register_says_that_people_are_reduced_to_roles(facts: Facts, shown: Workbook) -> None:
    assert "Codes stand for persons and patients" in top(shown)
    said = facts.assessment
    reduced = said.model_copy(
        update={"settings": said.settings.model_copy(update={"people": "roles"})}
    )
    data = build(replace(facts, assessment=reduced)).packed(facts.result.as_of)
    told = top(load_workbook(BytesIO(data)))
    assert "persons are reduced to their role" in told
    assert "was not measured" in told


def top(book: Workbook) -> str:
    """What stands above the entries."""
    rows = book[EVIDENCE].iter_rows(max_row=FIRST_ROW - 1, values_only=True)
    return " ".join(str(cell) for row in rows for cell in row if cell)
