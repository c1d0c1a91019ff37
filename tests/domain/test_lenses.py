"""Lenses: an item is met only where nothing is missing or unknown."""

from readiness.domain.lenses import LensCapability, LensItemResult


def item(*missing: int | None) -> LensItemResult:
    """An item of capabilities that miss so many levels each; None is not known."""
    found = [
        LensCapability(id=f"X-{n}", final=None if m is None else 2, needed=3, missing=m)
        for n, m in enumerate(missing)
    ]
    met = sum(m == 0 for m in missing)
    return LensItemResult(id="x", name="X", score=None, met=met, capabilities=tuple(found))


def test_unknown_is_not_met() -> None:
    assert item(0, 0).is_met
    assert not item(0, None).is_met
    assert not item(0, 1).is_met
