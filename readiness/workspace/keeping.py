"""The store as a whole, for whoever looks after it: no person acts, no workspace is entered."""

from pathlib import Path

from readiness.settings import Settings, load_settings
from readiness.store import (
    Holding,
    Met,
    Verified,
    Workspace,
    copied,
    holdings,
    moved,
    open_store,
    put_back,
    verified,
)
from readiness.workspace.custody import Desk


def upgrade_store() -> str:
    """Bring the store up to date; its address. Raises ReadinessError."""
    settings = _settings()
    open_store(settings.store_url).close()
    return settings.store_url


def verify_store() -> Verified:
    """Follow every history. Raises ReadinessError."""
    return verified(_settings().store_url)


def back_up_store(to: Path) -> Verified:
    """Copy the store, also while others write to it. Raises ReadinessError."""
    return copied(_settings().store_url, to)


def restore_store(copy: Path) -> tuple[Verified, Path | None]:
    """Put a copy in the place of the store; where what was there is kept. Raises ReadinessError."""
    return put_back(_settings().store_url, copy)


def list_store() -> list[Holding]:
    """Every assessment of the store, deleted ones too, by client. Raises ReadinessError."""
    return holdings(_settings().store_url)


def move_store(to: str, client: str | None = None, assessment: str | None = None) -> list[Met]:
    """Move all, one client, or one assessment to the store at another address.

    How each stood there. Raises ReadinessError; then both stores are as they were.
    """
    return moved(_settings().store_url, to, client, assessment)


def caretaker() -> Desk:
    """Whoever looks after the store, as its owner. Raises ReadinessError."""
    settings = _settings()
    store = open_store(settings.store_url)
    actor = store.local_owner()
    store.close()
    return Desk(settings, actor)


def list_clients() -> list[Workspace]:
    """The clients of the store's owner, by name. Raises ReadinessError."""
    store = open_store(_settings().store_url)
    try:
        return store.workspaces(store.local_owner())
    finally:
        store.close()


def _settings() -> Settings:
    settings = load_settings()
    if settings.database_url is None:
        settings.make_data_dir()
    return settings
