"""The style sheet: one block, hooks that survive an upgrade, nothing from outside."""

import re

from readiness.ui.style import css


def test_hooks_only_on_keys_and_test_ids() -> None:
    assert "st-emotion" not in css()


def test_nothing_is_fetched() -> None:
    assert not re.search(r"url\(|@import|https?:", css())


def test_print_hides_what_cannot_be_pressed() -> None:
    assert "@media print" in css()


def test_no_page_changes_what_another_one_looks_like() -> None:
    """A look is given once: a second rule for the same thing, for another page, changes both."""
    text = re.sub(r"/\*.*?\*/", "", css(), flags=re.DOTALL)
    text = re.sub(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}", "", text)
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", text)
    given = [
        (selector.strip(), line.partition(":")[0].strip())
        for selectors, body in rules
        for selector in re.split(r",(?![^()]*\))", selectors)
        for line in body.split(";")
        if line.strip()
    ]
    assert sorted({one for one in given if given.count(one) > 1}) == []
