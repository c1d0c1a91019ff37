"""Blank forms of the first-hour drill, to print and fill in by hand (domain 6.1 to 6.4)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from readiness.domain.drills import DrillBlock, DrillChoice, DrillRules, Scenario
from readiness.report.cells import Book, Page
from readiness.report.printing import print_page, protect

LOG = "Decision log"
FOOTER = "First-hour drill"
WIDTHS = (5, 62, 30, 9, 46, 11, 10)
LOG_WIDTHS = (10, 22, 52, 44, 44)
LOG_HEADS = ("Minute", "Decided by (role)", "What", "Criterion", "Fallback")
LOG_LINES = 22
LONGEST_SHEET = 31
BOX = "☐"
EMPTY_ROW = 20.0


def drill_forms(title: str, rules: DrillRules, today: date) -> bytes:
    """The bytes of the .xlsx file: a form a scenario, and the log; same input, same bytes."""
    book = Book()
    for number, scenario in enumerate(rules.scenarios, start=1):
        page = book.page(f"{number} {scenario.name}"[:LONGEST_SHEET].strip())
        _Form(page, rules, scenario, title).write()
    _write_log(book.page(LOG), title)
    properties = book.workbook.properties
    properties.title = f"First-hour drill, blank forms: {title}"
    properties.creator = "readiness"
    properties.created = properties.modified = datetime(today.year, today.month, today.day)
    return book.packed(today)


class _Form:
    """The form of one scenario, written from top to bottom."""

    def __init__(self, page: Page, rules: DrillRules, scenario: Scenario, title: str) -> None:
        self.page, self.rules, self.scenario = page, rules, scenario
        self.title = title
        self.row = 1

    def write(self) -> None:
        """Head, injects, the blocks in order, critical fails."""
        self.page.widths(*WIDTHS)
        self._head()
        self._injects()
        for block in self.rules.blocks:
            self._block(block)
        self._fails()
        print_page(self.page, footer=FOOTER, tall=2)
        protect(self.page)

    def _head(self) -> None:
        scenario, rules = self.scenario, self.rules
        must = " (mandatory)" if scenario.mandatory else ""
        self.page.text((1, 1), f"First-hour drill: {scenario.name}{must}", "title")
        self.page.height(1, 27)
        owner = f"Decision owner: {scenario.decision_owner}; deputy: {scenario.deputy}."
        self.page.text((2, 1), f"{self.title}. Read aloud at minute 0: {scenario.summary}", "plain")
        self.page.text(
            (3, 1),
            f"{owner} {rules.minutes} minutes with the clock, {rules.debrief_minutes} to talk it "
            "over. Roles only, no names.",
            "plain",
        )
        self.page.text((4, 1), "Date:", "plain")
        self.page.text((4, 3), f"Led by: {BOX} lead  {BOX} deputy", "plain")
        self.page.text((4, 5), "Roles in the room:", "plain")
        self.row = 6

    def _section(self, words: str, heads: Sequence[str] = ()) -> None:
        self.page.text((self.row, 1), words, "section")
        self.page.fill(self.row, 2, len(WIDTHS), "section")
        self.row += 1
        if heads:
            for column, head in enumerate(heads, start=1):
                self.page.text((self.row, column), head, "head")
            self.row += 1

    def _line(self, words: Iterable[str], filled: int) -> None:
        """A row of words; the last ``filled`` columns stay open to write in."""
        for column, text in enumerate(words, start=1):
            self.page.text((self.row, column), text, "wrap" if column == 2 else "top")
        for column in range(len(WIDTHS) - filled + 1, len(WIDTHS) + 1):
            self.page.text((self.row, column), "", "input_words")
        self.page.height(self.row, EMPTY_ROW)
        self.row += 1

    def _injects(self) -> None:
        self._section(
            "Injects: read aloud at their minute",
            ("", "Inject", "", "Minute", "", "Read at", ""),
        )
        for inject in self.scenario.injects:
            self._line((BOX, inject.text, "", str(inject.minute), ""), 2)

    def _block(self, block: DrillBlock) -> None:
        rules = self.rules
        self._section(
            f"{block.id} {block.name}: {block.points} points",
            ("No.", "What", "Owner", "By minute", "Answer, points", "At", "Points"),
        )
        if block.id == rules.timed_block:
            given = (
                f"{BOX} right {rules.right_in_time}, late {rules.right_late}, later "
                f"{rules.partial}  {BOX} partial {rules.partial}  {BOX} wrong 0"
            )
            for item in self.scenario.items:
                self._line((str(item.n), item.text, item.owner, str(item.minutes), given), 2)
        elif block.id == rules.decision_block:
            for one in self.scenario.decisions:
                given = boxes(rules.decision_choices)
                self._line((str(one.n), one.text, one.owner, "", given), 2)
        for n, row in enumerate(rules.rubric_of(block.id), start=1):
            by = "" if row.by is None else str(row.by)
            self._line((str(n), row.text, "", by, boxes(row.choices, row.late)), 2)
            if row.help:
                self.page.text((self.row, 2), row.help, "fine")
                self.page.height(self.row, 46)
                self.row += 1
        self.row += 1

    def _fails(self) -> None:
        self._section(f"Critical fails: any one caps the points at {self.rules.critical_cap}")
        for text in self.rules.critical_fails:
            self._line((BOX, text), 0)


def boxes(choices: Sequence[DrillChoice], late: int = 0) -> str:
    """*☐ Named 4 (late 2)  ☐ Unclear 1  ☐ Not named 0*."""
    names = [f"{BOX} {c.name} {c.points}" for c in choices]
    if late:
        names[0] += f" (late {late})"
    return "  ".join(names)


def _write_log(page: Page, title: str) -> None:
    page.widths(*LOG_WIDTHS)
    page.text("A1", f"Decision log of the drill: {title}", "title")
    page.height(1, 27)
    page.text("A2", "One page. Roles, never names; patients and lots by code.", "plain")
    for column, head in enumerate(LOG_HEADS, start=1):
        page.text((4, column), head, "head")
    for row in range(5, 5 + LOG_LINES):
        for column in range(1, len(LOG_HEADS) + 1):
            page.text((row, column), "", "input_words")
        page.height(row, EMPTY_ROW)
    print_page(page, footer=FOOTER, tall=1)
    protect(page)
