"""What a person states of a log: that it holds every record of some days (domain 4.0, rule 5)."""

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from readiness.domain.base import Model
from readiness.domain.evidence import TableKind


class CompleteLog(Model):
    """The files of one kind hold every record from a day to a day, both included.

    ``by``: the role that states it, never a name; ``on``: the day of the statement.
    """

    kind: TableKind
    from_: date = Field(alias="from")
    to: date
    by: str = Field(min_length=1)
    on: date

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> Self:
        if self.from_ > self.to:
            raise ValueError("it ends before it begins")
        return self
