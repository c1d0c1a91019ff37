"""The lenses' content: items stand once, what they name exists, the legs hold every dimension."""

from collections.abc import Iterator
from typing import get_args

from readiness.content.files import LENSES
from readiness.content.parts import Complaint, Parts
from readiness.content.shared_checks import once, unfilled, unknown, whole, wrong
from readiness.domain.lenses import LegRules, Lens, LensName

FILLED = {"low", "high", "score", "apart"}


def lenses(parts: Parts) -> Iterator[Complaint]:
    """Everything of this module; nothing while the file itself is broken."""
    rules = parts.lenses
    if rules is None:
        return
    for name in get_args(LensName):
        yield from _lens(parts, name, rules.lens(name))
    yield from _legs(parts, rules.legs)


def _lens(parts: Parts, name: str, lens: Lens) -> Iterator[Complaint]:
    known = parts.ids("dimension")
    yield from once(LENSES, (name, "items"), "item", [item.id for item in lens.items])
    for number, item in enumerate(lens.items):
        for place, id in enumerate(item.capabilities):
            if known is not None and id not in known:
                path = (name, "items", number, "capabilities", place)
                yield unknown(LENSES, path, "capability", id, known)


def _legs(parts: Parts, legs: LegRules) -> Iterator[Complaint]:
    yield from once(LENSES, ("legs", "items"), "leg", [leg.id for leg in legs.items])
    if parts.head is not None:
        stood = [id for leg in legs.items for id in leg.dimensions]
        yield from whole(LENSES, "legs", stood, parts.head.dimension_order)
    for message, advice in unfilled(legs.apart_text, FILLED):
        yield wrong(LENSES, ("legs", "apart_text"), message, advice)
