"""A measurement says nothing that it does not know."""

from readiness.domain.measurement import IndexDetail, Measurement


def test_absence_is_none_never_nought() -> None:
    bare = Measurement(metric="D1", reason="not supplied")
    assert (bare.value, bare.level, bare.events, bare.low) == (None, None, None, None)
    assert not bare.usable
    assert IndexDetail(value=None, of=7).value is None


def test_it_reads_back_from_json() -> None:
    found = Measurement.model_validate({"metric": "D1", "value": 0.8, "level": 5, "usable": True})
    assert Measurement.model_validate_json(found.model_dump_json()) == found
