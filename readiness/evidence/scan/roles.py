"""Which tables of a sheet hold bookings, and which of their columns is what (S5, S8)."""

from functools import cached_property
from typing import get_args

from readiness.domain.columns import ColumnContent
from readiness.domain.prints import Role
from readiness.evidence.scan.tables import Table
from readiness.evidence.words import Vocabulary, normal

_ROLES: dict[str, Role] = {role: role for role in get_args(Role)}


class BookingWords:
    """The headings and states of bookings, as the content names them."""

    def __init__(self, content: ColumnContent) -> None:
        self._content = content
        kind = content.kinds.get("bookings")
        self._known: dict[str, tuple[int, Role]] = {}
        for name, field in kind.fields.items() if kind else ():
            for rank, alias in enumerate(field.aliases):
                if role := _ROLES.get(name):
                    self._known.setdefault(normal(alias), (rank, role))

    @cached_property
    def _states(self) -> Vocabulary:
        kind = self._content.kinds.get("bookings")
        name = kind.fields["status"].values if kind and "status" in kind.fields else None
        words = self._content.values.get(name or "", {})
        return Vocabulary(words, float(self._content.thresholds.value))

    def columns(self, table: Table) -> dict[Role, int]:
        """Role -> column of a table of bookings; empty for any other table.

        A heading counts only if it is one of the known ones. Bookings need something that names
        them (a number, a patient code) and something that can be moved (a start, a resource). A
        second column that may number the bookings is taken for the slot.
        """
        found: dict[Role, list[tuple[int, int]]] = {}
        for column, heading in table.headings.items():
            if known := self._known.get(normal(heading)):
                found.setdefault(known[1], []).append((known[0], column))
        columns = {role: min(places)[1] for role, places in found.items()}
        named, movable = {"booking", "subject"}, {"start", "resource"}
        if named.isdisjoint(columns) or movable.isdisjoint(columns):
            return {}
        numbers = sorted(found.get("booking", ()))
        if len(numbers) > 1:
            columns["slot"] = numbers[1][1]
        return columns

    def state(self, text: str) -> str | None:
        """What the word for the state of a booking means; None for one that is not known."""
        meaning = self._states.meaning(text)
        return meaning.value if meaning else None
