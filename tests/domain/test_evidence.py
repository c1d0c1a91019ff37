"""Evidence as a value: observations by metric, and JSON that reads back (house)."""

from fractions import Fraction

from readiness.domain.evidence import Evidence, Observation, RowRef


def test_observations_are_found_by_metric() -> None:
    one = Observation(metric="D1", value=Fraction(37, 6), events=37, exposure=Fraction(6))
    found = Evidence(observations=(one, Observation(metric="D2", missing="no column")))
    assert found.observation_by_metric["D1"] is one
    assert found.observation_by_metric["D2"].missing == "no column"


def test_rows_are_found_again() -> None:
    row = RowRef(file="log.csv", row=12)
    assert (row.sheet, row.key) == (None, "")


def test_it_reads_back_from_json() -> None:
    """Counts come back exactly; a value with no finite decimals as its nearest one."""
    found = Evidence(
        observations=(Observation(metric="D1", value=Fraction(1, 4), events=1, low=0.1, high=0.9),)
    )
    assert Evidence.model_validate_json(found.model_dump_json()) == found
