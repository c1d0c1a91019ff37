"""Both faces measure the same way, and what was measured is kept until something changes."""

from pathlib import Path

import pytest

from readiness.domain.evidence import Evidence
from readiness.domain.questionnaire import Questionnaire
from readiness.settings import Settings
from readiness.workspace import measuring
from readiness.workspace.demo import open_example
from readiness.workspace.people import set_meta
from readiness.workspace.results import State, result, state
from readiness.workspace.session import open_workspace
from tests.workspace.northgate import BATCHES, case, confirmed, with_example, with_new


def test_the_app_and_the_command_line_agree_field_by_field(tmp_path: Path) -> None:
    desk = open_workspace(Settings(data_dir=tmp_path))
    id = open_example(desk)
    ours = result(desk, id).model_dump(mode="json", by_alias=True)
    theirs = case().result.model_dump(mode="json", by_alias=True)
    assert {name for name in theirs if ours[name] != theirs[name]} == set()
    assert ours == theirs
    desk.store.close()


def test_without_files_there_is_no_evidence(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    now = state(desk, id)
    assert measuring.evidence_of(desk, id, now.loaded, now.questionnaire) == Evidence()


def test_what_was_measured_is_read_back_exactly(tmp_path: Path) -> None:
    desk = open_workspace(Settings(data_dir=tmp_path))
    id = open_example(desk)
    now = state(desk, id)
    first = measuring.evidence_of(desk, id, now.loaded, now.questionnaire)
    measuring._BY_STAMP.clear()
    kept = measuring.evidence_of(desk, id, now.loaded, now.questionnaire)
    assert kept is not first
    assert kept == first
    assert kept.model_dump_json() == first.model_dump_json()
    desk.store.close()


def test_a_kept_measurement_is_not_measured_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, id = with_example(tmp_path)
    now = state(desk, id)
    first = measuring.evidence_of(desk, id, now.loaded, now.questionnaire)
    monkeypatch.setattr(measuring, "measure", None)
    assert measuring.evidence_of(desk, id, now.loaded, now.questionnaire) == first


def test_another_clock_and_another_file_measure_again(tmp_path: Path) -> None:
    desk, id = with_example(tmp_path)
    now = state(desk, id)
    stamps = {measuring.stamp_of(desk.store.files(desk.actor, id), now.assessment, _content(now))}
    set_meta(desk, id, "as_of", "2026-10-01")
    now = state(desk, id)
    stamps.add(measuring.stamp_of(desk.store.files(desk.actor, id), now.assessment, _content(now)))
    confirmed(desk, id, "More batches.csv", BATCHES)
    stamps.add(measuring.stamp_of(desk.store.files(desk.actor, id), now.assessment, _content(now)))
    assert len(stamps) == 3


def _content(now: State) -> Questionnaire:
    return now.questionnaire
