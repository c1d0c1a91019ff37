"""Data before AI judged: which data sets meet the four conditions, which uses are ready."""

from fractions import Fraction

from readiness.domain.data_readiness import (
    CONDITIONS,
    AiUse,
    Condition,
    DataReadinessRules,
    DataSet,
)
from readiness.domain.evidence import JoinTest, LogLink
from readiness.domain.operating import Operating
from readiness.domain.operating_result import AiUseResult, DataResult, DataSetResult


def judge_data(
    rules: DataReadinessRules, said: Operating, joins: JoinTest | None
) -> DataResult | None:
    """Every data set and use in the order they were entered; None where there is nothing at all.

    A use is ready only if it consumes something and each data set of it meets every condition
    (method 12); one that was not said is not met.
    """
    if not said.data_sets and not said.ai_uses and joins is None:
        return None
    sets = tuple(_set(rules, one, joins) for one in said.data_sets)
    sound = frozenset(one.id for one in sets if len(one.met) == len(CONDITIONS))
    uses = tuple(_use(one, sound) for one in said.ai_uses)
    return DataResult(sets=sets, uses=uses, joins=joins)


def _set(rules: DataReadinessRules, said: DataSet, joins: JoinTest | None) -> DataSetResult:
    link = _link(said, joins)
    of = joins.batches if joins and link else None
    is_counted = said.checked and said.complete is not None
    share = Fraction(said.complete or 0, said.checked or 1) if is_counted else None
    needed = said.needed if said.needed is not None else rules.needed
    contradicted = bool(
        said.identified and link and of and link.every and link.found < rules.join.needed * of
    )
    states = {
        "origin": None if said.origin is None else _is_record(rules, said),
        "identified": False if contradicted else said.identified,
        "stamped": said.stamped,
        "complete": None if share is None else share >= needed,
    }
    return DataSetResult(
        id=said.id,
        name=said.name,
        origin=said.origin,
        checked=said.checked,
        complete=said.complete,
        share=share,
        needed=needed,
        met=_those(states, state=True),
        lacks=_those(states, state=False),
        is_contradicted=contradicted,
        log=said.log,
        found=link.found if link else None,
        of=of,
    )


def _use(said: AiUse, sound: frozenset[str]) -> AiUseResult:
    blocking = tuple(id for id in said.consumes if id not in sound)
    return AiUseResult(
        id=said.id,
        name=said.name,
        state=said.state,
        consumes=said.consumes,
        blocking=blocking,
        is_ready=bool(said.consumes) and not blocking,
        is_owned=bool(said.decides.strip() and said.checks.strip()),
    )


def _link(said: DataSet, joins: JoinTest | None) -> LogLink | None:
    """The tested log that holds the data set."""
    logs = joins.logs if joins else ()
    return next((log for log in logs if log.id == said.log and log.is_tested), None)


def _is_record(rules: DataReadinessRules, said: DataSet) -> bool:
    return any(one.is_record for one in rules.origins if one.id == said.origin)


def _those(states: dict[str, bool | None], *, state: bool) -> tuple[Condition, ...]:
    return tuple(one for one in CONDITIONS if states[one] is state)
