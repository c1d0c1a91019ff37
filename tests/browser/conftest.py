"""One browser and one server a process of tests; every page is watched from its first request."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.seeing import PATIENCE, Watch
from tests.browser.serving import Server
from tests.browser.team import Team, team_at

PATIENCE_MS = 1000 * PATIENCE
expect.set_options(timeout=PATIENCE_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A journey that fails is tried once more, and the summary says so: a busy machine is slow.

    What is wrong with the product fails twice.
    """
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    executable = shutil.which("chromium")
    assert executable is not None, "The browser tests need Chromium: make test installs it."
    return {"executable_path": executable, "args": ["--no-sandbox", "--disable-dev-shm-usage"]}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    return {"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce"}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app over a store that many tests share, each with assessments of its own."""
    server = Server(tmp_path_factory.mktemp("shared")).start()
    yield server
    server.stop()
    assert not server.errors()


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """The app over an empty store, for one test."""
    server = Server(tmp_path).start()
    yield server
    server.stop()
    assert not server.errors()


@pytest.fixture(scope="session")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    """The app where people sign in."""
    with team_at(tmp_path_factory.mktemp("team")) as team:
        yield team


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def page(context: BrowserContext, watch: Watch) -> Iterator[Page]:
    """A page that neither leaves the loopback address nor complains, in any test."""
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    watch.attach(page)
    yield page
    assert not watch.left_the_host
    assert not watch.complaints
