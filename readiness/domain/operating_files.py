"""The files of ``operating_model/`` in an assessment folder, as people write them (formats)."""

from typing import TypeVar

from pydantic import Field

from readiness.domain.base import Model
from readiness.domain.data_readiness import AiUse, DataSet
from readiness.domain.intersections import Crossing
from readiness.domain.lock_in import LockInChoice
from readiness.domain.model_map import ArchetypeSaid, Conductor, MapLink, MapNode
from readiness.domain.open_options import GateHeld, KeptOption
from readiness.domain.operating import Operating
from readiness.domain.oversight import Overseen
from readiness.domain.partners import Partner, PartnerAnswer, PartnerFailure, SlotMonth
from readiness.domain.retention import Retained
from readiness.domain.ripple import Change
from readiness.domain.scaling_limits import ScalingLimit
from readiness.domain.stopwatch import StopwatchAnswer, StopwatchRun


class AnswerRow(PartnerAnswer):
    """An answer; the file says whose."""

    partner: str = ""


class FailureRow(PartnerFailure):
    """A failure; the file says whose."""

    partner: str = ""


class SlotRow(SlotMonth):
    """A month; the file says whose."""

    partner: str = ""


class PartnerFile(Partner):
    """``cdmo-NAME.yaml``: one contract maker, NAME its id."""

    id: str = ""
    answers: tuple[AnswerRow, ...] = ()
    failures: tuple[FailureRow, ...] = ()
    slots: tuple[SlotRow, ...] = ()

    def taken(self, id: str) -> Operating:
        """What the file of this id adds. Raises ValidationError for an id that is none."""
        own = {name: getattr(self, name) for name in Partner.model_fields}
        return Operating(
            partners=(Partner(**own | {"id": id}),),
            partner_answers=tuple(_of(PartnerAnswer, row, id) for row in self.answers),
            partner_failures=tuple(_of(PartnerFailure, row, id) for row in self.failures),
            partner_slots=tuple(_of(SlotMonth, row, id) for row in self.slots),
        )

    @classmethod
    def of(cls, partner: Partner, said: Operating) -> "PartnerFile":
        """The file of a partner."""
        return cls(
            **dict(partner) | {"id": ""},
            answers=_rows(AnswerRow, said.partner_answers, partner.id),
            failures=_rows(FailureRow, said.partner_failures, partner.id),
            slots=_rows(SlotRow, said.partner_slots, partner.id),
        )


class LedgerFile(Model):
    """``ledger.yaml``: the early choices."""

    choices: tuple[LockInChoice, ...] = ()

    def taken(self) -> Operating:
        """What the file adds."""
        return Operating(choices=self.choices)


class RetentionFile(Model):
    """``retention.yaml``: the retention matrix."""

    rows: tuple[Retained, ...] = ()

    def taken(self) -> Operating:
        """What the file adds."""
        return Operating(retention=self.rows)


class IntersectionFile(Model):
    """``intersections.yaml``: the intersection matrix."""

    pairs: tuple[Crossing, ...] = ()

    def taken(self) -> Operating:
        """What the file adds."""
        return Operating(intersections=self.pairs)


class OversightFile(Model):
    """``oversight.yaml``: the extra questions on QA oversight."""

    questions: tuple[Overseen, ...] = ()

    def taken(self) -> Operating:
        """What the file adds."""
        return Operating(oversight=self.questions)


class MapFile(Model):
    """``map.yaml``: the model map."""

    conductor: str = Field(default="", max_length=80)
    nodes: tuple[MapNode, ...] = ()
    links: tuple[MapLink, ...] = ()
    archetypes: tuple[ArchetypeSaid, ...] = ()

    def taken(self) -> Operating:
        """What the file adds."""
        return Operating(
            map_nodes=self.nodes,
            map_links=self.links,
            map_archetypes=self.archetypes,
            conductors=(Conductor(role=self.conductor),) if self.conductor else (),
        )


class ToldRow(StopwatchAnswer):
    """An answer; the file says of which test."""

    run: str = ""


class HeldRow(StopwatchRun):
    """A test with its answers."""

    answers: tuple[ToldRow, ...] = ()


class StopwatchFile(Model):
    """``stopwatch.yaml``: the tests that were held."""

    tests: tuple[HeldRow, ...] = ()

    def taken(self) -> Operating:
        """What the file adds."""
        runs = (dict(test) for test in self.tests)
        return Operating(
            stopwatch=tuple(
                StopwatchRun(**{k: v for k, v in run.items() if k != "answers"}) for run in runs
            ),
            stopwatch_answers=tuple(
                StopwatchAnswer(**dict(row) | {"run": test.id})
                for test in self.tests
                for row in test.answers
            ),
        )

    @classmethod
    def of(cls, said: Operating) -> "StopwatchFile":
        """The file of every test."""
        return cls(
            tests=tuple(
                HeldRow(
                    **dict(run),
                    answers=tuple(
                        ToldRow(**dict(row) | {"run": ""})
                        for row in said.stopwatch_answers
                        if row.run == run.id
                    ),
                )
                for run in said.stopwatch
            )
        )


class ChangesFile(Model):
    """``changes.yaml``: a worksheet for each concrete change."""

    changes: tuple[Change, ...] = ()

    def taken(self) -> Operating:
        """What the file adds."""
        return Operating(changes=self.changes)


class DataFile(Model):
    """``data.yaml``: data sets, and the uses of AI that consume them."""

    sets: tuple[DataSet, ...] = ()
    uses: tuple[AiUse, ...] = ()

    def taken(self) -> Operating:
        """What the file adds."""
        return Operating(data_sets=self.sets, ai_uses=self.uses)


class LimitFile(Model):
    """``limits.yaml``: the volume at which each dimension breaks."""

    limits: tuple[ScalingLimit, ...] = ()

    def taken(self) -> Operating:
        """What the file adds."""
        return Operating(limits=self.limits)


class OptionFile(Model):
    """``options.yaml``: options kept open, and the gates at which they close."""

    options: tuple[KeptOption, ...] = ()
    gates: tuple[GateHeld, ...] = ()

    def taken(self) -> Operating:
        """What the file adds."""
        return Operating(options=self.options, gates=self.gates)


Made = TypeVar("Made", bound=Model)


def _of(model: type[Made], row: Model, partner: str) -> Made:
    return model(**dict(row) | {"partner": partner})


def _rows(model: type[Made], rows: tuple[Model, ...], partner: str) -> tuple[Made, ...]:
    mine = [dict(row) for row in rows if getattr(row, "partner", None) == partner]
    return tuple(model(**row | {"partner": ""}) for row in mine)
