"""The stores that fulfil the contract."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from readiness.store import AssessmentStore, MemoryStore, Store, open_store


class Clock:
    """A clock that moves a second each time it is read."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a database that is not there yet."""
    return f"sqlite:///{tmp_path / 'readiness.sqlite'}"


@pytest.fixture
def sqlite_store(url: str) -> Iterator[Store]:
    """A new store on SQLite."""
    store = open_store(url, Clock())
    yield store
    store.close()


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest) -> AssessmentStore:
    """Every store in turn."""
    if request.param == "memory":
        return MemoryStore(Clock())
    found: Store = request.getfixturevalue("sqlite_store")
    return found
