"""A gap report that came back beside what stands in the app: the difference, then the decision.

Any cell that cannot be read refuses the file as a whole, with every such cell named: what was
meant there is not known (the workbook specification, *Round trip*, rule 5).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from readiness.domain.assessment import Assessment, Override, Settings
from readiness.domain.errors import InputRefused, Problem
from readiness.domain.planning import ActionEdit
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.tracking import Tracking
from readiness.files.anatomy import Anatomy
from readiness.files.opened import OpenedFile
from readiness.report.layout import ASSUMPTIONS
from readiness.workspace.notes import IdentifierFound, check_note, check_owner
from readiness.workspace.offline import Origin
from readiness.workspace.report_actions import edited
from readiness.workspace.report_fields import (
    ACTION,
    RATINGS,
    SETTINGS,
    Key,
    Said,
    exported_fields,
    stored_fields,
)
from readiness.workspace.report_formulas import note_formulas
from readiness.workspace.report_others import note_others
from readiness.workspace.report_reading import check_origin, read_identity, sheets_of
from readiness.workspace.report_rows import Found, read_rows
from readiness.workspace.report_settings import changed_settings, read_settings, stored_settings
from readiness.workspace.report_tables import KINDS, Reading
from readiness.workspace.returned import Remarks
from readiness.workspace.three_way import Choice, Line, decided, difference

Change = Line[Key, Said]
OVERRIDES = frozenset(RATINGS.values())


@dataclass(frozen=True)
class ReportBack:
    """What a report that came back would change.

    ``asks``: lines with a text that looks as if it identified somebody, and what it looks like;
    they are left out unless a person says otherwise. ``places``: sheet, row and heading of a line.
    """

    file: str
    report: str
    lines: tuple[Change, ...]
    notes: tuple[Problem, ...]
    asks: Mapping[Key, str] = field(default_factory=dict)
    places: Mapping[Key, tuple[str, int, str]] = field(default_factory=dict)

    @property
    def open_conflicts(self) -> tuple[Change, ...]:
        """The lines that need a decision each."""
        return tuple(line for line in self.lines if line.kind == "conflict")


def compare(
    opened: OpenedFile, anatomy: Anatomy, origin: Origin, not_names: frozenset[str] = frozenset()
) -> ReportBack:
    """What a report would change; nothing is written.

    ``not_names``: words that no person's name holds. Raises InputRefused if it is not this
    assessment's, cannot be trusted, or has cells that cannot be read, naming each.
    """
    exported = read_identity(opened, anatomy)
    remarks = Remarks(opened.name)
    check_origin(exported, origin, remarks)
    reading, found = Reading(opened, anatomy, exported, origin, remarks), Found()
    names = sheets_of(opened, exported, remarks)
    for sheet, name in names.items():
        if sheet == ASSUMPTIONS:
            read_settings(reading, name, found)
        elif sheet in KINDS:
            read_rows(reading, sheet, name, found)
        note_others(reading, sheet, name)
    note_formulas(reading, names)
    if remarks.refused:
        raise InputRefused(remarks.refused)
    left = exported_fields(exported) | {
        Key(SETTINGS, one.key): Said(one.value) for one in exported.assumptions if one.key
    }
    items = (*exported.gaps, *exported.findings, *(f"{ACTION}{id}" for id in exported.actions))
    now = stands(origin.assessment, origin.questionnaire, items)
    lines = tuple(difference(left, found.values, now))
    asked = ((line.key, _asked(line, not_names)) for line in lines)
    return ReportBack(
        file=opened.name,
        report=exported.report,
        lines=lines,
        notes=tuple(remarks.notes),
        asks={key: asks for key, asks in asked if asks},
        places=found.places,
    )


def stands(said: Assessment, content: Questionnaire, items: Iterable[str]) -> dict[Key, Said]:
    """What stands in the app now of these gaps and findings, and of the settings."""
    return stored_fields(said, items) | stored_settings(said, content)


def _asked(line: Change, not_names: frozenset[str]) -> str:
    """What looks like an identifier in a text that was not there before."""
    if line.found is None:
        return ""
    try:
        if line.key.field == "owner":
            check_owner(line.found.value, not_names)
        elif line.key.field == "comment":
            check_note(line.found.value)
        elif line.stored is None or line.found.reason != line.stored.reason:
            check_note(line.found.reason)
    except IdentifierFound as found:
        return str(found)
    return ""


@dataclass(frozen=True)
class Taken:
    """What is to be written; None takes an entry away."""

    tracking: Mapping[str, Tracking | None]
    overrides: Mapping[tuple[str, str], Override | None]
    actions: Mapping[str, ActionEdit | None]
    settings: Settings | None
    count: int


def taken(
    back: ReportBack,
    choices: Mapping[Key, Choice],
    said: Assessment,
    content: Questionnaire,
    today: date,
) -> Taken:
    """The entries to be written.

    Raises Undecided for a conflict without a choice, InputRefused for an action that would have
    started without a day.
    """
    left_out: dict[Key, Choice] = dict.fromkeys(back.asks, "app")
    values = decided(back.lines, left_out | dict(choices))
    tracking: dict[str, Tracking | None] = {}
    overrides: dict[tuple[str, str], Override | None] = {}
    actions: dict[str, dict[str, str]] = {}
    settings: dict[str, Said] = {}
    for key, value in values.items():
        if key.item == SETTINGS:
            if value is not None:
                settings[key.field] = value
        elif key.item.startswith(ACTION):
            fields = actions.setdefault(key.item.removeprefix(ACTION), {})
            fields[key.field] = value.value if value else ""
        elif key.field in OVERRIDES:
            edit = None if value is None else _override(key, value, today)
            overrides[key.item, key.field] = edit
        else:
            now = tracking.get(key.item) or said.tracking_of.get(key.item)
            now = now or Tracking(item=key.item)
            tracking[key.item] = _changed(now, key.field, value)
    kept = {item: None if now is None or now.is_empty else now for item, now in tracking.items()}
    new = changed_settings(said, content, settings) if settings else None
    edits = {id: edited(said, content, id, fields, back.report) for id, fields in actions.items()}
    return Taken(kept, overrides, edits, new, len(values))


def _override(key: Key, value: Said, today: date) -> Override:
    return Override.model_validate(
        {
            "capability": key.item,
            "rating": key.field,
            "value": int(value.value),
            "reason": value.reason,
            "by": "assessor",
            "on": today,
        }
    )


def _changed(now: Tracking, name: str, value: Said | None) -> Tracking:
    empty = None if name in ("status", "due") else ""
    return Tracking.model_validate(now.model_dump() | {name: value.value if value else empty})
