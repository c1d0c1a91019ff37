"""Fragmentation flags read off a model map, by the rules of the content (domain 1.13)."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from readiness.domain.map_result import FlagState
from readiness.domain.map_rules import FlagRule, FlagShape
from readiness.domain.model_map import MapLink
from readiness.operating_model.map_graph import Graph


@dataclass(frozen=True)
class Derived:
    """What the map says of a flag, and what it is read from."""

    state: FlagState
    why: str
    links: tuple[MapLink, ...] = ()
    """Of one that is raised: where."""


@dataclass(frozen=True)
class Read:
    """What one rule found: where it raises, and whether the map is whole enough to clear."""

    where: str | None
    is_whole: bool
    links: tuple[MapLink, ...] = ()
    """Those that raise it; empty where no link does."""


def derive(graph: Graph, conductor: str, parties: int | None, flag: str) -> Derived:
    """Of all rules of a flag: any raises, all clear; else the map does not decide.

    ``conductor``: the role that leads the chain, or nothing. ``parties``: how many the profile
    says there are; a map with fewer makers clears nothing but who conducts.
    """
    rules, words = [rule for rule in graph.rules.flags if rule.flag == flag], graph.rules
    found = [(rule, SHAPES[rule.shape](rule, graph, conductor)) for rule in rules]
    raised = [r.raised.format(where=read.where) for r, read in found if read.where is not None]
    if raised:
        links = (link for _, read in found if read.where is not None for link in read.links)
        return Derived("raised", "; ".join(raised), tuple(links))
    if not found or not all(read.is_whole for _, read in found):
        return Derived("not known", words.undecided)
    makers, of_map = len(graph.makers), any(rule.shape != "no_conductor" for rule in rules)
    if of_map and makers < (parties or 0):
        return Derived("not known", words.incomplete.format(makers=makers, parties=parties))
    return Derived("clear", "; ".join(rule.clear for rule in rules))


def _step_differs(rule: FlagRule, graph: Graph, _: str) -> Read:
    where, is_whole = [], bool(graph.steps)
    for step in graph.steps:
        runs = graph.runs(step.id)
        values = {_value(rule, link) for link in runs}
        if len(graph.runners(step.id)) >= rule.least and len(values - {""}) > 1:
            where.append(f"{step.name} ({graph.names(graph.runners(step.id))})")
        is_whole &= bool(runs) and ("" not in values or len(runs) < rule.least)
    return Read(", ".join(where) or None, is_whole)


def _differs(rule: FlagRule, graph: Graph, _: str) -> Read:
    links = graph.between_makers(rule.kinds)
    values = Counter(value for link in links if (value := _value(rule, link)))
    is_whole = bool(links) and all(_value(rule, link) for link in links)
    if len(values) < 2:
        return Read(None, is_whole)
    common = values.most_common(1)[0][0]
    others = tuple(k for k in links if _value(rule, k) not in ("", common))
    return Read(graph.labels(others), is_whole, others)


def _missing(rule: FlagRule, graph: Graph, _: str) -> Read:
    links = graph.between_makers(rule.kinds)
    without = tuple(link for link in links if link.connection and not _value(rule, link))
    is_whole = bool(links) and all(link.connection for link in links)
    return Read(graph.labels(without) if len(without) >= rule.least else None, is_whole, without)


def _only(rule: FlagRule, graph: Graph, _: str) -> Read:
    bad, is_whole = [], bool(graph.between_makers())
    bearing: list[MapLink] = []
    for pair, links in _by_pair(graph).items():
        given = [link.connection for link in links if link.kind in rule.kinds]
        is_bad = bool(given) and all(connection in rule.values for connection in given)
        if is_bad:
            bad.append(graph.names(pair, " and "))
            bearing += (link for link in links if link.kind in rule.kinds)
        is_whole &= is_bad or any(one and one not in rule.values for one in given)
    where = ", ".join(bad) if len(bad) >= rule.least else None
    return Read(where, is_whole, tuple(bearing))


def _no_conductor(_: FlagRule, graph: Graph, conductor: str) -> Read:
    return Read("" if graph.nodes and not conductor else None, bool(conductor))


def _not_seen(rule: FlagRule, graph: Graph, _: str) -> Read:
    views = {node.id for node in graph.nodes if node.kind == "view"}
    shown = [link for link in graph.links if link.kind == "data" and link.target in views]
    unseen = unseen_makers(graph)
    where = graph.names(unseen) if views and len(unseen) >= rule.least else None
    is_whole = bool(views) and bool(graph.makers) and all(link.connection for link in shown)
    return Read(where, is_whole)


def unseen_makers(graph: Graph) -> frozenset[str]:
    """Makers that no status view is told anything by."""
    told = (k for k in graph.links if k.kind == "data" and k.connection != "none")
    views = {node.id for node in graph.nodes if node.kind == "view"}
    return graph.makers - {p for k in told if k.target in views for p in graph.parties(k.source)}


def _by_pair(graph: Graph) -> Mapping[frozenset[str], Sequence[MapLink]]:
    """The links between each two makers that hand anything over."""
    found: dict[frozenset[str], list[MapLink]] = {}
    for link in graph.between_makers():
        for pair in sorted(graph.pairs(link), key=sorted):
            if pair <= graph.makers:
                found.setdefault(pair, []).append(link)
    return found


def _value(rule: FlagRule, link: MapLink) -> str:
    """The value of the rule's field as it is compared: spaces and case do not count."""
    value = getattr(link, rule.field or "owner")
    return "" if value is None else " ".join(str(value).casefold().split())


SHAPES: Mapping[FlagShape, Callable[[FlagRule, Graph, str], Read]] = {
    "step_differs": _step_differs,
    "differs": _differs,
    "missing": _missing,
    "only": _only,
    "no_conductor": _no_conductor,
    "not_seen": _not_seen,
}
