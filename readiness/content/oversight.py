"""The content of the extra questions on QA oversight: they stand once, names exist."""

from collections.abc import Iterator
from typing import get_args

from readiness.content.files import OVERSIGHT
from readiness.content.parts import Complaint, Parts
from readiness.content.shared_checks import capability, once, sentences, whole
from readiness.domain.oversight import OversightAnswer

FILLS: dict[str, set[str]] = {
    "missing": set(),
    "partly": {"questions"},
    "not_said": {"questions"},
    "claim": {"claimed", "count", "of"},
}


def oversight(parts: Parts) -> Iterator[Complaint]:
    """Everything of this module; nothing while the file itself is broken."""
    rules = parts.oversight
    if rules is None:
        return
    yield from capability(OVERSIGHT, parts, rules.capability)
    yield from once(OVERSIGHT, "questions", "question", [one.id for one in rules.questions])
    answers = [answer.id for answer in rules.answers]
    yield from whole(OVERSIGHT, "answers", answers, get_args(OversightAnswer))
    yield from sentences(OVERSIGHT, rules.findings, FILLS)
