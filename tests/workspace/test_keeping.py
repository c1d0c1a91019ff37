"""The store of the settings is the one that is looked after."""

from pathlib import Path

import pytest

from readiness.workspace.keeping import back_up_store, restore_store, upgrade_store, verify_store
from readiness.workspace.session import open_workspace


def test_out_and_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READINESS_DATA_DIR", str(tmp_path / "data"))
    assert upgrade_store().endswith("readiness.sqlite")
    assert verify_store().assessments == 0
    back_up_store(tmp_path / "copy.sqlite")
    session = open_workspace()
    session.store.add_workspace(session.actor, "Another client")
    session.store.close()
    restore_store(tmp_path / "copy.sqlite")
    session = open_workspace()
    assert "Another client" not in [w.name for w in session.store.workspaces(session.actor)]
    session.store.close()
