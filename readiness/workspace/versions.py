"""The saved versions of a workbook in words and rows, for both faces (screens 3.3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from readiness.domain.evidence import Evidence
from readiness.domain.versions import ChangeKind, SavedVersion, VersionStep, WorkbookFamily
from readiness.report.numerals import percent, plural, short
from readiness.workspace.listing import as_csv

KINDS: dict[ChangeKind, str] = {
    "formula_to_constant": "formula typed over",
    "changed": "another value",
    "formula_changed": "another formula",
    "removed": "emptied",
    "added": "filled",
    "constant_to_formula": "value became a formula",
}
"""What a kind of change is called, in the order in which it is shown."""
HOLDS = {
    "booking": "booking",
    "slot": "slot",
    "subject": "patient code",
    "resource": "suite or resource",
    "start": "start",
    "end": "end",
    "status": "status",
}
SHOWN = 6
"""Addresses of one line that are shown; the list to download holds all."""


@dataclass(frozen=True)
class Saving:
    """A version as it stands in the list: what it is, and what it changed."""

    version: SavedVersion
    step: VersionStep | None

    @property
    def moment(self) -> str:
        """When it was saved, in UTC."""
        saved = self.version.saved
        return f"{saved:%d %b %Y, %H:%M}" if saved else "not said by the file"

    @property
    def editor(self) -> str:
        """Who saved it, by code."""
        return self.version.editor or "not said"

    @property
    def cells(self) -> str:
        """How many cells differ from the version before."""
        if self.step is None:
            return "—" if self.version.comparable else "cannot be compared"
        return str(self.step.cells)

    @property
    def churn(self) -> str:
        """Which share of the cells that hold bookings changed, and how fast."""
        if self.step is None or self.step.churn is None:
            return "—"
        base = "of booking cells" if self.step.base == "bookings" else "of all cells"
        weekly = self.step.churn_per_week
        pace = f", {share(weekly)} a week" if weekly is not None else ""
        return f"{share(self.step.churn)} {base}{pace}"

    @property
    def moved(self) -> str:
        """Moves in so many confirmed bookings, with those of tentative ones beside them."""
        if self.step is None:
            return "—"
        tentative = self.step.tentative_moves
        beside = f", {tentative} in tentative ones" if tentative else ""
        return f"{len(self.step.rebookings)} in {self.step.exposed} confirmed{beside}"


def share(value: Fraction) -> str:
    """A share in per cent; a small one is not rounded to nothing."""
    return "under 1 %" if 0 < value < Fraction(1, 200) else percent(value)


def savings(family: WorkbookFamily) -> list[Saving]:
    """The versions, oldest first, each with what it changed."""
    steps = {step.after: step for step in family.steps}
    return [Saving(version, steps.get(version.file)) for version in family.versions]


def family_of(evidence: Evidence, sha256: str) -> WorkbookFamily | None:
    """The workbook that a file is a version of."""
    for family in evidence.versions:
        if any(version.sha256 == sha256 for version in family.versions):
            return family
    return None


def lead(family: WorkbookFamily) -> str:
    """The family in a sentence or two: how many, how far apart, who, how fast it grows."""
    parts = [plural(len(family.versions), "saved version")]
    if family.spread_days is not None:
        parts.append(f"over {plural(family.spread_days, 'day')}")
    if family.live:
        parts.append(f"{len(family.live)} of them in use")
    if family.known_saves:
        top = f"{family.top_editor} saved {family.top_saves} of {family.known_saves}"
        parts.append(f"{plural(len(family.editors), 'editor')} ({top})")
    said = ", ".join(parts)
    said = said[:1].upper() + said[1:] + "."
    if family.growth_per_month:
        grown = "grows" if family.growth_per_month > 0 else "shrinks"
        said += f" It {grown} by {short(abs(family.growth_per_month) / 1024)} kB a month."
    return said


def change_rows(step: VersionStep) -> list[tuple[str, str, str, int, str]]:
    """What changed where: sheet, column and what it holds, kind, cells, addresses."""
    order = list(KINDS)
    ranked = sorted(step.changes, key=lambda c: (c.sheet, order.index(c.kind), -c.count))
    return [
        (
            change.sheet,
            f"{change.column} ({HOLDS[change.holds]})" if change.holds in HOLDS else change.column,
            KINDS[change.kind],
            change.count,
            _some(change.addresses),
        )
        for change in ranked
    ]


def _some(addresses: tuple[str, ...]) -> str:
    rest = len(addresses) - SHOWN
    return ", ".join(addresses[:SHOWN]) + (f" and {rest} more" if rest > 0 else "")


def changes_csv(family: WorkbookFamily) -> bytes:
    """Every change of every step with all its addresses, and every rebooking with its rows."""
    head = ["From", "To", "Sheet", "Column", "Holds", "Change", "Cells", "Where", "Row before"]
    return as_csv(head, [row for step in family.steps for row in _listed(step)])


def _listed(step: VersionStep) -> Iterator[tuple[object, ...]]:
    ends = step.before, step.after
    for change in step.changes:
        holds, kind = HOLDS.get(change.holds, ""), KINDS[change.kind]
        where = " ".join(change.addresses)
        yield *ends, change.sheet, change.column, holds, kind, change.count, where, ""
    for move in step.rebookings:
        kind = f"rebooked: another {move.field}"
        yield *ends, move.sheet, "", "booking", kind, 1, f"row {move.row}", move.row_before


def version_lines(evidence: Evidence) -> Iterator[str]:
    """The versions of every workbook that has several, for the command line."""
    for family in evidence.versions:
        if len(family.versions) < 2:
            continue
        yield ""
        yield f"{family.name}: {lead(family)}"
        yield from (_line(saving) for saving in savings(family))
        yield from (f"  ▲ {doubt}" for doubt in family.doubts)


def _line(saving: Saving) -> str:
    saved = f"saved {saving.moment}" if saving.version.saved else "does not say when it was saved"
    by = f" by {saving.version.editor}" if saving.version.editor else ""
    if saving.step is None:
        found = "cannot be compared" if not saving.version.comparable else "the oldest"
    else:
        found = f"cells changed {saving.cells}, churn {saving.churn}, bookings moved {saving.moved}"
    return f"  {saving.version.file}: {saved}{by}; {found}"
