"""The scale, the stages and modalities, and who is asked."""

from typing import Literal

from readiness.domain.base import Model

Level = Literal[1, 2, 3, 4, 5]
Rating = Literal["P", "R", "L"]
Modality = Literal["autologous", "allogeneic", "in_vivo"]
Stage = Literal["phase_1", "phase_2", "pivotal", "launch", "scale"]
Mark = Literal["V", "M", "EJ", "C"]


class ScaleLevel(Model):
    """One of the five levels: its names and the verdict that it gives (method 1)."""

    level: Level
    name: str
    short: str
    verdict: str
    signs: tuple[str, ...] = ()


class StageInfo(Model):
    """A stage of development, in the order of the life cycle."""

    id: Stage
    name: str


class ModalityInfo(Model):
    """A modality and the words that its makers use."""

    id: Modality
    name: str
    words: dict[str, str]
    """Keys unit, units, slot, slots, batch, batches: what one counts."""


class Function(Model):
    """One of the eight function codes, with the loose names that people use for it."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()


class TargetProfile(Model):
    """The level that a capability should have at each stage (method 6)."""

    id: str
    name: str
    targets: dict[Stage, Level]
