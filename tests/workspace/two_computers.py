"""Two installations, each with a data place of its own; the first holds an assessment."""

from pathlib import Path

from readiness.settings import Settings
from readiness.store import open_store
from readiness.workspace.custody import Desk
from tests.store.samples import small
from tests.store.travelling import begun


def computer(folder: Path, name: str) -> Desk:
    """An installation with an empty store."""
    settings = Settings(data_dir=folder / name)
    settings.make_data_dir()
    store = open_store(settings.store_url)
    desk = Desk(settings, store.local_owner())
    store.close()
    return desk


def with_work(desk: Desk, *, files: bool = True) -> tuple[str, str]:
    """The client and the assessment begun there; its file is one that no page can open."""
    store = open_store(desk.settings.store_url)
    client = store.workspaces(desk.actor)[0].id
    id = begun(store)[1] if files else store.create(desk.actor, client, small())
    store.close()
    return client, id
