"""The Excel gap report: a workbook that a board reads, an auditor traces and a client edits.

Every figure is live: changing an input on Assumptions, an override in the gap register or a drill
recomputes levels, verdict, priorities and ranks. Every formula carries the engine's value, so that
programs that recalculate nothing show the right figures. Source: the workbook specification.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from readiness.domain.assessment import Assessment
from readiness.domain.evidence import Evidence
from readiness.domain.operating_result import OperatingResult
from readiness.domain.questionnaire import Party, Questionnaire
from readiness.domain.result import Result
from readiness.domain.sensitivity import Sensitivity
from readiness.domain.two_rounds import TwoRounds
from readiness.report.assumptions import write_assumptions
from readiness.report.board import BOARD_SHEETS, board_book
from readiness.report.calc_sheet import write_calc, write_scored
from readiness.report.cells import Book
from readiness.report.data_sheet import write_data
from readiness.report.drills_sheet import write_drills
from readiness.report.evidence_register import Entry, blocks, evidence_entries, write_evidence
from readiness.report.exported import write_exported
from readiness.report.facts import Facts, Weeks
from readiness.report.findings_sheet import write_findings
from readiness.report.gap_register import write_gap_register
from readiness.report.handover_sheet import write_handovers
from readiness.report.heat_map import write_heat_map
from readiness.report.hidden_sheets import stamps, write_lists, write_meta
from readiness.report.intersection_sheet import write_intersections
from readiness.report.layout import (
    ASSUMPTIONS,
    CALC,
    DATA,
    DRILLS,
    EVIDENCE,
    EXPORTED,
    FINDINGS,
    HANDOVERS,
    HEAT,
    INTERSECTIONS,
    LEDGER,
    LEGS,
    LENSES,
    LIMITS,
    LISTS,
    META,
    METRICS,
    MODEL_MAP,
    OPTIONS,
    OVERSIGHT,
    PLAN,
    REGISTER,
    RETENTION,
    RIPPLE,
    ROADMAP,
    ROUNDS,
    SCORECARD,
    SENSITIVITY,
    SOURCES,
    STOPWATCH,
    SUMMARY,
)
from readiness.report.ledger_sheet import write_ledger
from readiness.report.legs_sheet import write_legs
from readiness.report.lens_sheet import write_lenses
from readiness.report.limit_sheet import write_limits
from readiness.report.map_sheet import write_map
from readiness.report.metrics_sheet import write_metrics
from readiness.report.option_sheet import write_options
from readiness.report.oversight_sheet import write_oversight
from readiness.report.partner_sheet import write_partner
from readiness.report.places import Places, define_names, places
from readiness.report.plan_sheet import write_plan
from readiness.report.retention_sheet import write_retention
from readiness.report.ripple_sheet import write_ripple
from readiness.report.roadmap_sheet import write_roadmap
from readiness.report.rounds_sheet import write_rounds
from readiness.report.scorecard_sheet import write_scorecard
from readiness.report.sensitivity_sheet import write_sensitivity
from readiness.report.sources import write_sources
from readiness.report.stopwatch_sheet import write_stopwatch
from readiness.report.summary import write_summary
from readiness.report.views import BOARD, FULL, View, seen_as, view_of

SHEETS = (
    SUMMARY,
    HEAT,
    REGISTER,
    ROADMAP,
    PLAN,
    METRICS,
    EVIDENCE,
    FINDINGS,
    DRILLS,
    LENSES,
    SENSITIVITY,
    ASSUMPTIONS,
    SOURCES,
    LEGS,
)
PARTNER_SHEETS = (SUMMARY, REGISTER, METRICS, EVIDENCE, FINDINGS, ASSUMPTIONS, SOURCES)
HIDDEN = (META, LISTS, CALC, EXPORTED)


HELD: tuple[tuple[str, str, Callable[[Book, Facts], object]], ...] = (
    (MODEL_MAP, "model_map", write_map),
    (HANDOVERS, "model_map", write_handovers),
    (SCORECARD, "partners", write_scorecard),
    (STOPWATCH, "stopwatch", write_stopwatch),
    (LEDGER, "ledger", write_ledger),
    (RIPPLE, "ripple", write_ripple),
    (RETENTION, "retention", write_retention),
    (INTERSECTIONS, "intersections", write_intersections),
    (OVERSIGHT, "oversight", write_oversight),
    (DATA, "data_readiness", write_data),
    (LIMITS, "capacity", write_limits),
    (OPTIONS, "options", write_options),
)
"""Sheets of the operating model in their order, the part of the result, and what writes them."""


def held_sheets(found: OperatingResult) -> tuple[str, ...]:
    """The sheets of the operating model that there is something for."""
    return tuple(sheet for sheet, part, _ in HELD if getattr(found, part))


def sheets_of(view: View, rounds: bool = False, held: Sequence[str] = ()) -> tuple[str, ...]:
    """The visible sheets of a view, in order.

    ``rounds``: with what moved since an earlier one; ``held``: sheets of the operating model.
    """
    if view.party is not None:
        return PARTNER_SHEETS
    if view.id == BOARD:
        return BOARD_SHEETS
    more = {PLAN: (ROUNDS,) if rounds else (), DRILLS: tuple(held)}
    return tuple(name for sheet in SHEETS for name in (sheet, *more.get(sheet, ())))


def gap_workbook(
    result: Result,
    assessment: Assessment,
    questionnaire: Questionnaire,
    evidence: Evidence | None = None,
    *,
    view: str = FULL,
    sensitivity: Sensitivity | None = None,
    rounds: TwoRounds | None = None,
    weeks: Weeks | None = None,
    revision: str = "",
    exported_by: str = "",
    frozen: str = "",
    kept_as: str = "",
) -> bytes:
    """The gap report of one result, as the bytes of an .xlsx file.

    ``result`` must come from ``assessment``, ``questionnaire`` and ``evidence``. ``view``: one of
    ``views(questionnaire)``. ``rounds``: against an earlier one, for a sheet of its own.
    ``weeks``: when the actions run.
    ``revision``, ``exported_by`` and ``frozen`` are printed as stamps; ``kept_as``: the id under
    which the assessment is kept, for when the file comes back.
    The same input gives the same bytes: the file holds no time but the as-of date. Raises
    ValueError if the result belongs to another questionnaire, KeyError for an unknown view.
    """
    if result.questionnaire.id != questionnaire.id:
        raise ValueError(f"judged with {result.questionnaire.id!r}, this is {questionnaire.id!r}")
    facts = Facts(result, assessment, questionnaire, evidence or Evidence(), revision, exported_by)
    facts = replace(facts, sensitivity=sensitivity, frozen=frozen, kept_as=kept_as)
    facts = replace(facts, rounds=rounds, weeks=weeks)
    return build(seen_as(facts, view_of(questionnaire, view))).packed(result.as_of)


def build(facts: Facts) -> Book:
    """The workbook of a view before it is packed; the facts are drawn as they come."""
    if facts.view == BOARD:
        book = board_book(facts)
    elif facts.party is not None:
        book = partner_book(facts, facts.party)
    else:
        book = full_book(facts)
    _properties(book, facts)
    return book


def full_book(facts: Facts) -> Book:
    """Every sheet, live."""
    book, at, entries = _opened(facts, _sheets(facts))
    inputs = write_assumptions(book, facts, at)
    write_metrics(book, facts, at)
    role_only = facts.assessment.settings.people == "roles"
    write_evidence(book, at, entries, role_only=role_only)
    write_gap_register(book, facts, at)
    write_drills(book, facts, at)
    calc = write_calc(book, facts, at)
    write_summary(book, facts, at, calc)
    write_heat_map(book, facts, at)
    write_roadmap(book, facts, at)
    write_plan(book, facts)
    if facts.rounds is not None:
        write_rounds(book, facts.questionnaire, facts.rounds)
    for _, part, write in HELD:
        if getattr(facts.result.operating_model, part):
            write(book, facts)
    write_lenses(book, facts, at)
    write_findings(book, facts, at)
    write_sensitivity(book, facts, at)
    write_sources(book, facts)
    write_legs(book, facts)
    write_meta(book, facts, at, inputs)
    write_exported(book, facts, at, inputs)
    return book


def _sheets(facts: Facts) -> tuple[str, ...]:
    view = view_of(facts.questionnaire, facts.view)
    held = held_sheets(facts.result.operating_model)
    return sheets_of(view, facts.rounds is not None, held)


def partner_book(facts: Facts, party: Party) -> Book:
    """The sheets that concern a partner, live among themselves."""
    book, at, entries = _opened(facts, PARTNER_SHEETS)
    inputs = write_assumptions(book, facts, at)
    write_metrics(book, facts, at)
    write_evidence(book, at, entries)
    write_gap_register(book, facts, at)
    write_scored(book, facts, at)
    write_partner(book, facts, at, party)
    write_findings(book, facts, at)
    write_sources(book, facts)
    write_meta(book, facts, at, inputs)
    write_exported(book, facts, at, inputs)
    return book


def _opened(facts: Facts, sheets: Sequence[str]) -> tuple[Book, Places, tuple[Entry, ...]]:
    """A book with its sheets, names and lists, where everything will stand, and the evidence."""
    book = Book()
    for name in (*sheets, *HIDDEN):
        book.page(name, hidden=name in HIDDEN)
    entries = evidence_entries(facts)
    at = places(facts, len(entries))
    at.blocks.update(blocks(entries, at.evidence.start))
    define_names(book, at)
    write_lists(book, facts)
    return book, at, entries


def _properties(book: Book, facts: Facts) -> None:
    """Document properties, all of them text: some programs bring numbers back changed."""
    properties = book.workbook.properties
    day = facts.result.as_of
    properties.title = f"Operational readiness gap report: {facts.assessment.title}"
    properties.subject = facts.questionnaire.title
    properties.creator = f"readiness {facts.result.engine_version}"
    properties.created = properties.modified = datetime(day.year, day.month, day.day)
    for name, value in stamps(facts).items():
        book.workbook.stamp(name, value)
