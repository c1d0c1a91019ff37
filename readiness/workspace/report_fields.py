"""The fields of a gap or finding that a person decides over, out of the cells of its row."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from readiness.domain.assessment import Assessment
from readiness.report.columns import GAP_FIELDS
from readiness.report.exported import Cells, Exported, action_cells, cell_text
from readiness.report.gap_register import edited

RATINGS = {"p_over": "P", "r_over": "R", "l_over": "L", "target_over": "target"}
"""Column of an override -> what it replaces."""
REASON = "over_reason"
SETTINGS = "settings"
"""The item of what belongs to no gap: weights, bands, horizon."""
ACTION = "action:"
"""Before the id of an action, which may be that of its gap."""
# The exported cell holds the reasons of all overrides: "P: ...; target: ...".
_LABEL = re.compile(r"(?:^|;\s*)(P|R|L|target):\s*")


class Key(NamedTuple):
    """What a line of the difference is about: a gap's, a finding's id or SETTINGS, and a field."""

    item: str
    field: str


@dataclass(frozen=True)
class Said:
    """A value as canonical text; an override has its reason."""

    value: str
    reason: str = ""


def reasons_of(words: str) -> dict[str, str]:
    """The reason of each rating in one cell; what stands before any label is that of ''."""
    parts = _LABEL.split(words)
    found = {"": parts[0].rstrip("; ")} if parts[0] else {}
    for rating, reason in zip(parts[1::2], parts[2::2], strict=True):
        found[rating] = reason.rstrip("; ")
    return found


def fields_of(cells: Cells) -> dict[str, Said]:
    """The fields of a row: overrides with their reasons, the others as they stand."""
    reasons = reasons_of(cells.get(REASON, ""))
    fields = {}
    for key, value in cells.items():
        if key in RATINGS:
            rating = RATINGS[key]
            fields[rating] = Said(value, reasons.get(rating, reasons.get("", "")))
        elif key != REASON:
            fields[key] = Said(value)
    return fields


def exported_fields(exported: Exported) -> dict[Key, Said]:
    """What left."""
    actions = {f"{ACTION}{id}": cells for id, cells in exported.actions.items()}
    return _keyed({**exported.gaps, **exported.findings, **actions})


def stored_fields(said: Assessment, items: Iterable[str]) -> dict[Key, Said]:
    """What stands in the app now of these gaps, findings and actions."""
    return _keyed({item: stored_cells(said, item) for item in items})


def stored_cells(said: Assessment, item: str) -> dict[str, str]:
    """What would be exported now in the open cells of a row."""
    if item.startswith(ACTION):
        return action_cells(said, item.removeprefix(ACTION))
    held = edited(said, item)
    return {key: words for key in GAP_FIELDS if (words := cell_text(held.get(key)))}


def _keyed(rows: Mapping[str, Cells]) -> dict[Key, Said]:
    return {
        Key(item, name): value
        for item, cells in rows.items()
        for name, value in fields_of(cells).items()
    }
