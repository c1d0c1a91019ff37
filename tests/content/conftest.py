"""A copy of the shipped questionnaire to break."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from readiness.content import content_root
from readiness.domain.errors import Problem
from tests.content.broken import ID, Copy


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    folder = tmp_path / ID
    copytree(content_root() / ID, folder)
    return Copy(folder)


@pytest.fixture
def one(copy: Copy) -> Callable[[str, str, str], Problem]:
    """The only problem after one edit."""

    def after(file: str, old: str, new: str) -> Problem:
        problems = copy.after(file, old, new)
        assert len(problems) == 1, "\n".join(map(str, problems))
        assert problems[0].file == f"{ID}/{file}"
        return problems[0]

    return after
