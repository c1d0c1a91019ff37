"""Closed for good, reopened as a copy, copied as the next round."""

from datetime import date
from pathlib import Path

import pytest

from readiness.store import Frozen
from readiness.workspace.answers import answer, history
from readiness.workspace.carrying import export_zip
from readiness.workspace.consensus import record_consensus
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.people import set_incident, set_profile
from readiness.workspace.reports import gap_report, result_json
from readiness.workspace.results import result, state
from readiness.workspace.rounds import freeze, next_round, next_title, reopen, seal_words
from tests.workspace.desk import begun
from tests.workspace.filling import opened
from tests.workspace.northgate import with_example


def test_a_frozen_round_is_exported_and_never_changed() -> None:
    desk, id = begun()
    answer(desk, id, "OPM-1", "team", level=2)
    assert seal_words(desk, id) == ""
    with pytest.raises(IdentifierFound):
        freeze(desk, id, "agreed with ada@northgate.example")
    seal = freeze(desk, id, "round closed")
    for change in (
        lambda: answer(desk, id, "OPM-1", "team", level=3),
        lambda: record_consensus(desk, id, "OPM-1", 3, "we agree on it"),
        lambda: set_profile(desk, id, "sites", 3),
        lambda: freeze(desk, id),
    ):
        with pytest.raises(Frozen):
            change()
    assert seal.sha256 in seal_words(desk, id)
    assert export_zip(desk, id)
    assert result_json(desk, id)
    sources = opened(gap_report(desk, id))["Sources"]
    assert any(seal.sha256 in str(c.value) for row in sources.iter_rows() for c in row)


def test_a_reopened_copy_has_everything_and_its_own_life(tmp_path: Path) -> None:
    desk, id = with_example(tmp_path)
    seal = freeze(desk, id)
    copy = reopen(desk, id)
    here, there = result(desk, id), result(desk, copy)
    assert (here.index, here.level, here.measurements) == (
        there.index,
        there.level,
        there.measurements,
    )
    answer(desk, copy, "OPM-1", "r8", level=1)
    assert state(desk, id).loaded.frozen == seal
    assert seal.sha256 in history(desk, copy)[0].reason


def test_the_next_round_takes_answers_along_and_levels_as_carried_over(tmp_path: Path) -> None:
    desk, id = with_example(tmp_path)
    desk.today = lambda: date(2027, 5, 1)
    before = result(desk, id)
    new = next_round(desk, id)
    old, said = state(desk, id).assessment, state(desk, new).assessment
    assert said.responses == old.responses
    assert said.respondents == old.respondents
    assert said.drills == old.drills
    assert (said.as_of, said.measurements, said.window) == (date(2027, 5, 1), (), None)
    assert said.incidents.identity_mismatch is None
    assert desk.store.files(desk.actor, new) == []
    measured = {m.metric: m.level for m in before.measurements if m.usable and m.level}
    assert {c.metric: c.level for c in said.carried} == measured
    assert {c.measured_on for c in said.carried} == {old.as_of}
    after = {m.metric: m for m in result(desk, new).measurements}
    assert all(after[metric].carried_over for metric in measured)
    assert said.title == f"{old.title}, round 2"

    third = state(desk, next_round(desk, new)).assessment
    assert third.carried == said.carried, "the day of the measuring goes along"


def test_a_consensus_on_a_level_stays_behind_and_one_on_not_applicable_goes_along() -> None:
    desk, id = begun()
    for capability in ("OPM-1", "MAT-5"):
        answer(desk, id, capability, "team", level="not_applicable", reason="no contractor at all")
    record_consensus(desk, id, "MAT-5", "not_applicable", "no contractor at all")
    answer(desk, id, "OPM-2", "team", level=3)
    record_consensus(desk, id, "OPM-2", 2, "agreed after reading")
    set_incident(desk, id, "custody_gap", 0)
    kept = state(desk, next_round(desk, id)).assessment.consensus
    assert [c.capability for c in kept] == ["MAT-5"]


def test_titles_count_on() -> None:
    assert next_title("Maker") == "Maker, round 2"
    assert next_title("Maker, round 9") == "Maker, round 10"
