"""Assumptions that came back: weights, bands and horizon are settings, the rest is a proposal.

Cut points, targets and conditions are content: a change of them is said, and nothing is written.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from readiness.domain.assessment import Assessment, Settings
from readiness.domain.questionnaire import Questionnaire
from readiness.files.opened import Cell
from readiness.report.exported import Assumption, cell_text
from readiness.report.facts import weights_shown
from readiness.roadmap.priority import bands_used
from readiness.workspace.report_fields import SETTINGS, Key, Said
from readiness.workspace.report_rows import Found
from readiness.workspace.report_tables import Reading
from readiness.workspace.returned import Mistyped, Row, text
from readiness.workspace.typed_cells import Typed, choice, number

HEADS = ("Weights", "Weight")
TOLERANCE = 1e-9
FEW = 3


def stored_settings(said: Assessment, content: Questionnaire) -> dict[Key, Said]:
    """The settings as Assumptions would show them now."""
    weights = weights_shown(said.settings, content.priority)
    bands = bands_used(said.settings, content.priority)
    stage = content.next_stage(said.profile.stage)
    horizon = "launch" if said.settings.horizon == "launch" else stage
    return {
        **{Key(SETTINGS, f"weight {r}"): Said(cell_text(v)) for r, v in weights.items()},
        **{Key(SETTINGS, f"band {b}"): Said(cell_text(v)) for b, v in bands.items()},
        Key(SETTINGS, "horizon"): Said(content.stage_name(horizon)),
    }


def read_settings(reading: Reading, name: str, found: Found) -> None:
    """Read the inputs by their labels; ``name``: what the sheet is called now."""
    rows = reading.opened.sheet(name).rows
    column = _labels(rows)
    if column is None:
        message = f"the heading {HEADS[0]} is gone; nothing was read from this sheet"
        reading.remarks.refuse("RT10", message, name, advice="Put the headings back")
        return
    places: dict[str, int] = {}
    for line, row in enumerate(rows):
        if column < len(row) and text(row[column]):
            places.setdefault(text(row[column]), line)
    proposals = []
    for one in reading.exported.assumptions:
        line = places.get(one.label, -1)
        if line < 0:
            continue
        at = (line, column + one.offset)
        if one.key:
            _setting(reading, name, one, at, found)
        elif _differs(rows[line], at[1], one.value):
            proposals.append(one.label)
    _note_proposals(reading, name, list(dict.fromkeys(proposals)))
    weights = [v.value for k, v in found.values.items() if k.field.startswith("weight") and v]
    if weights and not any(Fraction(value) for value in weights):
        line = places[reading.exported.assumptions[0].label] + 1
        advice = "Give at least one of them weight"
        reading.remarks.refuse("RT23", "the three weights are all 0", name, line, advice=advice)


def _labels(rows: Sequence[Row]) -> int | None:
    """The column of the labels."""
    for row in rows:
        words = [text(cell) for cell in row]
        for place, pair in enumerate(pairwise(words)):
            if pair == HEADS:
                return place
    return None


def _differs(row: Row, place: int, left: str) -> bool:
    cell = row[place] if place < len(row) else ""
    if isinstance(cell, int | float) and left:
        return abs(float(cell) - float(left)) > TOLERANCE
    return text(cell) != left


def _setting(
    reading: Reading, name: str, one: Assumption, at: tuple[int, int], found: Found
) -> None:
    row = reading.opened.sheet(name).rows[at[0]]
    key = Key(SETTINGS, one.key)
    found.places[key] = (name, at[0] + 1, one.label)
    if one.key != "horizon" and not _differs(row, at[1], one.value):
        found.values[key] = Said(one.value)
        return
    place = (name, at[0] + 1, one.label)
    marks = reading.anatomy.sheet(name)
    if (at[0] + 1, at[1] + 1) in marks.formulas:
        reading.remarks.refuse(
            "RT16", "a formula stands here", *place, advice="Paste it as a value"
        )
        return
    cell = row[at[1]] if at[1] < len(row) else ""
    try:
        typed = _read(reading, one.key, cell)
    except Mistyped as wrong:
        code = "RT22" if one.key.startswith("weight") else "RT20"
        reading.remarks.mistyped(code, wrong, *place)
        return
    if typed.remark:
        reading.remarks.note("RT33", typed.remark, *place)
    found.values[key] = Said(typed.value)


def _read(reading: Reading, key: str, cell: Cell) -> Typed:
    if key == "horizon":
        return choice(cell, _stages(reading))
    return number(cell, 0, 1 if key.startswith("weight") else 100)


def _stages(reading: Reading) -> list[str]:
    """What one can plan to: the next stage, and launch."""
    content = reading.origin.questionnaire
    stage = content.next_stage(reading.origin.assessment.profile.stage)
    return list(dict.fromkeys(content.stage_name(s) for s in (stage, "launch")))


def _note_proposals(reading: Reading, name: str, labels: list[str]) -> None:
    if labels:
        few = "; ".join(labels[:FEW]) + (
            f" and {len(labels) - FEW} more" if len(labels) > FEW else ""
        )
        message = (
            f"targets, conditions and cut points belong to the questionnaire ({few}): propose the "
            "change to who keeps it; nothing of it is taken"
        )
        reading.remarks.note("RT50", message, name)


def changed_settings(said: Assessment, content: Questionnaire, taken: dict[str, Said]) -> Settings:
    """The settings with the fields that were taken."""
    now = said.settings
    weights = weights_shown(now, content.priority)
    bands = bands_used(now, content.priority)
    new: dict[str, object] = {}
    for prefix, values in (("weight", weights), ("band", bands)):
        named = {key.partition(" ")[2]: v for key, v in taken.items() if key.startswith(prefix)}
        if named:
            new[f"{prefix}s"] = {**values, **{k: Fraction(v.value) for k, v in named.items()}}
    if "horizon" in taken:
        launch = taken["horizon"].value == content.stage_name("launch")
        new["horizon"] = "launch" if launch else "next_stage"
    return Settings.model_validate(now.model_dump() | new)
