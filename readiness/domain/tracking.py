"""What becomes of a gap or a finding after the report: none of it is judged (workbook 5)."""

from datetime import date
from typing import Literal, get_args

from pydantic import Field

from readiness.domain.base import Model

TrackingStatus = Literal["open", "in progress", "done", "accepted", "not agreed"]
STATUSES: tuple[TrackingStatus, ...] = get_args(TrackingStatus)


class Tracking(Model):
    """Who sees to one gap or finding, by when, how it stands."""

    item: str = Field(min_length=1)
    """A capability's id for its gap, or the id that the report gives a finding (``kind:...``)."""
    owner: str = ""
    """A role or a code, never a name."""
    status: TrackingStatus | None = None
    due: date | None = None
    comment: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return not (self.owner or self.status or self.due or self.comment)
