"""The store as a whole, for whoever looks after it: no person acts, no workspace is entered."""

from pathlib import Path

from readiness.domain.errors import NotFound, ReadinessError
from readiness.settings import Settings, load_settings
from readiness.store import (
    Holding,
    Met,
    Owned,
    Verified,
    Workspace,
    copied,
    holdings,
    moved,
    open_store,
    owned,
    put_back,
    verified,
)
from readiness.store import name_owner as new_owner
from readiness.workspace.custody import Desk
from readiness.workspace.members import login_of
from readiness.workspace.notes import check_note


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


def members_left(client: str | None = None) -> list[Owned]:
    """The workspaces of the store, or one of them by id, whose members no move takes along."""
    return [one for one in owned(_settings().store_url) if client in (None, one.id) and one.members]


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


def name_owner(client: str, address: str, reason: str) -> Owned:
    """Make whom an address belongs an owner of a workspace, whoever its members are; which it was.

    ``client``: its name or id. Raises ReadinessError where that is none or several,
    for what is no address, and without a reason: it stays in the history of the members.
    """
    url = _settings().store_url
    login = login_of(address)
    if not reason.strip():
        raise ReadinessError("Say why with --reason: it stays in the history of the members.")
    check_note(reason)
    said = client.strip().casefold()
    there = owned(url)
    found = [one for one in there if said and (said == one.name.casefold() or said == one.id)]
    if len(found) != 1:
        names = ", ".join(f"{one.name} ({one.id})" for one in there)
        raise NotFound(f"Name one workspace with --client, by its name or id: {names}.")
    new_owner(url, found[0].id, login, reason.strip())
    return found[0]


def _settings() -> Settings:
    settings = load_settings()
    if settings.database_url is None:
        settings.make_data_dir()
    return settings
