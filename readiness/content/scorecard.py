"""The scorecard of contract makers: what it names exists, its bands run down to 0."""

from collections.abc import Iterator

from readiness.content.files import CDMO
from readiness.content.parts import Complaint, Parts
from readiness.content.reading import Path
from readiness.content.shared_checks import capability, once, unknown, wrong
from readiness.domain.partners import SlotMonth
from readiness.domain.scorecard import ScorecardRules


def scorecard(parts: Parts) -> Iterator[Complaint]:
    """Everything of this module; nothing while the file itself is broken."""
    rules = parts.cdmo
    if rules is None:
        return
    yield from capability(CDMO, parts, rules.capability)
    yield from _questions(rules)
    yield from _bands(rules)
    fields = set(SlotMonth.model_fields) - {"partner"}
    for field in rules.slot_headings:
        if field not in fields:
            yield unknown(CDMO, ("slot_headings", field), "column of a slot table", field, fields)


def _questions(rules: ScorecardRules) -> Iterator[Complaint]:
    ids = [question.id for question in rules.questions]
    everything = [*ids, *(question.id for question in rules.mirror)]
    for number, id in enumerate(everything):
        if id in everything[:number]:
            place = number - len(ids)
            path: Path = ("questions", number) if place < 0 else ("mirror", place)
            yield wrong(
                CDMO, (*path, "id"), f"{id} stands twice", "Give each question an id of its own."
            )
    for number, id in enumerate(rules.lowering.among):
        if id not in ids:
            yield unknown(CDMO, ("lowering", "among", number), "question", id, ids)
    yield from once(CDMO, "checks", "check", [check.id for check in rules.checks])
    for number, check in enumerate(rules.checks):
        if check.question not in ids:
            yield unknown(CDMO, ("checks", number, "question"), "question", check.question, ids)
    for number, part in enumerate(rules.parts):
        if part.id not in {question.part for question in rules.questions}:
            advice = "Give it a question, or take it out."
            yield wrong(CDMO, ("parts", number), f"no question belongs to {part.id}", advice)


def _bands(rules: ScorecardRules) -> Iterator[Complaint]:
    limits = [band.at_least for band in rules.bands]
    if limits != sorted(set(limits), reverse=True) or not limits or limits[-1] != 0:
        advice = "Write them from the highest score down; the last one holds from 0."
        yield wrong(CDMO, ("bands",), "the bands do not run down to 0", advice)
