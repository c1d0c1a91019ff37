"""What was said of the operating model, beside the answers to the questions (method 11, 12)."""

from readiness.domain.base import Model
from readiness.domain.data_readiness import AiUse, DataSet
from readiness.domain.intersections import Crossing
from readiness.domain.lock_in import LockInChoice
from readiness.domain.model_map import ArchetypeSaid, Conductor, MapLink, MapNode
from readiness.domain.open_options import GateHeld, KeptOption
from readiness.domain.oversight import Overseen
from readiness.domain.partners import Partner, PartnerAnswer, PartnerFailure, SlotMonth
from readiness.domain.retention import Retained
from readiness.domain.ripple import Change
from readiness.domain.scaling_limits import ScalingLimit
from readiness.domain.stopwatch import StopwatchAnswer, StopwatchRun


class Operating(Model):
    """Every part of the operating model; empty where nobody has said anything yet."""

    partners: tuple[Partner, ...] = ()
    partner_answers: tuple[PartnerAnswer, ...] = ()
    partner_failures: tuple[PartnerFailure, ...] = ()
    partner_slots: tuple[SlotMonth, ...] = ()
    stopwatch: tuple[StopwatchRun, ...] = ()
    stopwatch_answers: tuple[StopwatchAnswer, ...] = ()
    choices: tuple[LockInChoice, ...] = ()
    changes: tuple[Change, ...] = ()
    retention: tuple[Retained, ...] = ()
    intersections: tuple[Crossing, ...] = ()
    oversight: tuple[Overseen, ...] = ()
    map_nodes: tuple[MapNode, ...] = ()
    map_links: tuple[MapLink, ...] = ()
    map_archetypes: tuple[ArchetypeSaid, ...] = ()
    conductors: tuple[Conductor, ...] = ()
    """One at most."""
    data_sets: tuple[DataSet, ...] = ()
    ai_uses: tuple[AiUse, ...] = ()
    limits: tuple[ScalingLimit, ...] = ()
    options: tuple[KeptOption, ...] = ()
    gates: tuple[GateHeld, ...] = ()

    @property
    def conductor(self) -> str:
        """The role that leads the whole chain; empty: none is named."""
        return self.conductors[0].role if self.conductors else ""
