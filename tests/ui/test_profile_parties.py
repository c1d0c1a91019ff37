"""Archetypes and flags with their definitions."""

from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose


def test_every_flag_has_its_definition_and_begins_not_known(
    look: Opener, desk: Session, begun: str
) -> None:
    app = choose(look("profile", begun), "Part", "Parties")
    content = desk.questionnaire("cgt-operational-readiness")
    shown = " ".join(c.value for c in app.caption).replace("\\", "")
    assert all(flag.text in shown for flag in content.hybrid.flags)
    flags = [g for g in app.segmented_control if g.label.startswith("F")]
    assert {f.value for f in flags} == {"not known"}
    flags[0].set_value("yes").run()
    said = state(desk, begun).assessment.hybrid
    assert said is not None
    assert (said.flags, len(said.not_known)) == (("F1",), 7)


def test_archetypes_may_be_several(look: Opener, desk: Session, begun: str) -> None:
    app = choose(look("profile", begun), "Part", "Parties")
    app.pills[0].set_value(["process_step", "lifecycle"]).run()
    said = state(desk, begun).assessment.hybrid
    assert said is not None
    assert set(said.archetypes) == {"process_step", "lifecycle"}


def test_the_map_stands_beside_the_answer(look: Opener, example: str) -> None:
    app = choose(look("profile", example), "Part", "Parties")
    shown = " ".join(c.value for c in app.caption).replace("\\", "")
    assert "Model map: ✗ raised (data pass as scans, on paper or not at all" in shown
    assert shown.count("Map and people differ: it counts as raised.") == 1
