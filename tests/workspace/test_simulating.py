"""Parameters of a simulation from a file (formats, *Simulation parameters*)."""

from pathlib import Path

import pytest

from readiness.domain.errors import InputRefused, NotFound
from readiness.domain.simulation import SiteDown
from readiness.workspace.simulating import MAX_KB, parse_parameters, read_parameters

EXAMPLE = Path(__file__).parents[2] / "examples" / "phase-1-slots.yaml"


def refused(text: str) -> list[str]:
    """The problems of a text, as lines."""
    with pytest.raises(InputRefused) as caught:
        parse_parameters(text, "slots.yaml")
    return [str(problem) for problem in caught.value.problems]


def test_the_example_is_read() -> None:
    found = read_parameters(EXAMPLE)
    assert found.process_days == {10: 0.7, 11: 0.2, 12: 0.1}
    assert isinstance(found.shocks[1], SiteDown)
    assert found.shocks[1].running == "lost"


def test_every_problem_is_told_with_its_line() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    broken = (
        text.replace("failure_rate: 0.10", "failure_rate: 1.5")
        .replace("kind: demand, factor: 2.0", "kind: demnd, factor: 2.0")
        .replace("running: lost", "runing: lost")
        .replace("warm_up_days: 180", "warm_up: 180")
    )
    assert refused(broken) == [
        "slots.yaml:7: warm_up: this key is not known. The nearest valid name is warm_up_days",
        "slots.yaml:13: failure_rate: found 1.5, at most 1.0 was expected",
        (
            "slots.yaml:20: shocks, entry 1, kind: found demnd. Expected: a shock of kind demand, "
            "site_down, no_starts, release_delay or failure. The nearest valid name is demand"
        ),
        (
            "slots.yaml:21: shocks, entry 2, runing: this key is not known. "
            "The nearest valid name is running"
        ),
    ]


def test_a_shock_without_a_kind() -> None:
    text = EXAMPLE.read_text(encoding="utf-8").replace("kind: demand, ", "")
    assert "the kind of the shock is missing" in refused(text)[0]


def test_what_is_no_file_of_parameters(tmp_path: Path) -> None:
    assert refused("[1, 2]") == ["slots.yaml:1: Parameters were expected: keys with values"]
    with pytest.raises(NotFound):
        read_parameters(tmp_path / "none.yaml")
    large = tmp_path / "large.yaml"
    large.write_text("#" * (MAX_KB * 1024 + 1), encoding="utf-8")
    with pytest.raises(InputRefused, match="larger than"):
        read_parameters(large)
    large.write_bytes(b"seed: \xff")
    with pytest.raises(InputRefused, match="UTF-8"):
        read_parameters(large)
