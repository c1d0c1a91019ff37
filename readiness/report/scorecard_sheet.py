"""The scorecards of contract makers: score, sub-scores, answers, and what their figures say."""

from collections.abc import Iterator

from readiness.domain.operating_result import PartnerResult
from readiness.domain.scorecard import ScorecardRules
from readiness.report.cells import Book, Page
from readiness.report.columns import SCORECARD as COLUMNS
from readiness.report.facts import Facts
from readiness.report.layout import SCORECARD, Grid, Value, headings, put_rows, title
from readiness.report.partner_figures import slots_in_words
from readiness.report.printing import colour_when, print_page, protect
from readiness.report.sentences import capitalised
from readiness.report.styles import ALERT

SAYS = (
    "Answers 0 to 4, weighted; not asked leaves the score and counts against the sponsor. An "
    "answer that the own table of the maker contradicts counts 0. No level moves."
)
Row = dict[str, Value]


def write_scorecard(book: Book, facts: Facts) -> Page:
    """Write the sheet; the figures are as exported."""
    page = book.pages[SCORECARD]
    rules = facts.questionnaire.cdmo
    found = facts.result.operating_model.partners
    notes = {(a.partner, a.question): a.note for a in facts.assessment.operating.partner_answers}
    rows = [row for one in found for row in _rows(one, rules, notes)]
    grid = Grid(SCORECARD, COLUMNS, len(rows))
    title(page, "CDMO scorecard", SAYS)
    headings(page, grid)
    put_rows(page, grid, rows)
    first = f"{grid.letter('flag')}{grid.start}"
    colour_when(page, grid.cells("flag"), f'{first}="red flag"', ALERT)
    page.sheet.freeze_panes = f"C{grid.start}"
    page.sheet.auto_filter.ref = f"A{grid.head}:{grid.last_letter}{grid.end}"
    print_page(page, rows=f"1:{grid.head}", area=f"A1:{grid.last_letter}{grid.end}")
    protect(page)
    return page


def _rows(
    one: PartnerResult, rules: ScorecardRules, notes: dict[tuple[str, str], str]
) -> Iterator[Row]:
    for row in (*_sums(one), *_answers(one, rules, notes), *_checks(one)):
        yield {"maker": one.name, **row}


def _sums(one: PartnerResult) -> Iterator[Row]:
    band = capitalised(one.band or "nothing asked yet")
    lowered = f" (without red flags: {one.band_before_flags})"
    yield {
        "what": "Score",
        "text": band + (lowered if one.band != one.band_before_flags else ""),
        "counts": one.score,
        "words": f"{one.asked} of {one.of} asked",
    }
    for part in one.parts:
        yield {
            "what": "Sub-score",
            "text": part.name,
            "counts": part.score,
            "words": f"{part.asked} of {part.of} asked",
        }
    if one.slots:
        yield {"what": "Slots", "text": slots_in_words(one.slots)}
    if one.mirror is not None:
        words = "What the maker says of the sponsor; no part of the score"
        yield {"what": "Mirror", "text": words, "counts": one.mirror}


def _answers(
    one: PartnerResult, rules: ScorecardRules, notes: dict[tuple[str, str], str]
) -> Iterator[Row]:
    texts = {question.id: question.text for question in rules.questions}
    reactions: dict[str, str] = {reaction.id: reaction.name for reaction in rules.reactions}
    for answer in one.answers:
        taken = reactions.get(answer.reaction, "")
        said = (answer.reason, taken, notes.get((one.id, answer.question), ""))
        yield {
            "what": "Answer" if answer.given is not None else "Not asked",
            "id": answer.question,
            "text": texts[answer.question],
            "given": answer.given,
            "counts": answer.counted,
            "flag": "red flag" if answer.red_flag else "",
            "words": ". ".join(filter(None, said)),
        }


def _checks(one: PartnerResult) -> Iterator[Row]:
    for check in one.checks:
        yield {
            "what": "Check",
            "id": check.question,
            "text": check.text,
            "flag": "red flag" if check.red_flag else "",
        }
