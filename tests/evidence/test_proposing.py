"""A first look at a file, and what a person is asked."""

from datetime import date

import pytest

from readiness.domain.errors import InputRefused
from readiness.evidence.intake import inspect
from readiness.evidence.mapping import FileMapping
from readiness.evidence.showing import HIDDEN
from readiness.files.opening import open_upload
from tests.evidence.making import (
    HEADINGS,
    as_csv,
    as_xlsx,
    content,
    deviation,
    deviations,
    intake,
)
from tests.files.making import Value, xlsx

LOG: list[list[Value]] = [["QMS export"], [], *deviations(*(deviation(i) for i in range(1, 20)))]


def test_a_log_is_recognised_with_sheet_heading_row_and_rows() -> None:
    found = inspect(as_xlsx(LOG), content())
    assert (found.kind, found.sheet, found.header_row, found.rows) == ("deviations", "Log", 3, 19)
    assert (found.matched, len(found.headings)) == (6, 6)
    assert found.needs_person == ()
    assert found.preview[0][0] == "DEV-001"


def test_every_guess_has_its_reason() -> None:
    columns = {c.field: c for c in inspect(as_xlsx(LOG), content()).columns}
    assert columns["id"].reasons == ("heading known", "19 of 19 filled, all different")
    assert columns["id"].examples == ("DEV-001", "DEV-002", "DEV-003")
    assert columns["discovered"].reasons == ("heading known", "real dates")
    assert columns["step"].confidence == "none"
    assert columns["discovered"].required
    assert not columns["step"].required


def test_ambiguous_dates_are_asked_and_never_guessed() -> None:
    rows = deviations(*(deviation(i, discovered=f"0{i}/0{i + 1}/2026") for i in range(1, 8)))
    found = inspect(as_csv(rows), content())
    (question,) = found.dates
    assert question.formats == ("DD/MM/YYYY", "MM/DD/YYYY")
    assert (question.rows, question.total, question.likely) == (7, 7, None)
    assert found.needs_person == (
        "Date discovered: heading known; day first or month first? 7 rows fit both",
    )
    assert not found.can_be_read


def test_another_column_may_suggest_the_order_but_does_not_decide_it() -> None:
    rows = deviations(*(deviation(i, discovered=f"0{i}/0{i + 1}/2026") for i in range(1, 8)))
    closed = [
        [*rows[0], "Date Closed"],
        *([*row, f"2{i}/03/2026"] for i, row in enumerate(rows[1:])),
    ]
    found = inspect(as_csv(closed), content())
    assert [(q.field, q.likely) for q in found.dates] == [("discovered", "DD/MM/YYYY")]
    assert found.date_formats == {"closed": "DD/MM/YYYY"}
    assert found.mapping().date_format == {"closed": "DD/MM/YYYY"}


def test_dates_that_a_spreadsheet_program_may_have_swapped_are_pointed_out() -> None:
    days: list[Value] = [date(2026, 3, 4), date(2026, 5, 6), date(2026, 7, 8)]
    days += ["11/22/2025", "12/24/2025", "10/31/2025"]
    rows = deviations(*(deviation(i, discovered=day) for i, day in enumerate(days)))
    columns = {c.field: c for c in inspect(as_xlsx(rows), content()).columns}
    assert columns["discovered"].confidence == "check"
    assert "swapped" in columns["discovered"].reasons[-1]


def test_values_are_proposed_with_their_counts() -> None:
    rows = deviations(
        deviation(1, severity="Minor"),
        deviation(2, severity="Criticl"),
        deviation(3, severity="odd"),
        deviation(4, cause="RC-7"),
        deviation(5, severity="n/a"),
    )
    values = {v.value: v for v in inspect(as_csv(rows), content()).values}
    assert (values["Minor"].canonical, values["Minor"].count) == ("minor", 2)
    assert (values["Criticl"].canonical, values["Criticl"].confidence) == ("critical", "check")
    assert (values["odd"].canonical, values["odd"].confidence) == (None, "none")
    assert values["RC-7"].kept
    assert "n/a" not in values


def test_nobody_is_shown() -> None:
    rows: list[list[Value]] = [["When", "Kind", "Who", "Batch", "Remarks"]]
    rows += [[date(2026, 1, i), "Call-out", "Ina Adler", "P001", "ask Frau Adler"] for i in (1, 2)]
    found = inspect(as_xlsx(rows), content())
    assert found.kind == "interventions"
    columns = {c.field: c for c in found.columns}
    assert columns["person"].examples == (HIDDEN,)
    assert found.preview[0] == ("2026-01-01", "Call-out", HIDDEN, "P001", HIDDEN)
    assert "Adler" not in repr(found)


