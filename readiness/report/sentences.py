"""Why the verdict is what it is, in sentences that every face shares (screens 3.4)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import (
    CapabilityResult,
    Condition,
    Result,
    StepResult,
)
from readiness.domain.rules import Step
from readiness.report.numerals import number, percent, plural, series


class Phrase(NamedTuple):
    """A piece of a sentence; ``strong`` where it carries the weight."""

    text: str
    strong: bool = False


Sentence = tuple[Phrase, ...]

MOST_BINDING_FIRST = (
    "gates_at_level",
    "no_gate_below",
    "drills",
    "evidence",
    "fragmentation",
    "index",
)
TOLD = 3
"""Conditions told in the sentence; the table below it has all."""
BELOW = "no_gate_below"
TELLING = 9
"""Questions offered where too little is known."""


def plain(sentence: Iterable[Phrase]) -> str:
    """The sentence without its emphasis."""
    return "".join(phrase.text for phrase in sentence)


def capitalised(text: str) -> str:
    """With a capital first letter; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def asked(result: Result) -> tuple[CapabilityResult, ...]:
    """Applicable capabilities inside the form."""
    return tuple(c for c in result.capabilities if c.applicable and c.in_form)


def gates(result: Result, content: Questionnaire) -> tuple[CapabilityResult, ...]:
    """The gate capabilities that are asked."""
    return tuple(c for c in asked(result) if content.capabilities[c.id].gate)


def next_step(result: Result) -> StepResult | None:
    """The step that is not reached yet; None at the highest level."""
    return next((s for s in result.steps if s.level == result.level + 1), None)


def level_name(content: Questionnaire, level: int) -> str:
    """The name of a level, small: *stabilised clinical*."""
    return next(s.name for s in content.scale if s.level == level).lower()


def index_allows(result: Result) -> int:
    """The level that the index alone would allow."""
    level = 1
    for step in result.steps:
        if not next(c.met for c in step.conditions if c.id == "index"):
            break
        level = step.level
    return level


def verdict_reason(result: Result, content: Questionnaire) -> Sentence:
    """The sentence under the verdict: level, what binds, and what the index alone would allow."""
    step = next_step(result)
    found: list[Phrase] = list(_known_so_far(result, content))
    found += [Phrase("Overall level "), Phrase(f"{result.level} of {len(content.scale)}", True)]
    if step is None:
        return (*found, Phrase(": every condition is met."), *_capped(result, content))
    allowed = index_allows(result)
    found.append(Phrase(", whatever the average says: " if allowed > result.level else ": "))
    found += _binding(result, content, step)
    if allowed > result.level:
        found.append(Phrase(f" The index alone would allow level {allowed}."))
    return (*found, *_capped(result, content))


def _known_so_far(result: Result, content: Questionnaire) -> Sentence:
    if not result.provisional:
        return ()
    questions = asked(result)
    known = sum(c.final is not None for c in questions)
    needed = percent(content.verdict.coverage_provisional)
    text = f"{known} of {len(questions)} questions are known, a verdict needs {needed}. "
    return (Phrase(text), Phrase("Provisional: ", True))


def _capped(result: Result, content: Questionnaire) -> Sentence:
    rules = content.verdict
    if result.provisional or result.level <= rules.capped_level:
        return ()
    words = next(s.verdict for s in content.scale if s.level == rules.capped_level)
    if result.form == "short":
        return (Phrase(f" The short form gives no verdict above {words}."),)
    if result.coverage is not None and result.coverage < rules.coverage_full:
        limit, now = percent(rules.coverage_full), percent(result.coverage)
        return (Phrase(f" Coverage is {now}: under {limit} no verdict above {words}."),)
    return ()


