"""Errors that a person reads: each says what was found and what to do."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One defect of one input, with its place.

    ``file``: name as the person knows it; ``sheet``: or None; ``row``: 1-based as in the file, or
    None; ``column``: the heading or letter, or None; ``found``, ``expected``, ``advice``: sentences
    without patient data; ``code``: id in the catalogue of intake errors, or ''.
    """

    file: str
    message: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    found: str = ""
    expected: str = ""
    advice: str = ""
    code: str = ""

    def __str__(self) -> str:
        """``FILE:[SHEET!]ROW[:COLUMN]: message`` (formats, Commands)."""
        place = self.file
        if self.sheet is not None or self.row is not None:
            sheet = f"{self.sheet}!" if self.sheet is not None else ""
            place += f":{sheet}{self.row if self.row is not None else ''}"
        if self.column is not None:
            place += f":{self.column}"
        # Only of intake is it certain that what was found identifies nobody and is no secret.
        parts = [f"{self.message}: {self.found}" if self.code and self.found else self.message]
        if self.expected:
            parts.append(f"Expected: {self.expected}")
        if self.advice:
            parts.append(self.advice)
        return f"{place}: " + ". ".join(part.rstrip(".") for part in parts)


class ReadinessError(Exception):
    """A refusal with advice; nothing was changed."""


class InputRefused(ReadinessError):
    """An input with problems: nothing of it was stored."""

    def __init__(self, problems: list[Problem] | tuple[Problem, ...]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class ContentRefused(InputRefused):
    """A questionnaire with errors: file, line (``row``) and cure for each."""


class Clash(ReadinessError):
    """Somebody changed the same thing meanwhile; both values are shown, nothing was overwritten."""


class NotAllowed(ReadinessError):
    """The acting person may not do this here."""


class NotFound(ReadinessError):
    """There is no such thing, or not for this person."""


class Stopped(ReadinessError):
    """The person stopped a long run; nothing of it was kept."""
