"""A gap report that left, edited by a script as people edit it, and looked at when it is back."""

import io
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import openpyxl
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from readiness.domain.assessment import Assessment, Override, Profile, Settings
from readiness.domain.base import remade
from readiness.domain.columns import IntakeErrors
from readiness.domain.planning import ActionEdit, Plan
from readiness.domain.tracking import Tracking
from readiness.files.anatomy import read_anatomy, told
from readiness.files.limits import Limits
from readiness.files.opening import open_upload
from readiness.report.finding_ids import finding_ids
from readiness.report.gap_workbook import gap_workbook
from readiness.report.layout import ASSUMPTIONS, FINDINGS, REGISTER
from readiness.workspace.offline import Origin
from readiness.workspace.report_back import ReportBack, compare
from tests.made import questionnaire
from tests.report.organisations import AS_OF, judged, organisation

ID = "f" * 32
REASON = "P: seen in two audits; target: agreed with the board"
SHEETS = (REGISTER, FINDINGS, ASSUMPTIONS)
PLAN = Plan(
    actions=(
        ActionEdit(id="CTL-1", status="started", start=date(2026, 10, 5), reason="under way"),
        ActionEdit(
            id="Freezer map",
            name="Map the freezers",
            effort={"SC": Fraction(2)},
            elapsed=3,
            lifts={"CTL-1": 2},
            reason="asked for by the site",
        ),
    )
)
NOT_NAMES = frozenset({"quality", "head", "of"})


def overridden(rating: str, value: int, reason: str) -> Override:
    return Override.model_validate(
        {
            "capability": "CTL-1",
            "rating": rating,
            "value": value,
            "reason": reason,
            "by": "assessor",
            "on": AS_OF,
        }
    )


@cache
def left() -> tuple[Origin, bytes, str]:
    """What a report was made of, the report, and the id of its first finding."""
    content = questionnaire()
    said = organisation(
        content,
        1,
        low=1,
        high=3,
        profile=Profile(
            organisation="Alder Bridge (invented)", modality="autologous", stage="phase_1"
        ),
        settings=Settings(),
        overrides=(
            overridden("P", 4, "seen in two audits"),
            overridden("target", 3, "agreed with the board"),
        ),
        tracking=(
            Tracking(item="CTL-1", owner="Supply chain lead", status="open", due=date(2027, 3, 1)),
            Tracking(item="CTL-2", comment="=1+1 is what they say"),
        ),
        plan=PLAN,
    )
    result = judged(content, said)[0]
    data = gap_workbook(result, said, content, revision="3", kept_as=ID)
    return Origin(ID, said, content, "3"), data, finding_ids(result.findings)[0]


def origin(**changes: Any) -> Origin:
    """The assessment, perhaps changed since."""
    before = left()[0]
    said: Assessment = remade(before.assessment, **changes)
    return Origin(ID, said, before.questionnaire, "5" if changes else "3")


def book(data: bytes | None = None) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data or left()[1]))


def saved(workbook: Workbook) -> bytes:
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def heads(sheet: Worksheet) -> tuple[int, dict[str, int]]:
    """The heading row, and column by heading."""
    for row in sheet.iter_rows(max_row=30):
        words = {str(c.value): c.column for c in row if c.value}
        if "Owner" in words and "Status" in words:
            return int(row[0].row or 0), words
    raise AssertionError(sheet.title)


def row_of(sheet: Worksheet, id: str) -> int:
    return next(int(r[0].row or 0) for r in sheet.iter_rows() if any(c.value == id for c in r))


def typed(
    edits: Mapping[tuple[str, str, str], Any],
    change: Callable[[Workbook], Any] | None = None,
    data: bytes | None = None,
) -> bytes:
    """Type values into (sheet, id or label, heading), then change the workbook otherwise."""
    workbook = book(data)
    for (sheet, id, heading), value in edits.items():
        page = workbook[sheet]
        column = 2 if sheet == ASSUMPTIONS else heads(page)[1][heading]
        page.cell(row_of(page, id), column).value = value
    if change is not None:
        change(workbook)
    return saved(workbook)


def looked(data: bytes, now: Origin | None = None, name: str = "back.xlsx") -> ReportBack:
    """The difference, as the app sees it."""
    opened = open_upload(name, data)
    names = tuple(info.name for info in opened.sheets)
    anatomy = read_anatomy(told(opened, names, Limits(), IntakeErrors()))
    return compare(opened, anatomy, now or left()[0], NOT_NAMES)


def told_of(back: ReportBack) -> dict[tuple[str, str], tuple[str, Any]]:
    """Kind and new value of each line."""
    return {
        (line.key.item, line.key.field): (line.kind, line.found and line.found.value)
        for line in back.lines
    }


def codes(back: ReportBack) -> list[str]:
    return [note.code for note in back.notes]
