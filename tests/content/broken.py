"""A copy of the shipped questionnaire that a test may break."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from readiness.content import load_questionnaire
from readiness.domain.errors import ContentRefused, Problem

ID = "cgt-operational-readiness"
Edit = Callable[[str, str, str], Problem]
"""The one complaint after a text of a file was replaced by another."""


@dataclass(frozen=True)
class Copy:
    """A questionnaire's folder that a test may edit."""

    folder: Path

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace the first occurrence of a text."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def line(self, file: str, text: str) -> int:
        """The line, from 1, of the first occurrence of a text."""
        before, found, _ = (self.folder / file).read_text(encoding="utf-8").partition(text)
        assert found, f"{file} does not hold {text!r}"
        return before.count("\n") + 1

    def problems(self) -> list[Problem]:
        """What the loader refuses."""
        try:
            load_questionnaire(self.folder)
        except ContentRefused as refusal:
            return list(refusal.problems)
        return []

    def after(self, file: str, old: str, new: str) -> list[Problem]:
        """What the loader refuses after one edit."""
        self.edit(file, old, new)
        return self.problems()
