"""The style sheet: one block, hooks that survive an upgrade, nothing from outside."""

import re

from readiness.ui.style import css


def test_hooks_only_on_keys_and_test_ids() -> None:
    assert "st-emotion" not in css()


def test_nothing_is_fetched() -> None:
    assert not re.search(r"url\(|@import|https?:", css())


def test_print_hides_what_cannot_be_pressed() -> None:
    assert "@media print" in css()
