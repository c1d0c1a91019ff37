"""The join-rate test, the uses of AI and their data sets as tables."""

from readiness.domain.data_readiness import DataReadinessRules
from readiness.domain.evidence import JoinTest, LogLink
from readiness.domain.operating_result import DataResult, DataSetResult
from readiness.operating_model.data_findings import why
from readiness.report.join_words import places
from readiness.report.numerals import percent
from readiness.ui import html
from readiness.ui.html import Html

LOGS = ("Log", "Rows", "Name a batch", "Batches found", "Where it breaks")
USES = ("Use of AI", "State", "Ready", "Why not")


def join_table(joins: JoinTest) -> Html:
    """A row a log, with the counts behind the share and the rows that do not link."""
    rows = [
        [
            html.bold(log.name),
            html.number(log.rows),
            html.number(log.named),
            html.text(_found(log, joins)),
            html.text(_breaks(log)),
        ]
        for log in joins.logs
    ]
    return html.table(LOGS, rows, caption="Join-rate test, by log")


def use_table(rules: DataReadinessRules, found: DataResult) -> Html:
    """A row a use: ready, or what keeps it from being so."""
    names = {state.id: state.name for state in rules.states}
    rows = [
        [
            html.bold(use.name),
            html.text(names[use.state]),
            html.yes_or_no("ready", is_so=use.is_ready),
            html.text(why(rules, use, found.sets)),
        ]
        for use in found.uses
    ]
    return html.table(USES, rows, caption="Uses of AI; ready only if every data set meets all")


def set_table(rules: DataReadinessRules, found: DataResult) -> Html:
    """A row a data set, a column a condition."""
    head = ["Data set", *(words.name for words in rules.conditions), "Complete, of checked"]
    rows = [
        [
            html.bold(one.name),
            *(_state(one, words.id) for words in rules.conditions),
            html.text(_counted(one)),
        ]
        for one in found.sets
    ]
    return html.table(head, rows, caption="Data sets, and which conditions they meet")


def _state(one: DataSetResult, condition: str) -> Html:
    if condition not in (*one.met, *one.lacks):
        return html.text("? not said")
    return html.met(condition in one.met)


def _counted(one: DataSetResult) -> str:
    if one.share is None:
        return "not counted"
    needed = percent(one.needed)
    return f"{one.complete} of {one.checked}, {percent(one.share)}; asked for {needed}"


def _found(log: LogLink, joins: JoinTest) -> str:
    if not log.is_tested:
        return "not tested"
    must = "" if log.every else ", and need not name every one"
    return f"{log.found} of {joins.batches}{must}"


def _breaks(log: LogLink) -> str:
    parts = [log.reason] if log.reason else []
    if log.missing:
        parts.append(f"not found: {places(log.missing)}")
    if log.strays:
        parts.append(f"of no known batch: {places(log.strays)}")
    return "; ".join(parts) or "nowhere"
