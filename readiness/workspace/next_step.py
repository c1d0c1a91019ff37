"""Where one stands, and the one thing that is most worth doing next (screens 1, the band)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from readiness.domain.assessment import Assessment
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.report.numerals import plural
from readiness.report.sentences import next_step, telling_questions
from readiness.settings import Settings
from readiness.workspace.interview import asked as questions_of
from readiness.workspace.lacking import lacks
from readiness.workspace.vocabulary import vocabulary

Page = Literal["questions", "evidence", "profile", "result", "drill"]


@dataclass(frozen=True)
class NextStep:
    """How many questions somebody answered, and what to do next, where."""

    answered: int
    of: int
    text: str
    page: Page
    capability: str = ""


@dataclass(frozen=True)
class _Seen:
    result: Result
    content: Questionnaire
    said: Assessment
    settings: Settings | None

    @cached_property
    def questions(self) -> list[str]:
        """What this profile and form ask."""
        return [c.id for c in questions_of(self.said, self.content)]

    @cached_property
    def silent(self) -> list[str]:
        """Questions that nobody has answered to the end."""
        spoken = {r.capability for r in self.said.responses if r.is_complete}
        return [id for id in self.questions if id not in spoken]


Worth = tuple[str, Page, str]


def worth_doing(
    result: Result,
    content: Questionnaire,
    said: Assessment,
    settings: Settings | None = None,
) -> NextStep:
    """The first of these that is open: a verdict, parties, answers, logs, differences, drills."""
    seen = _Seen(result, content, said, settings)
    text, page, capability = next(_worths(seen))
    of = len(seen.questions)
    return NextStep(of - len(seen.silent), of, text, page, capability)


def _worths(seen: _Seen) -> Iterator[Worth]:
    yield from _verdict(seen)
    yield from _parties(seen)
    yield from _answers(seen)
    yield from _log(seen)
    yield from _difference(seen)
    yield from _incidents(seen)
    yield from _drill(seen)
    step = next_step(seen.result)
    goal = f"what level {step.level} still needs" if step else "what keeps the level"
    yield f"read {goal}", "result", ""


def _verdict(seen: _Seen) -> Iterator[Worth]:
    telling = telling_questions(seen.result, seen.content)
    if seen.result.provisional and seen.silent and seen.silent == seen.questions:
        yield f"answer {seen.silent[0]}, the first question", "questions", seen.silent[0]
    elif seen.result.provisional and telling:
        name = seen.content.capabilities[telling[0]].name
        yield f"answer {telling[0]} {name}", "questions", telling[0]


def _parties(seen: _Seen) -> Iterator[Worth]:
    if seen.said.profile.parties is None:
        yield "say how many parties make the product", "profile", ""


def _answers(seen: _Seen) -> Iterator[Worth]:
    if seen.silent:
        count = plural(len(seen.silent), "open question")
        yield f"answer the {count}", "questions", seen.silent[0]


def _log(seen: _Seen) -> Iterator[Worth]:
    kinds = {file.kind for file in seen.result.files}
    measured = {
        m.metric for m in seen.result.measurements if m.value is not None or m.level is not None
    }
    for lack in lacks(seen.content, kinds, measured)[:1]:
        name = vocabulary(seen.content.id, seen.settings).columns.kinds[lack.kind].name
        verb = "needs" if len(lack.metrics) == 1 else "need"
        yield f"add the {name}: {plural(len(lack.metrics), 'figure')} {verb} it", "evidence", ""


def _difference(seen: _Seen) -> Iterator[Worth]:
    agreed = seen.said.consensus_of
    for finding in seen.result.findings:
        if finding.kind == "disagreement" and finding.capability not in agreed:
            id = finding.capability or ""
            yield f"compare the answers to {id}, two or more levels apart", "questions", id
            return


def _incidents(seen: _Seen) -> Iterator[Worth]:
    known = seen.said.incidents
    if any(getattr(known, incident.id) is None for incident in seen.content.incidents):
        yield "find out the incidents of the last 12 months", "profile", ""


def _drill(seen: _Seen) -> Iterator[Worth]:
    held = {drill.scenario for drill in seen.result.drills}
    for scenario in seen.content.drills.scenarios:
        if scenario.mandatory and scenario.id not in held:
            yield f"hold the first-hour drill: {scenario.name}", "drill", ""
            return
