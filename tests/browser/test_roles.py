"""The roles at the real pages: what each is shown, and that no address leads beyond it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.provider import FILTER
from tests.browser.seeing import Watch, page_source, settled
from tests.browser.team import FOREIGN, NOTE, TITLE, Team

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings(FILTER)]
NEVER = "0" * 32


@contextmanager
def window(browser: Browser, watch: Watch, team: Team, person: str) -> Iterator[Page]:
    """A browser of a person who has signed in."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_cookies(
        [
            {"name": name, "value": value, "url": team.server.address}
            for name, value in team.cookie(person).items()
        ]
    )
    page = context.new_page()
    watch.attach(page)
    yield page
    context.close()


def look(page: Page, team: Team, where: str, assessment: str) -> str:
    """What stands on a page, once who works there is said at its foot."""
    page.goto(team.server.url(where, assessment=assessment))
    expect(page.get_by_text("Signed in as")).to_be_visible()
    settled(page)
    return page.get_by_test_id("stMain").inner_text()


def test_a_reader_changes_nothing_and_a_foreign_id_is_like_one_that_never_was(
    team: Team, browser: Browser, watch: Watch
) -> None:
    with window(browser, watch, team, "rita") as page:
        assert TITLE in look(page, team, "questions", team.assessment)
        answers = page.locator('[class*="st-key-ans"] input')
        expect(answers.first).to_be_attached()
        assert all(answers.nth(place).is_disabled() for place in range(answers.count()))
        main = page.get_by_test_id("stMain")
        # What chooses whose answers are looked at, and of which questions.
        fields = main.locator("textarea:enabled, input[type=text]:enabled")
        labels = fields.evaluate_all("all => all.map(one => one.ariaLabel)")
        assert labels == ["Who answers", "Show"]
        foreign = look(page, team, "questions", team.foreign)
        assert FOREIGN not in page_source(page)
        assert foreign == look(page, team, "questions", NEVER)
        assert "There is no such assessment." in foreign
    assert not watch.complaints


def test_a_respondent_sees_their_own_and_a_client_safe_reader_no_words(
    team: Team, browser: Browser, watch: Watch
) -> None:
    with window(browser, watch, team, "rosa") as page:
        assert TITLE in look(page, team, "questions", team.assessment)
        assert NOTE not in page_source(page)
        refused = look(page, team, "result", team.assessment)
        assert "see your own answers alone" in refused
    with window(browser, watch, team, "carl") as page:
        look(page, team, "result", team.assessment)
        shown = page_source(page)
        assert NOTE not in shown
        assert "Ina Adler" not in shown
    assert not watch.complaints