def _binding(result: Result, content: Questionnaire, step: StepResult) -> Sentence:
    missed = sorted(
        (c for c in step.conditions if not c.met), key=lambda c: MOST_BINDING_FIRST.index(c.id)
    )
    told, more = missed[:TOLD], len(missed) - TOLD
    found: list[Phrase] = []
    for n, condition in enumerate(told):
        if n:
            last = n == len(told) - 1 and more <= 0
            found.append(Phrase(" and " if last and n == 1 else ", and " if last else ", "))
        found += (
            _below(step, condition, n)
            if condition.id == BELOW
            else _clause(result, content, step, condition)
        )
    if more > 0:
        found.append(Phrase(f", and {plural(more, 'more condition')} not met"))
    return (*found, Phrase("."))


def _clause(
    result: Result, content: Questionnaire, step: StepResult, condition: Condition
) -> Sentence:
    if condition.id == "gates_at_level":
        return _gates_clause(result, content, step, condition)
    if condition.id == "drills":
        return (Phrase(drills_now(result, content, condition.blocking)),)
    if condition.id == "evidence":
        text = f"{condition.now} of the gates backed by documents or records"
        return (Phrase("only "), Phrase(text, True))
    if condition.id == "fragmentation":
        if result.hybrid.parties is None:
            return (Phrase("nobody has said how many parties make the product"),)
        return (Phrase(plural(len(condition.blocking), "fragmentation flag"), True),)
    return _index_clause(content, step, condition)


def _gates_clause(
    result: Result, content: Questionnaire, step: StepResult, condition: Condition
) -> Sentence:
    count = len(condition.blocking)
    if not count:
        return (Phrase("no gate capability applies"),)
    finals = {c.id: c.final for c in result.capabilities}
    unknown = sum(finals[id] is None for id in condition.blocking)
    noun = "gate capability" if count == 1 else "gate capabilities"
    verb = "is" if count == 1 else "are"
    if unknown == count:
        return (Phrase(f"{number(count)} {noun} {verb} not known", True), Phrase(", read as 1"))
    state = f"still {level_name(content, 1)}" if step.level == 2 else f"below level {step.level}"
    tail = (Phrase(f", {number(unknown)} of them not known"),) if unknown else ()
    return (Phrase(f"{number(count)} {noun} {verb} {state}", True), *tail)


def _below(step: StepResult, condition: Condition, place: int) -> Sentence:
    """After the gates below the level, those that stand even lower."""
    ids, floor = condition.blocking, step.level - 1
    named = series(ids) if len(ids) <= TOLD else number(len(ids))
    if place:
        whose = "" if len(ids) <= TOLD else " of them"
        return (Phrase(f"{named}{whose} even below level {floor}"),)
    noun = "" if len(ids) <= TOLD else " gate capabilities"
    verb = "stands" if len(ids) == 1 else "stand"
    return (Phrase(f"{named}{noun} {verb} below level {floor}", True),)


def _index_clause(content: Questionnaire, step: StepResult, condition: Condition) -> Sentence:
    wanted = f"{float(rule_of(content, step).index):.2f}"
    if condition.now == "not known":
        return (Phrase("the index is not known", True),)
    return (
        Phrase(f"the index of {condition.now}", True),
        Phrase(f" (unknown read as 1) does not reach {wanted}"),
    )


def drills_now(result: Result, content: Questionnaire, scenarios: Sequence[str]) -> str:
    """How the drills of these scenarios stand: *the drill site down stands at 22 points*."""
    found = []
    for id in scenarios:
        name = next(s.name for s in content.drills.scenarios if s.id == id).lower()
        held = next((d for d in result.drills if d.scenario == id and d.latest), None)
        if held is None:
            found.append(f"the drill {name} has not been held")
        else:
            failed = " with a critical fail" if held.critical_fail else ""
            found.append(f"the drill {name} stands at {held.counted} points{failed}")
    return series(found)


def telling_questions(result: Result, content: Questionnaire) -> tuple[str, ...]:
    """Open questions that would tell most: gates first, they bound the level (method 1)."""
    gate_ids = {c.id for c in gates(result, content)}
    return tuple(sorted(result.not_assessed, key=lambda id: id not in gate_ids)[:TELLING])


def rule_of(content: Questionnaire, step: StepResult) -> Step:
    """What the content asks of a step."""
    return next(s for s in content.verdict.steps if s.level == step.level)
