"""Every page is there."""

import pytest

from readiness.ui.navigation import FOLDER, PAGES

NAMES = [name for names in PAGES.values() for name in names]


@pytest.mark.parametrize("name", NAMES)
def test_every_page_of_the_navigation_is_a_file(name: str) -> None:
    assert (FOLDER / f"{name}.py").is_file()


def test_no_page_file_is_forgotten() -> None:
    files = {p.stem for p in FOLDER.glob("*.py")} - {"__init__"}
    assert files == set(NAMES)
