"""By default nothing of an upload is kept; where a setting keeps it, it goes with its record."""

import stat
from dataclasses import replace
from pathlib import Path

from readiness.store import Request, open_store
from readiness.workspace import evidence, uploads
from readiness.workspace.assessments import create
from readiness.workspace.custody import desk, erase
from readiness.workspace.session import Session
from tests.workspace.northgate import BATCHES, confirmed, with_new


def kept(at: Session) -> list[Path]:
    folder = at.settings.data_dir / uploads.FOLDER
    return sorted(p for p in folder.rglob("*") if p.is_file())


def keeping(tmp_path: Path) -> tuple[Session, str]:
    at, id = with_new(tmp_path)
    at.settings = at.settings.model_copy(update={"keep_files": True})
    return at, id


def test_by_default_the_file_is_gone_and_its_hash_stays(tmp_path: Path) -> None:
    at, id = with_new(tmp_path)
    confirmed(at, id, "Batches.csv", BATCHES)
    [file] = evidence.kept(at, id)
    assert len(file.sha256) == 64
    assert kept(at) == []
    marked = b"Lot,Process Start"
    assert not any(marked in p.read_bytes() for p in at.settings.data_dir.rglob("*") if p.is_file())


def test_where_it_is_kept_it_goes_with_its_record(tmp_path: Path) -> None:
    at, id = keeping(tmp_path)
    confirmed(at, id, "Batches.csv", BATCHES)
    [file] = evidence.kept(at, id)
    [there] = kept(at)
    assert there.name == file.sha256
    assert there.read_text() == BATCHES
    assert stat.S_IMODE(there.stat().st_mode) == 0o600
    assert stat.S_IMODE(there.parent.stat().st_mode) == 0o700
    evidence.remove(at, id, file.id)
    assert kept(at) == []


def test_erasure_takes_it_too(tmp_path: Path) -> None:
    at, _ = keeping(tmp_path)
    store = open_store(at.settings.store_url)
    at = replace(at, store=store, actor=store.local_owner())
    id = create(at, "Maker", "autologous", "phase_1")
    confirmed(at, id, "Batches.csv", BATCHES)
    assert len(kept(at)) == 1
    erase(desk(at), id, Request("client", "end of contract"))
    assert kept(at) == []
    store.close()
