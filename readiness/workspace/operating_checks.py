"""What the operating model must keep to beyond its types: known ids, nothing twice."""

from collections.abc import Iterable, Iterator
from typing import Any

from readiness.domain.errors import Problem
from readiness.domain.lock_in import LockInChoice
from readiness.domain.operating import Operating
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.ripple import Change
from readiness.domain.stopwatch import StopwatchRules
from readiness.evidence.privacy import find
from readiness.operating_model.ripple import order_of
from readiness.workspace.map_checks import map_problems
from readiness.workspace.refusals import nearest

ONCE = {
    "partners": ("id",),
    "partner_answers": ("partner", "question"),
    "partner_failures": ("partner", "n"),
    "partner_slots": ("partner", "suite", "month"),
    "choices": ("id",),
    "retention": ("id",),
    "intersections": ("id",),
    "oversight": ("id",),
    "map_nodes": ("id",),
    "map_links": ("id",),
    "map_archetypes": ("id",),
    "conductors": ("id",),
    "stopwatch": ("id",),
    "stopwatch_answers": ("run", "n", "field"),
    "changes": ("id",),
    "data_sets": ("id",),
    "ai_uses": ("id",),
    "limits": ("id",),
    "options": ("id",),
    "gates": ("id",),
}


def operating_problems(
    said: Operating, questionnaire: Questionnaire, place: str = ""
) -> Iterator[Problem]:
    """Every problem, none of them with a line: the types have been through the file already."""
    yield from _doubles(said, place)
    rules = questionnaire.cdmo
    ids = [partner.id for partner in said.partners]
    for name in ("partner_answers", "partner_failures", "partner_slots"):
        owners = dict.fromkeys(row.partner for row in getattr(said, name))
        yield from _unknown(place, "contract maker", owners, ids)
    questions = [question.id for question in (*rules.questions, *rules.mirror)]
    reactions = ["", *(reaction.id for reaction in rules.reactions)]
    for answer in said.partner_answers:
        file = f"{place}cdmo-{answer.partner}.yaml"
        yield from _unknown(file, "question", [answer.question], questions)
        yield from _unknown(file, "reaction", [answer.reaction], reactions)
    for file, what, rows, known in (
        ("retention.yaml", "row", said.retention, questionnaire.retention.rows),
        ("intersections.yaml", "pair", said.intersections, questionnaire.intersections.pairs),
        ("oversight.yaml", "question", said.oversight, questionnaire.oversight.questions),
        ("limits.yaml", "dimension", said.limits, questionnaire.dimensions),
        ("options.yaml", "gate", said.gates, questionnaire.open_options.gates),
    ):
        yield from _unknown(f"{place}{file}", what, _ids(rows), _ids(known))
    yield from map_problems(said, questionnaire, f"{place}map.yaml")
    yield from _of_options(said, questionnaire, f"{place}options.yaml")
    yield from _of_data(said, questionnaire, f"{place}data.yaml")
    areas = [area.id for area in questionnaire.lock_in.areas]
    yield from _of_stopwatch(said, questionnaire.stopwatch, f"{place}stopwatch.yaml")
    for choice in said.choices:
        yield from _areas(f"{place}ledger.yaml", choice, areas)
    for change in said.changes:
        yield from _of_change(change, questionnaire, f"{place}changes.yaml", areas)


def _of_options(said: Operating, questionnaire: Questionnaire, file: str) -> Iterator[Problem]:
    rules = questionnaire.open_options
    closing = dict.fromkeys(one.gate for one in said.options)
    yield from _unknown(file, "gate", closing, ["", *_ids(rules.gates)])
    asked = dict.fromkeys(id for gate in said.gates for id in gate.asked)
    yield from _unknown(file, "question", asked, _ids(rules.questions))


def _of_data(said: Operating, questionnaire: Questionnaire, file: str) -> Iterator[Problem]:
    logs = ["", *(log.id for log in questionnaire.data_readiness.join.logs)]
    yield from _unknown(file, "log", dict.fromkeys(one.log for one in said.data_sets), logs)
    sets = [one.id for one in said.data_sets]
    consumed = dict.fromkeys(id for use in said.ai_uses for id in use.consumes)
    yield from _unknown(file, "data set", consumed, sets)


def _ids(rows: Iterable[Any]) -> list[str]:
    return [str(row.id) for row in rows]


def _of_change(
    change: Change, questionnaire: Questionnaire, file: str, areas: list[str]
) -> Iterator[Problem]:
    """Areas that nobody knows or that wait for each other."""
    yield from _areas(file, change, areas)
    for one in change.areas:
        yield from _unknown(file, "area", one.after or (), areas)
    if loop := order_of(questionnaire.lock_in, change)[1]:
        text = f"the areas of {change.id} wait for each other: {loop}"
        yield Problem(file, text, advice="Take one of them out of after")


def _of_stopwatch(said: Operating, rules: StopwatchRules, file: str) -> Iterator[Problem]:
    """Fields and codes that there are not, and codes that identify somebody."""
    fields = [field.id for field in rules.fields]
    yield from _unknown(file, "field", (a.field for a in said.stopwatch_answers), fields)
    held = [run.id for run in said.stopwatch]
    yield from _unknown(file, "test", (a.run for a in said.stopwatch_answers), held)
    for run in said.stopwatch:
        answers = [a.n for a in said.stopwatch_answers if a.run == run.id]
        if any(n > len(run.codes) for n in answers):
            text = f"{run.id} answers for more codes than the {len(run.codes)} that it drew"
            yield Problem(file, text, advice="n counts the codes from 1")
        if any(find(code) for code in run.codes):
            text = f"A code of {run.id} looks as if it identified a person"
            yield Problem(file, text, advice="Write the code of the batch")


def _areas(file: str, touching: LockInChoice | Change, areas: list[str]) -> Iterator[Problem]:
    """Areas that nobody knows, and the first one that stands twice."""
    touched = [one.area for one in touching.areas]
    yield from _unknown(file, "area", touched, areas)
    for area in touched:
        if touched.count(area) > 1 and area in areas:
            text = f"{area} stands twice in {touching.id}"
            yield Problem(file, text, advice="Keep one of the two")
            break


def _doubles(said: Operating, place: str) -> Iterator[Problem]:
    for name, keys in ONCE.items():
        seen: set[tuple[object, ...]] = set()
        for row in getattr(said, name):
            same = tuple(getattr(row, key) for key in keys)
            if same in seen:
                text = f"{' of '.join(map(str, reversed(same)))} stands here twice"
                yield Problem(place, text, advice="Keep one of the two")
            seen.add(same)


def _unknown(file: str, what: str, found: Iterable[str], known: list[str]) -> Iterator[Problem]:
    for id in found:
        if id not in known:
            advice = nearest(id, [k for k in known if k])
            yield Problem(file, f"there is no {what} {id}", advice=advice)
