"""Edits where a gap report is not read back: each is named, with where to make it instead.

Codes RT40, RT42 and RT44 are those of the workbook specification, *Round trip*.
"""

from collections.abc import Iterator, Mapping, Sequence

from readiness.files.anatomy import SheetAnatomy
from readiness.files.opened import OpenedFile
from readiness.report.untouched import WATCHED, Checks, Watched, check, form
from readiness.workspace.report_tables import Reading
from readiness.workspace.returned import Headings, Remarks, Row, Table, table, text

CONTENT = "it belongs to the questionnaire, so propose the change to who keeps it"
COMPUTED = "the app computes it anew"
_PAGE = 'change it in the app on the page "{}"'
DRILL, EVIDENCE, PROFILE, QUESTIONS, PLAN = (
    _PAGE.format(name)
    for name in ("Drill", "Evidence", "Profile and people", "Questions", "Roadmap")
)
WHERE: Mapping[str, Mapping[str, str]] = {
    "gaps": {
        "": CONTENT,
        **dict.fromkeys(("claimed", "basis", "rule"), QUESTIONS),
        **dict.fromkeys(("effort", "elapsed", "owner_role"), PLAN),
        **dict.fromkeys(("first_5", "first_10", "robust", "wave", "records"), COMPUTED),
        "evidence": EVIDENCE,
    },
    "findings": {"": COMPUTED},
    "roadmap": {
        "": PLAN,
        **dict.fromkeys(("capability", "action", "needs"), CONTENT),
        **dict.fromkeys(("order", "wave", "levels", "reason"), COMPUTED),
    },
    "metrics": {
        "": EVIDENCE,
        **dict.fromkeys(("metric", "unit", "informs", "pitfalls"), CONTENT),
    },
    "drills": {
        "": CONTENT,
        **dict.fromkeys(("held_on", "points", "critical"), DRILL),
        "workings": COMPUTED,
    },
    "flags": {"": CONTENT, "state": PROFILE},
}
"""Table and column -> where an edit of it belongs; ``""`` for every other column."""

Places = Mapping[str, tuple[int, Row]]
"""Row number and cells by id."""


def note_others(reading: Reading, sheet: str, name: str) -> None:
    """Name the edits in the other cells of a sheet; ``name``: what it is called now."""
    for table_name, checks in reading.exported.checks.items():
        if WATCHED[table_name].sheet == sheet:
            _note(reading, table_name, checks, name)


def _note(reading: Reading, table_name: str, checks: Checks, name: str) -> None:
    kind = WATCHED[table_name]
    there = _there(reading.opened, kind, name)
    if there is None:
        message = "headings are missing or renamed; the cells below were not compared"
        reading.remarks.note("RT47", message, name)
        return
    rows = _rows(kind, checks, there)
    _note_values(reading, table_name, checks, there, rows)
    if reading.anatomy.known and rows:
        _note_formulas(reading, kind, checks, there, rows)


def _there(opened: OpenedFile, kind: Watched, name: str) -> Table | None:
    """The table by its headings; the remarks of reading it stand elsewhere."""
    headings = kind.headings
    telling = (headings[kind.id], headings[kind.telling])
    wanted = Headings(telling, telling, ("RT10", "RT11", "RT12"), tuple(headings.values()))
    return table(opened, name, wanted, Remarks(opened.name))


def _rows(kind: Watched, checks: Checks, there: Table) -> dict[str, tuple[int, Row]]:
    """The rows that left and are here; of several with one id the first."""
    found: dict[str, tuple[int, Row]] = {}
    for number, row in enumerate(there.rows, start=there.first):
        id = text(there.cell(row, kind.headings[kind.id]))
        if id in checks.cells:
            found.setdefault(id, (number, row))
    return found


def _note_values(
    reading: Reading, table_name: str, checks: Checks, there: Table, rows: Places
) -> None:
    """RT42: what was typed where nothing is taken back."""
    headings, where = WATCHED[table_name].headings, WHERE[table_name]
    changed: dict[str, list[str]] = {}
    for id, (_, row) in rows.items():
        for key, left in checks.cells[id].items():
            if headings[key] in there.at and check(there.cell(row, headings[key])) != left:
                changed.setdefault(key, []).append(id)
    for key, ids in changed.items():
        message = (
            f"{headings[key]} of {_few(ids)}: changed, but not taken back; "
            f"{where.get(key, where[''])}"
        )
        reading.remarks.note("RT42", message, there.sheet, rows[ids[0]][0], headings[key])


def _few(ids: Sequence[str]) -> str:
    return ids[0].replace("_", " ") + (f" and {len(ids) - 1} more" if len(ids) > 1 else "")


def _note_formulas(
    reading: Reading, kind: Watched, checks: Checks, there: Table, rows: Places
) -> None:
    """RT40: values typed over formulas; RT44: formulas that say something else."""
    marks = reading.anatomy.sheet(there.sheet)
    at = {key: there.at[h] + 1 for key, h in kind.headings.items() if h in there.at}
    live = {
        key: [id for id in rows if key not in checks.cells[id]] for key in checks.forms if key in at
    }
    gone = {
        key: [id for id in ids if (rows[id][0], at[key]) not in marks.formulas]
        for key, ids in live.items()
    }
    if live and gone == live:
        message = "its formulas were replaced by values; the app computes every figure anew"
        reading.remarks.note("RT40", message, there.sheet)
        return
    names = {number: key for key, number in at.items()}
    others = {
        key: [id for id in ids if _is_other(marks, (rows[id][0], at[key]), names, checks, key)]
        for key, ids in live.items()
    }
    for code, found, said in (
        ("RT40", gone, "is computed; what was typed over it for {} is ignored"),
        ("RT44", others, "is computed, and its formula was changed for {}: the app's own holds"),
    ):
        for key, ids in _filled(found):
            heading = kind.headings[key]
            message = f"{heading} {said.format(_few(ids))}"
            reading.remarks.note(code, message, there.sheet, rows[ids[0]][0], heading)


def _filled(found: Mapping[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    return ((key, ids) for key, ids in found.items() if ids)


def _is_other(
    marks: SheetAnatomy,
    place: tuple[int, int],
    names: Mapping[int, str],
    checks: Checks,
    key: str,
) -> bool:
    told = marks.formula(place)
    if told is None:
        return False
    (row, _), words = told
    return form(words, row, names) not in checks.forms[key]