def test_a_known_heading_is_named_as_people_write_it() -> None:
    """*Deviaton Number* is a slip of the pen: the reason shows the known heading, not its norm."""
    rows = [["Deviaton Number", "Date Discoverd"], ["D1", "2026-01-02"], ["D2", "2026-01-03"]]
    columns = {c.field: c for c in inspect(as_csv(rows), content()).columns}
    assert "“deviation number”" in columns["id"].reasons[0]
    assert "deviation no" not in columns["id"].reasons[0].replace("deviation number", "")


def test_known_words_are_seen_though_they_read_as_names() -> None:
    causes = ["Menschliches Versagen", "Human Error", "Ina Adler"]
    rows = deviations(*(deviation(n, cause=cause) for n, cause in enumerate(causes)))
    found = inspect(as_csv(rows), content())
    at = found.headings.index("Root Cause")
    assert [line[at] for line in found.preview] == ["Menschliches Versagen", "Human Error", HIDDEN]
    cause = next(c for c in found.columns if c.field == "cause")
    assert cause.examples == ("Menschliches Versagen", "Human Error", HIDDEN)


def test_a_person_may_correct_kind_sheet_and_row() -> None:
    found = inspect(as_xlsx(LOG), content(), kind="revisions", sheet="Log", header_row=3)
    assert found.kind == "revisions"
    assert found.needs_person
    assert not found.can_be_read


def test_a_confirmed_mapping_is_remembered_for_the_same_layout() -> None:
    rows = [["Key", "Found", "Klasse"], ["D1", "03/04/2026", "A"], ["D2", "05/06/2026", "B"]]
    before = FileMapping(
        file="last quarter.csv",
        kind="deviations",
        date_format="DD/MM/YYYY",
        columns={"id": "Key", "discovered": "Found", "severity": "Klasse"},
        values={"severity": {"A": "critical", "B": "minor"}},
    )
    found = inspect(as_csv(rows), content(), remembered=before)
    assert found.needs_person == ()
    assert found.can_be_read
    mapping = found.mapping()
    assert mapping == before.model_copy(update={"file": "log.csv", "date_format": "DD/MM/YYYY"})


def test_a_remembered_mapping_of_another_layout_is_not_forced() -> None:
    before = FileMapping(file="x.csv", kind="deviations", columns={"id": "Gone"})
    found = inspect(as_xlsx(LOG), content(), remembered=before)
    assert found.remembered is None
    assert found.needs_person == ()


def test_a_scheduling_workbook_is_taken_as_one_by_its_name() -> None:
    data = xlsx({"Plan": [["Slot", "Suite", "Start"]]})
    opened = open_upload("Slot plan v7.xlsx", data, errors=content().errors)
    assert inspect(opened, content()).kind == "workbook"
    assert inspect(opened, content(), kind="bookings").kind == "bookings"


@pytest.mark.parametrize(
    ("rows", "code"),
    [([["qux", "quux"], ["1", "2"]], "unknown_kind"), ([["1", "2"]], "unknown_kind")],
)
def test_what_is_no_log_is_refused(rows: list[list[str]], code: str) -> None:
    with pytest.raises(InputRefused) as refused:
        inspect(as_csv(rows), content())
    assert refused.value.problems[0].code == code


def test_a_workbook_without_cells_is_empty() -> None:
    with pytest.raises(InputRefused) as refused:
        inspect(as_xlsx([[]]), content())
    assert refused.value.problems[0].code == "empty_file"


def test_headings_without_rows_are_recognised() -> None:
    found = inspect(as_csv([list(HEADINGS)]), content())
    assert (found.kind, found.rows, found.can_be_read) == ("deviations", 0, True)


def test_a_list_of_one_kind_says_so_in_its_name() -> None:
    rows = [["Date", "Scientist called", "Batch"], ["2026-01-02", "Ina Adler", "P001"]]
    found = inspect(as_csv(rows, "Call-out list.csv"), content())
    assert found.kind == "interventions"
    assert {c.field: c.fixed for c in found.columns if c.fixed} == {"kind": "call_out"}
    assert "every row is call out" in " ".join(found.needs_person)
    assert found.can_be_read
    table = intake(as_csv(rows, "Call-out list.csv")).table
    assert table["kind"].tolist() == ["call_out"]
