"""What a map says to OPM-4: never in silence where it contradicts people."""

from typing import Any

from readiness.engine import assess
from tests.made import assessment, people, questionnaire, said
from tests.operating_model.maps import NODES, drawn, passes, runs


def told(kind: str, **given: Any) -> list[str]:
    found = assess(assessment(**given), questionnaire(), robustness=False)
    return [f.text for f in found.findings if f.kind == kind and f.capability == "OPM-4"]


def test_a_flag_that_people_deny_is_told_with_its_place() -> None:
    [text] = told("map_differs", hybrid={}, operating=drawn(["F6"]))
    assert text == (
        "Model map: F6 no escalation times: the map says raised (between makers, no escalation "
        "time on Own → Maker (data)), people say not raised. It counts as raised until both "
        "agree: correct the one that is wrong."
    )
    [text] = told("map_differs", hybrid={"flags": ["F6"]}, operating=drawn())
    assert "the map says not raised (every hand-over between makers has an escalation time)" in text


def test_agreement_and_silence_are_no_contradiction() -> None:
    assert told("map_differs", hybrid={"flags": ["F6"]}, operating=drawn(["F6"])) == []
    assert told("map_differs", operating=drawn(["F6"])) == []


def test_makers_archetypes_and_conductors_that_do_not_agree() -> None:
    chosen = {"archetypes": ["lifecycle", "network"]}
    refused = {"map_archetypes": [{"id": "network", "holds": False, "reason": "Trial runs"}]}
    owners = [one | {"chain_owner": "COO"} for one in people("QA", "SC")]
    owners[0]["chain_owner"] = "head of supply chain"
    found = told(
        "map_differs",
        hybrid=chosen,
        respondents=owners,
        profile={"parties": 3},
        operating=drawn() | refused,
    )
    assert len(found) == 4
    assert "2 on the map make the product, the profile says 3" in found[0]
    assert "lifecycle hybrid is said to hold" in found[1] or "lifecycle" in found[2]
    assert any("network hybrid was chosen on Profile and refused" in text for text in found)
    assert "not the one that 1 of 2 people named" in found[3]


def test_open_ends() -> None:
    links = [
        runs("own"),
        passes("order", "own", "cdmo", owner="", escalation_hours=None),
        passes("back", "cdmo", "own", connection=None),
    ]
    found = told("map_open", operating={"map_nodes": NODES, "map_links": links})
    assert found == [
        "Model map: no role is named that leads the whole chain: name one.",
        "Model map: nobody owns: Own → Maker (data).",
        "Model map: no escalation time is agreed for: Own → Maker (data).",
        "Model map: nobody has said yet how these are connected: Maker → Own (data).",
        "Model map: nothing leads there or away: Board.",
    ]


def test_an_archetype_is_put_forward_until_somebody_decides() -> None:
    [text] = told("map_open", operating=drawn())
    assert "this looks like network hybrid" in text
    for holds in (True, False):
        decided = {"map_archetypes": [{"id": "network", "holds": holds, "reason": "Two regions"}]}
        assert told("map_open", operating=drawn() | decided) == []


def test_a_claim_that_three_flags_contradict() -> None:
    claims = {"respondents": people("QA"), "responses": [said("OPM-4", 4, basis="document")]}
    given = {"hybrid": {}, **claims}
    found = told("map_claim", **given, operating=drawn(["F2", "F6", "F8"]))
    assert found == ["OPM-4: people claim level 4, and 3 of 8 flags are raised or not known."]
    assert told("map_claim", **given, operating=drawn(["F2", "F6"])) == []


def test_no_map_has_nothing_to_say() -> None:
    assert told("map_open", hybrid={"archetypes": ["network"]}) == []
