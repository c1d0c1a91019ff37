"""An assessment with some history, and the two sides between which it travels."""

from pathlib import Path

from readiness.store import Actor, Shipment, Store, custody
from tests.store.samples import answer, full, log

ORIGIN = "768e 8b9f"


def begun(store: Store) -> tuple[Actor, str]:
    """Something of every kind, a file, a change with its reason and one taken back."""
    owner = store.local_owner()
    home = store.workspaces(owner)[0].id
    id = store.create(owner, home, full(), [log()], reason="begun")
    store.put(owner, id, "profile", "sites", 2, reason="a second site")
    store.put(owner, id, "profile", "sites", 3)
    store.undo(owner, id)
    value = answer("CTL-1", "r1", 3, "said in words")
    store.put(owner, id, "response", "CTL-1|r1", value)
    return owner, id


def given(url: str, store: Store, id: str | None = None) -> Shipment:
    """What the first workspace of a store gives."""
    owner = store.local_owner()
    with custody(url, owner) as mine:
        return mine.give(store.workspaces(owner)[0].id, id)


def other(folder: Path, name: str = "other") -> str:
    """The address of another store that is not there yet."""
    return f"sqlite:///{folder / name}.sqlite"
