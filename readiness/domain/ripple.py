"""One concrete change and what it touches: the worksheet's entries and content (domain 1.4)."""

from pydantic import Field, model_validator

from readiness.domain.base import Exact, Model
from readiness.domain.lock_in import AreaWeeks, RippleArea, Size


class ChangeArea(Model):
    """What a change asks of one area; ``affected`` None: nobody has said."""

    area: str
    affected: bool | None = None
    size: Size | None = None
    """Whose usual weeks are planned with, where no weeks of its own stand here."""
    owner: str = ""
    """A role, never a name."""
    effort: Exact | None = Field(default=None, ge=0, le=1000)
    """Person-weeks planned."""
    low: Exact | None = Field(default=None, ge=0, le=1000)
    mode: Exact | None = Field(default=None, ge=0, le=1000)
    high: Exact | None = Field(default=None, ge=0, le=1000)
    lots: int | None = Field(default=None, ge=0, le=9999)
    after: tuple[str, ...] | None = None
    """What must be done before it begins; None: the order of the content."""
    actual_weeks: Exact | None = Field(default=None, ge=0, le=1000)
    """What it took in the end; None: it is not over."""
    actual_effort: Exact | None = Field(default=None, ge=0, le=1000)

    @model_validator(mode="after")
    def _in_order(self) -> "ChangeArea":
        given = (self.low, self.mode, self.high)
        if any(w is None for w in given) != all(w is None for w in given):
            raise ValueError("low, mode and high stand together, or none of them")
        if self.low is not None:
            AreaWeeks.model_validate({"area": self.area, **dict(zip(WEEKS, given, strict=True))})
        return self

    def planned(self, area: RippleArea) -> AreaWeeks | None:
        """Its own weeks, else the usual ones of its size; None for neither."""
        if self.low is not None and self.mode is not None and self.high is not None:
            return AreaWeeks(area=self.area, low=self.low, mode=self.mode, high=self.high)
        return area.usual(self.size) if self.size else None


WEEKS = ("low", "mode", "high")


class Change(Model):
    """A concrete change with its worksheet."""

    id: str = Field(min_length=1, pattern=r"^[a-z0-9][a-z0-9_-]*$")
    name: str = Field(min_length=1)
    areas: tuple[ChangeArea, ...] = ()

    def of(self, area: str) -> ChangeArea:
        """What was said of an area."""
        empty = ChangeArea(area=area)
        return next((one for one in self.areas if one.area == area), empty)


class RippleFindings(Model):
    """What is said of a change."""

    not_said: str
    no_owner: str
    no_weeks: str
    too_late: str
    over: str
    base_rate: str
    loop: str
    claim: str


class RippleRules(Model):
    """``ripple.yaml``; areas, usual weeks and their order stand in ``lock_in.yaml``."""

    capability: str
    least: int = Field(ge=1)
    """Actual figures of one area and size from which they are called a base rate."""
    tolerance: Exact = Field(ge=0)
    """Share of the planned weeks by which an estimate may be missed."""
    claim_from: int = Field(ge=1, le=5)
    remark: str
    findings: RippleFindings
