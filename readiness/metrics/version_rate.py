"""S8 where nobody keeps a list of changes: rebookings counted from saved versions."""

from collections import Counter
from collections.abc import Sequence

from readiness.domain.evidence import Observation, RowRef
from readiness.domain.versions import VersionStep, WorkbookFamily
from readiness.metrics.observations import Shown, rate
from readiness.metrics.registry import Inputs, instead

UNSEEN = (
    "moves made and undone between two savings are not seen, several moves of one booking between "
    "two savings count once, and reasons are not known"
)


@instead("S8")
def rebookings_from_versions(inputs: Inputs) -> Observation:
    """Confirmed bookings that moved from one saved version to the next, over those that could.

    Only where there is no list of changes, and only versions saved in the window. A lower bound:
    what it cannot see is said with it. Reasons are not known, so that clinical moves are in it.
    """
    if "booking_changes" in inputs.tables:
        return inputs.missing("there is a list of changes")
    steps = [(f, s) for f in inputs.families for s in f.steps if s.in_window]
    exposed = sum(family.exposed for family in inputs.families)
    if not exposed:
        return inputs.missing("no list of changes, and no two versions that share a booking")
    moves = [(family, step, move) for family, step in steps for move in step.rebookings]
    shown = Shown(
        rows=tuple(
            RowRef(file=step.after, sheet=move.sheet, row=move.row) for _, step, move in moves
        ),
        beside={
            "versions compared": float(len({f for _, s in steps for f in (s.before, s.after)})),
            "moves of tentative bookings": float(sum(s.tentative_moves for _, s in steps)),
        },
        remark=_basis(steps),
    )
    moved = Counter((family.name, move.booking) for family, _, move in moves)
    clusters = [*moved.values(), *[0] * (exposed - len(moved))]
    return rate(inputs, len(moves), exposed, shown, clusters)


def _basis(steps: Sequence[tuple[WorkbookFamily, VersionStep]]) -> str:
    """In words what the figure was counted from, and what it cannot show."""
    files = {name for _, step in steps for name in (step.before, step.after)}
    days = sorted(
        version.saved
        for family in {f.name: f for f, _ in steps}.values()
        for version in family.versions
        if version.saved and version.file in files
    )
    period = f" ({days[0]:%d %b %Y} to {days[-1]:%d %b %Y})" if days else ""
    return f"counted from {len(files)} saved versions{period}: {UNSEEN}"
