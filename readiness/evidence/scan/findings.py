"""The findings of the sheets of one workbook, in a fixed order (domain 4.2.3 and 4.3)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from readiness.domain.scan import CellFinding
from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.bookings import double_bookings
from readiness.evidence.scan.circles import by_sheet, circular_cells
from readiness.evidence.scan.codes import doubtful_codes
from readiness.evidence.scan.colours import colours_as_data
from readiness.evidence.scan.looking import Looking
from readiness.evidence.scan.patients import PatientSearch
from readiness.evidence.scan.pending import open_texts, unconfirmed
from readiness.evidence.scan.reader import Book
from readiness.evidence.scan.signs import cell_signs, outside_patterns, sheet_signs, text_dates
from readiness.evidence.scan.tables import words
from readiness.evidence.scan.texts import OtherText
from readiness.evidence.scan.views import SheetView
from readiness.evidence.scan.wording import Wording


class Findings:
    """Looks at the sheets of one workbook; ``saved``: the day of its last save."""

    def __init__(
        self,
        views: Sequence[SheetView],
        book: Book,
        search: PatientSearch,
        rules: ScanRules,
        saved: date | None,
    ) -> None:
        self._views = views
        self._book = book
        self._search = search
        self._rules = rules
        self._saved = saved.toordinal() if saved else None

    def of_formulas(self, written: Sequence[str]) -> Iterator[CellFinding]:
        """Signs that formulas and formats give; ``written``: sheet names as formulas know them."""
        rules, book = self._rules, self._book
        wording = Wording(book.formulas, self._search, rules)
        dates = text_dates(book.strings.texts)
        outside = outside_patterns(book.formulas.patterns)
        sheets = [(name, view.cells) for name, view in zip(written, self._views, strict=True)]
        circles = by_sheet(circular_cells(sheets, book.formulas, rules.each_address_up_to))
        for number, view in enumerate(self._views):
            yield from sheet_signs(view, rules)
            yield from cell_signs(view, dates, outside, wording, rules)
            places = circles.get(number, [])
            yield from wording.found("circular", view.name, view.cells, places)
            yield from colours_as_data(view, rules)

    def of_values(self) -> Iterator[CellFinding]:
        """Signs that what stands in the cells gives."""
        rules, headings = self._rules, self._search.headings
        texts = self._book.strings.texts
        looking = {v.name: Looking(v.cells, texts, self._book.date_1904) for v in self._views}
        numbers = open_texts(texts, rules)
        for view in self._views:
            look = looking[view.name]
            yield from double_bookings(view, look, headings, rules)
            yield from unconfirmed(view, look, numbers, self._saved, rules)
        yield from doubtful_codes(self._views, looking, headings, rules)
        for view in self._search.key_sheets(self._views):
            yield CellFinding(kind="key_sheet", sheet=view.name, text=rules.why("key_sheet"))

    def of_comments(self, notes: Iterable[OtherText]) -> Iterator[CellFinding]:
        """Each comment: those that tell people what to do apart from plain ones."""
        instructs = words(self._rules.instruction_words)
        for note in notes:
            kind = "comment_instruction" if instructs.search(note.text) else "comment"
            text = self._rules.why(kind)
            yield CellFinding(kind=kind, sheet=note.sheet, address=note.address, text=text)
