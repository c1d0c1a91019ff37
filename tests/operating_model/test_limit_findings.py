"""What the scaling limits say to CTL-4."""

from typing import Any

from readiness.domain.evidence import Evidence
from readiness.domain.result import Finding
from readiness.domain.slots import SlotFacts
from readiness.engine import assess
from tests.made import assessment, everywhere, people, questionnaire

SOUND = {"basis": "measured", "source": "Review rounds", "owner": "Head of Quality"}
EVERY = [{"id": d.id, "volume": 200} | SOUND for d in questionnaire().dimensions]


def told(
    limits: list[dict[str, Any]],
    demand: int | None = 120,
    level: int = 2,
    made: float | None = None,
) -> list[Finding]:
    made_of = assessment(
        respondents=people("SC"),
        responses=everywhere(level, "document"),
        operating={"limits": limits},
    )
    profile = made_of.profile.model_copy(update={"demand_per_year": demand})
    seen = Evidence(slots=SlotFacts(batches=13, starts_per_year=made))
    said = made_of.model_copy(update={"profile": profile})
    found = assess(said, questionnaire(), seen, robustness=False)
    return [f for f in found.findings if f.kind.startswith("limit_")]


def test_limits_above_the_demand_are_left_alone() -> None:
    assert told(EVERY, level=5) == []
    assert told(EVERY, level=5, demand=200) == []  # what is asked for can just be made
    assert told([]) == []


def test_a_limit_below_the_demand_is_told_with_its_share() -> None:
    low = [EVERY[0] | {"volume": 24, "owner": ""}, *EVERY[1:]]
    below, unowned = told(low)
    name = questionnaire().dimensions[0].name
    # 24 of 120 are 20 %.
    assert below.text == (
        f"{name}: breaks at 24 batches a year, 20 % of the 120 asked for: nobody owns it."
    )
    assert (below.kind, below.capability, below.severity) == ("limit_below", "CTL-4", "warning")
    assert unowned.text == f"Scaling limits: nobody owns the limit of: {name}."
    assert unowned.severity == "hint"


def test_records_that_pass_a_limit_contradict_it() -> None:
    low = [EVERY[0] | {"volume": 10}, *EVERY[1:]]
    [found] = [f for f in told(low, demand=5, made=11.6) if f.kind == "limit_contradicted"]
    assert "break at 10 batches a year, and the records show 12 begun a year from 13" in found.text


def test_what_is_missing_is_told_once_each() -> None:
    texts = [f.text for f in told([{"id": "DOC", "volume": 200}], demand=None)]
    assert len(texts) == 4
    assert "no demand is known" in texts[0]
    assert texts[3].count(",") >= 8  # the other nine dimensions


def test_a_claim_above_what_can_be_made() -> None:
    low = [EVERY[0] | {"volume": 24}, *EVERY[1:]]
    claims = [f.text for f in told(low, level=3) if f.kind == "limit_claim"]
    assert len(claims) == 1
    assert claims[0].startswith("CTL-4: people claim level 3, and the lowest limit, 24 batches")
    assert claims[0].endswith("lies below the 120 asked for.")
    assert not [f for f in told(low, level=2) if f.kind == "limit_claim"]
