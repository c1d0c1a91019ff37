"""What the next level still needs: each condition, how it stands, and what would lift it."""

from fractions import Fraction
from math import ceil
from typing import NamedTuple

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Condition, Result, StepResult
from readiness.report.numerals import number, plural, two
from readiness.report.sentences import capitalised, drills_now, gates, next_step, rule_of


class Need(NamedTuple):
    """A condition of the next level: ``lift`` in words with ``ids`` between ``lift`` and ``then``.

    ``place``: where an id is looked at: a question, the drill, the profile.
    """

    met: bool
    condition: str
    now: str
    lift: str = ""
    ids: tuple[str, ...] = ()
    then: str = ""
    place: str = "question"


def needs(result: Result, content: Questionnaire) -> tuple[Need, ...]:
    """The conditions of the next level, vacuous ones left out (screens 3.4)."""
    step = next_step(result)
    if step is None:
        return ()
    return tuple(
        _need(result, content, step, c) for c in step.conditions if not _is_vacuous(result, step, c)
    )


def _is_vacuous(result: Result, step: StepResult, condition: Condition) -> bool:
    if condition.id == "no_gate_below":
        return step.level == 2 and condition.met
    return condition.id == "fragmentation" and condition.met and not result.hybrid.binding


def _need(result: Result, content: Questionnaire, step: StepResult, condition: Condition) -> Need:
    words, now, ids = capitalised(condition.needed), condition.now, condition.blocking
    rule, size = rule_of(content, step), len(gates(result, content))
    if condition.id == "drills":
        now = capitalised(drills_now(result, content, ids)) if ids else "Both held and passed"
        now = now.replace("the drill ", "").replace("The drill ", "")
    if condition.met:
        return Need(True, words, now)
    if condition.id == "index":
        return Need(False, words, now, _lift_index(result, content))
    if condition.id == "gates_at_level":
        missing = ceil(rule.gates_share * size) - (size - len(ids))
        return Need(False, words, now, _any(missing, len(ids)), ids, f"to level {step.level}")
    if condition.id == "no_gate_below":
        return Need(False, words, now, _any(len(ids), len(ids)), ids, f"to level {step.level - 1}")
    if condition.id == "evidence":
        missing = ceil((rule.proof_share or Fraction(0)) * size) - (size - len(ids))
        lift = f"A document or record at level {step.level - 1} or more for"
        return Need(False, words, now, f"{lift} {_any(missing, len(ids)).lower()}", ids)
    if condition.id == "drills":
        return Need(False, words, now, "Hold or repeat the drill", place="drill")
    if result.hybrid.parties is None:
        return Need(False, words, now, "Say how many parties make the product", place="profile")
    return Need(False, words, now, "Settle one or more of", ids, place="profile")


def _any(missing: int, of: int) -> str:
    if of == 1:
        return ""
    return "All of" if missing >= of else f"Any {number(missing)} of"


def _lift_index(result: Result, content: Questionnaire) -> str:
    names = {d.id: d.short for d in content.dimensions}
    known = sorted(
        (d for d in result.dimensions if d.score is not None), key=lambda d: d.score or 0
    )
    weakest = [f"{names[d.id]} {two(d.score or 0)}" for d in known[:3]]
    lines = []
    if result.not_assessed:
        count = len(result.not_assessed)
        lines.append(f"answer {plural(count, 'open question')}, read as 1 until then")
    if weakest:
        lines.append(f"the weakest dimensions: {', '.join(weakest)}")
    return capitalised("; ".join(lines))


def binds_later(result: Result, content: Questionnaire) -> str:
    """What the next level does not ask yet, and from which level on; one line."""
    step = next_step(result)
    if step is None:
        return ""
    seen = {c.id for c in step.conditions}
    first = {
        c.id: (s.level, c)
        for s in reversed(result.steps)
        for c in s.conditions
        if s.level > step.level and c.id not in seen
    }
    names = {
        "evidence": "documents or records behind level {below} or more",
        "drills": "both mandatory drills",
        "fragmentation": "fragmentation flags",
    }
    parts = []
    for id, (level, condition) in sorted(first.items(), key=lambda pair: pair[1][0]):
        now = condition.now
        if id == "drills":
            now = drills_now(
                result, content, [s.id for s in content.drills.scenarios if s.mandatory]
            )
        name = names.get(id, id).format(below=level - 1)
        parts.append(f"{name} from level {level} (today: {now})")
    return f"Binds later: {'; '.join(parts)}." if parts else ""
