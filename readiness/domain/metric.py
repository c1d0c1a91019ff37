"""What is counted: metrics and the streams that they come from (method 3)."""

from fractions import Fraction
from typing import Literal

from readiness.domain.base import Exact, Model
from readiness.domain.scale import Level, Mark, Modality

Direction = Literal["high", "low"]
Interval = Literal["poisson", "wilson", "bootstrap", "order", "census", "ordinal"]


class SpecialRule(Model):
    """A level that the cut points do not give (method 3, domain 4.2)."""

    value: Exact
    level: Level
    why: str


class Metric(Model):
    """A definition; its value with n and rows is an observation."""

    id: str
    name: str
    stream: str
    definition: str
    needs: tuple[str, ...]
    """Tables and columns, as ``kind.column``."""
    unit: str
    factor: Exact = Fraction(1)
    """Value = factor * events / exposure or trials: 100 for %, 10 for a figure per 10 batches."""
    direction: Direction
    cuts: tuple[Exact, Exact, Exact, Exact]
    cut_factor: dict[Modality, Exact] = {}
    interval: Interval
    batches_needed: bool
    minimum_n: int | None = None
    count_metric: bool = False
    """No event at all is a suspicion."""
    silent_value: Exact | None = None
    """A share at this value shows none of what it looks for: a suspicion."""
    under_reporting: bool = False
    special: tuple[SpecialRule, ...] = ()
    typed_level: bool = False
    typed_as_counts: bool = False
    """Typed in as events and trials although logs give another interval (H2)."""
    parameters: dict[str, Exact] = {}
    """Further figures of the definition, by name: days a copy is live (S1), share of zeros (D7)."""
    words: dict[str, tuple[str, ...]] = {}
    """Lists of words of the definition, by name: roles at the bench (H5)."""
    capabilities: tuple[str, ...]
    basis: str
    mark: Mark = "EJ"
    pitfalls: str


class Stream(Model):
    """One of the four streams of evidence with its index (method 3)."""

    id: str
    name: str
    index: str
    """Key in the result: process_instability, documentation_burden, ..."""
    index_name: str
    index_metrics: tuple[str, ...]
    in_short_form: bool = True
    identifiable_metric: str | None = None
