"""The history reads as sentences."""

from datetime import UTC, datetime

import pytest
from pydantic import JsonValue

from readiness.store import HistoryRow
from readiness.workspace.changes import change, from_to
from tests.made import questionnaire


def row(
    kind: str, key: str, old: JsonValue, new: JsonValue, undo_of: int | None = None
) -> HistoryRow:
    return HistoryRow(
        seq=1,
        at=datetime(2026, 11, 22, 14, 2, 31, tzinfo=UTC),
        person_id="p",
        person="Owner",
        kind=kind,
        key=key,
        old=old,
        new=new,
        reason="",
        revision=2,
        undo_of=undo_of,
    )


@pytest.mark.parametrize(
    ("kind", "key", "new", "what", "told"),
    [
        ("note", "n1", {"id": "n1", "text": "moved"}, "Note n1", "text moved"),
        (
            "request",
            "e1",
            {"id": "e1", "what": "log", "status": "asked"},
            "Evidence asked for, e1",
            "what log; status asked",
        ),
        (
            "follow_up",
            "CTL-1|r3",
            {"capability": "CTL-1", "respondent": "r3"},
            "Follow-up on CTL-1 Slot scheduling and spreadsheet dependence with r3",
            "marked",
        ),
        (
            "sitting",
            "r3",
            {"respondent": "r3", "planned_minutes": 55},
            "Clock of the talk with r3",
            "planned minutes 55",
        ),
    ],
)
def test_what_is_kept_beside_the_answers_is_told(
    kind: str, key: str, new: JsonValue, what: str, told: str
) -> None:
    found = change(row(kind, key, None, new), questionnaire())
    assert (found.what, found.change) == (what, told)


def test_an_answer_is_told_with_question_and_respondent() -> None:
    old: dict[str, JsonValue] = {"capability": "CTL-1", "level": 2, "basis": "statement"}
    told = change(
        row("response", "CTL-1|r3", old, old | {"level": 3, "basis": "document"}), questionnaire()
    )
    assert told.what == "Answer to CTL-1 Slot scheduling and spreadsheet dependence by r3"
    assert told.change == "level 2 → 3; basis statement → document"
    assert told.who == "Owner"


def test_an_override_carries_its_reason() -> None:
    new: dict[str, JsonValue] = {"capability": "CTL-1", "rating": "P", "value": 4, "reason": "seen"}
    told = change(row("override", "CTL-1|P", None, new), questionnaire())
    assert told.what.startswith("Patient impact of CTL-1")
    assert told.change == "value 4"
    assert told.why == "seen"


def test_an_undo_says_so() -> None:
    told = change(row("profile", "parties", 2, None, undo_of=4), questionnaire())
    assert told.what == "Undone: Profile, parties"
    assert told.change == "taken away (was 2)"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (None, 2, "2"),
        (1, 2, "1 → 2"),
        (None, {"level": 3, "note": ""}, "level 3"),
        ({"level": 3}, None, "taken away (was level 3)"),
        ({"flags": ["F2"]}, {"flags": ["F2", "F8"]}, "flags F2 → F2, F8"),
        ({"a": 1}, {"a": 1}, "nothing else"),
        (None, True, "yes"),
    ],
)
def test_old_and_new_are_told(old: JsonValue, new: JsonValue, said: str) -> None:
    assert from_to(old, new) == said


def test_long_texts_are_cut_at_a_word() -> None:
    said = from_to(None, {"note": "word " * 60})
    assert said.endswith(" …")
    assert len(said) < 100


def test_a_simulation_is_told_without_its_parameters() -> None:
    told = change(
        row("simulation", "last", None, {"seed": 1, "made": {"wait": 0.0833}}), questionnaire()
    )
    assert told.what == "Simulation, last run"
    assert told.change == "run; its figures stand on Stress test"


def test_a_long_change_is_cut_at_a_word() -> None:
    many: JsonValue = {f"field_{n}": "moved" for n in range(60)}
    told = change(row("meta", "settings", None, many), questionnaire()).change
    assert told.startswith("field 0 moved; field 1 moved; ")
    assert told.endswith(" …")
    assert len(told) <= 400
