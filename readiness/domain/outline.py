"""What a portfolio says of one assessment: a result in short, kept beside it.

It holds no typed word but who sees to what, which is a role or a code and never a name.
"""

from datetime import date
from typing import Literal

from readiness.domain.base import Exact, Model
from readiness.domain.gaps import Band
from readiness.domain.scale import Level

DueKind = Literal["gap", "finding", "drill action", "request"]


class Due(Model):
    """Something that is still open and has a day."""

    kind: DueKind
    item: str
    """Its id among those of its kind; of a drill the run, of a gap the capability."""
    about: str
    """The capability or metric that it is about, or ''."""
    who: str
    """A role or a code; '' where nobody was named."""
    due: date


class Outline(Model):
    """A result in short. ``index`` and ``dimensions``: levels 1 to 5; shares: 0 to 1."""

    as_of: date
    level: Level
    verdict: str
    provisional: bool
    index: Exact | None
    index_low: Exact | None
    index_high: Exact | None
    coverage: Exact | None
    evidence_coverage: Exact | None
    fit: Exact | None
    is_drilled: bool
    dimensions: dict[str, Exact | None]
    gaps: dict[Band, dict[str, int]]
    """To the horizon that is set: capabilities by band, in their order, each with the levels from
    its final one to its target, 1 to 4."""
    met: tuple[str, ...]
    """Capabilities at or above their target: with those of ``gaps`` all whose level is known."""
    due: tuple[Due, ...]
    follows: str | None
    """The id of the round before, where it lies in the same store."""

    def overdue(self, today: date) -> tuple[Due, ...]:
        """What should have been done before today, the longest overdue first."""
        return tuple(sorted((d for d in self.due if d.due < today), key=lambda d: d.due))

    def without_people(self) -> "Outline":
        """For a reader who is to see nobody."""
        due = tuple(d.model_copy(update={"who": ""}) for d in self.due)
        return self.model_copy(update={"due": due})
