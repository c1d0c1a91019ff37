"""What differs between the inputs of two rounds, counted: never a typed word, never a person."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from readiness.domain.assessment import Assessment, Basis, Profile, Response
from readiness.domain.measurement import Measurement
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.domain.two_rounds import CAUSES, Cause, InputChange
from readiness.operating_model.hybrid import hybrid_of
from readiness.operating_model.model_map import judge_map
from readiness.report.numerals import plural
from readiness.workspace.swapping import Round

WEIGHT: Mapping[Basis | None, int] = {None: 0, "statement": 0, "document": 1, "record": 2}
CLIENT = "organisation"
"""The field of the profile that is told to have changed, never shown."""


def input_changes(
    before: Round, after: Round, first: Result, last: Result
) -> Iterator[InputChange]:
    """A line a difference, in the order of the causes. ``first``, ``last``: the rounds judged."""
    said: dict[Cause, Iterator[str]] = {
        "content": _content(before.questionnaire, after.questionnaire),
        "records": _records(first, last),
    }
    for cause in CAUSES:
        lines = said.get(cause) or DIFFERENCES[cause](before, after)
        for line in lines:
            yield InputChange(cause=cause, text=line)


def _content(old: Questionnaire, new: Questionnaire) -> Iterator[str]:
    if old.sha256 != new.sha256:
        edited = ", edited under the same number" if old.version == new.version else ""
        yield f"content {old.version} → {new.version}{edited}"


def _records(first: Result, last: Result) -> Iterator[str]:
    """Measurements counted anew, kept from an earlier round, or gone."""
    old = {m.metric: m for m in first.measurements}
    new = {m.metric: m for m in last.measurements}
    fresh = [id for id, m in new.items() if _is_counted(m) and not _is_same(old.get(id), m)]
    carried = [id for id, m in new.items() if m.carried_over]
    gone = [id for id, m in old.items() if m.usable and not (id in new and new[id].usable)]
    yield from _counted(len(fresh), "metric counted anew", "metrics counted anew")
    if fresh or gone or any(not old[id].carried_over for id in carried if id in old):
        yield from _counted(len(carried), "metric carried over", "metrics carried over")
    yield from _counted(len(gone), "metric no longer scored", "metrics no longer scored")


def _is_counted(measured: Measurement) -> bool:
    return measured.value is not None and not measured.carried_over


def _is_same(old: Measurement | None, new: Measurement) -> bool:
    figures = ("value", "events", "exposure", "trials", "n", "level", "suspicion")
    return old is not None and all(getattr(old, f) == getattr(new, f) for f in figures)


def _profile(before: Round, after: Round) -> Iterator[str]:
    old, new = before.assessment, after.assessment
    for name in Profile.model_fields:
        was, now = getattr(old.profile, name), getattr(new.profile, name)
        if was != now:
            words = name.replace("_", " ")
            shown = f"{_word(was, before.questionnaire)} → {_word(now, after.questionnaire)}"
            yield f"{words} changed" if name == CLIENT else f"{words} {shown}"
    if old.form != new.form:
        yield f"form {old.form} → {new.form}"


def _word(value: object, content: Questionnaire) -> str:
    if value is None:
        return "not said"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return f"{value:%d %b %Y}"
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value) or "every one"
    names: dict[str, str] = {s.id: s.name for s in content.stages}
    names |= {m.id: m.name for m in content.modalities}
    return names.get(str(value), str(value))


def _answers(before: Round, after: Round) -> Iterator[str]:
    old, new = _said(before.assessment), _said(after.assessment)
    changed = sum(old[key].level != new[key].level for key in old.keys() & new.keys())
    yield from _counted(changed, "answer with another level", "answers with another level")
    yield from _counted(len(new.keys() - old.keys()), "new answer", "new answers")
    yield from _counted(len(old.keys() - new.keys()), "answer taken away", "answers taken away")
    agreed, now = before.assessment.consensus_of, after.assessment.consensus_of
    other = sum(
        id not in agreed or id not in now or agreed[id].level != now[id].level
        for id in agreed.keys() | now.keys()
    )
    yield from _counted(other, "consensus changed", "consensus levels changed")


def _said(assessment: Assessment) -> dict[tuple[str, str], Response]:
    return {(r.capability, r.respondent): r for r in assessment.responses}


def _basis(before: Round, after: Round) -> Iterator[str]:
    old, new = _said(before.assessment), _said(after.assessment)
    agreed, now = before.assessment.consensus_of, after.assessment.consensus_of
    moves = [WEIGHT[new[k].basis] - WEIGHT[old[k].basis] for k in old.keys() & new.keys()]
    moves += [WEIGHT[now[k].basis] - WEIGHT[agreed[k].basis] for k in agreed.keys() & now.keys()]
    for count, words in ((sum(m > 0 for m in moves), "more"), (sum(m < 0 for m in moves), "less")):
        yield from _counted(count, f"answer backed by {words}", f"answers backed by {words}")


def _drills(before: Round, after: Round) -> Iterator[str]:
    old, new = before.assessment, after.assessment
    held = [d for d in new.drills if d not in old.drills]
    yield from _counted(len(held), "drill held since", "drills held since")
    gone = [d for d in old.drills if d not in new.drills]
    yield from _counted(len(gone), "drill taken away", "drills taken away")
    was, now = _flags(before), _flags(after)
    if was != now:
        yield f"fragmentation flags raised or not known {len(was)} → {len(now)}"


def _flags(judged: Round) -> frozenset[str]:
    """Typed in, or read off the model map."""
    hybrid = hybrid_of(judged.assessment, judge_map(judged.assessment, judged.questionnaire))
    return frozenset((*hybrid.flags, *hybrid.not_known))


def _incidents(before: Round, after: Round) -> Iterator[str]:
    old, new = before.assessment.incidents, after.assessment.incidents
    for name in type(new).model_fields:
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            words = name.replace("_", " ")
            yield f"{words} {_count(was)} → {_count(now)}"


def _count(value: int | None) -> str:
    return "not known" if value is None else str(value)


def _settings(before: Round, after: Round) -> Iterator[str]:
    old, new = before.assessment, after.assessment
    for name in ("weights", "bands", "horizon"):
        if getattr(old.settings, name) != getattr(new.settings, name):
            yield f"{name} changed"
    was = {(o.capability, o.rating): o.value for o in old.overrides}
    now = {(o.capability, o.rating): o.value for o in new.overrides}
    other = sum(was.get(key) != now.get(key) for key in was.keys() | now.keys())
    yield from _counted(other, "rating or target changed", "ratings or targets changed")


def _date(before: Round, after: Round) -> Iterator[str]:
    was, now = before.assessment.as_of, after.assessment.as_of
    if was != now:
        yield f"as of {was:%d %b %Y} → {now:%d %b %Y}"


def _counted(count: int, noun: str, nouns: str) -> Iterator[str]:
    if count:
        yield plural(count, noun, nouns)


DIFFERENCES: Mapping[Cause, Callable[[Round, Round], Iterator[str]]] = {
    "profile": _profile,
    "answers": _answers,
    "basis": _basis,
    "drills": _drills,
    "incidents": _incidents,
    "settings": _settings,
    "date": _date,
}
