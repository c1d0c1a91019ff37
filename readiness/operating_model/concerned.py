"""The capability that a part of the operating model concerns, and what is said to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from readiness.domain.evidence import RowRef
from readiness.domain.result import CapabilityResult, Finding

Rows = tuple[RowRef, ...]


@dataclass(frozen=True)
class Concerned:
    """The capability by which findings are listed; no level of it moves."""

    id: str | None
    """None where it is not asked of this profile or in this form."""
    claimed: int | None
    """The level that people claim; None where it is not asked or nobody said."""

    @classmethod
    def of(cls, id: str, capabilities: Mapping[str, CapabilityResult]) -> Self:
        """The capability of this id, as far as it is asked here."""
        shown = capabilities.get(id)
        if shown is None or not shown.applicable or not shown.in_form:
            return cls(None, None)
        return cls(id, shown.claimed)

    def warn(self, kind: str, text: str, rows: Rows = ()) -> Finding:
        """What wants to be looked at; ``text``: without its full stop, as everywhere here."""
        return Finding(kind=kind, capability=self.id, text=f"{text}.", evidence=rows)

    def hint(self, kind: str, text: str) -> Finding:
        """What is open or loose."""
        return Finding(kind=kind, capability=self.id, text=f"{text}.", severity="hint")

    def against(
        self, kind: str, least: int, words: str, rows: Rows = (), **figures: object
    ) -> Iterator[Finding]:
        """The claim that the part contradicts, where people claim at least that level.

        ``words``: of the content, with ``{claimed}`` and the names of ``figures``.
        """
        if self.claimed is not None and self.claimed >= least:
            said = words.format(claimed=self.claimed, **figures)
            yield self.warn(kind, f"{self.id}: {said}", rows)
