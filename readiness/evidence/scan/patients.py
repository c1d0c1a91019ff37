"""What of patients stands in the whole workbook in clear, counted and placed (S6)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from readiness.domain.scale import Level
from readiness.domain.scan import CellFinding
from readiness.domain.scan_rules import ScanRules
from readiness.evidence.privacy import find_each
from readiness.evidence.scan.cells import Place
from readiness.evidence.scan.listing import list_places
from readiness.evidence.scan.people import (
    DIRECT,
    Headings,
    Kind,
    Known,
    Sighting,
    as_kinds,
    by_heading,
    by_wording,
)
from readiness.evidence.scan.tables import words
from readiness.evidence.scan.texts import OtherText, kinds_in
from readiness.evidence.scan.views import SheetView


@dataclass(slots=True)
class PatientData:
    """Counts by kind and by place, findings, and the level that they allow."""

    by_kind: Counter[str] = field(default_factory=Counter)
    by_place: Counter[str] = field(default_factory=Counter)
    findings: list[CellFinding] = field(default_factory=list)
    level: Level = 3
    reason: str = ""


class PatientSearch:
    """One search over one workbook; what it has to remember of names dies with it.

    The steps are called in this order: ``columns`` for all sheets (it learns the names),
    ``wording``, ``result``.
    """

    def __init__(self, texts: Sequence[str], rules: ScanRules) -> None:
        self._texts = texts
        self._rules = rules
        self._found: dict[tuple[str, Kind, bool], dict[Place, None]] = {}
        self.headings = Headings(rules)
        self.known = Known()

    def columns(self, views: Iterable[SheetView]) -> None:
        """Look at what headings announce."""
        for view in views:
            found = by_heading(
                view.cells, view.tables, self._texts, self._rules, self.headings, self.known
            )
            self._keep(view.name, found)

    def wording(self, views: Iterable[SheetView]) -> None:
        """Look at what gives itself away, or repeats a name of a column of names."""
        kinds = {n: as_kinds(k, self._texts[n]) for n, k in find_each(self._texts).items()}
        if self.known:
            for number, text in enumerate(self._texts):
                if again := self.known.kinds(text):
                    kinds[number] = kinds.get(number, set()) | again
        for view in views:
            self._keep(view.name, by_wording(view.cells, view.tables, kinds, self.headings))

    def rename(self, shown: dict[str, str]) -> None:
        """Give sheets the names under which they may be shown."""
        self._found = {(shown[s], k, p): places for (s, k, p), places in self._found.items()}

    def is_clean(self, text: str) -> bool:
        """Whether a text (a sheet's name, a formula) holds nothing of a person."""
        return not self._kinds(OtherText("sheet_name", text))

    def result(self, views: Sequence[SheetView], others: Iterable[OtherText]) -> PatientData:
        """All that was found, in the cells and in ``others``."""
        data = PatientData()
        hidden = {view.name for view in views if view.state != "visible"}
        for (sheet, kind, patient), places in self._found.items():
            self._add_cells(data, sheet, kind, patient, list(places), hidden)
        self._add_texts(data, others)
        data.level, data.reason = self._level(data, views)
        return data

    def key_sheets(self, views: Iterable[SheetView]) -> Iterator[SheetView]:
        """Sheets that lead from codes back to people: by their headings, helped by their name."""
        named = words(self._rules.key_sheet_words)
        headings = self.headings
        for view in views:
            is_key = headings.is_patient_table if named.fullmatch(view.name) else None
            if any(headings.leads_to_people(t) or (is_key and is_key(t)) for t in view.tables):
                yield view

    def _keep(self, sheet: str, found: Iterable[Sighting]) -> None:
        for one in found:
            other = self._found.get((sheet, one.kind, not one.patient), {})
            if one.place not in other:
                self._found.setdefault((sheet, one.kind, one.patient), {})[one.place] = None

    def _add_cells(
        self,
        data: PatientData,
        sheet: str,
        kind: Kind,
        patient: bool,
        places: Sequence[Place],
        hidden: set[str],
    ) -> None:
        rules = self._rules
        sign = "identifiable" if patient else "staff_identifiable"
        text = rules.why(sign, kind=rules.identifiers.get(kind, kind))
        if patient:
            data.by_kind[kind] += len(places)
            data.by_place["hidden_cell" if sheet in hidden else "cell"] += len(places)
            data.findings += list_places(sign, sheet, places, text, rules.each_address_up_to)
        else:
            data.findings.append(CellFinding(kind=sign, sheet=sheet, text=text, count=len(places)))

    def _add_texts(self, data: PatientData, others: Iterable[OtherText]) -> None:
        """Texts outside the cells: one finding a place, address and kind."""
        rules = self._rules
        counted: Counter[tuple[str, str | None, str | None, str]] = Counter()
        for other in others:
            for kind in self._kinds(other):
                counted[other.place, other.sheet, other.address, kind] += 1
        for (place, sheet, address, found), count in counted.items():
            data.by_kind[found] += count
            data.by_place[place] += count
            text = rules.why(
                "identifiable_elsewhere",
                kind=rules.identifiers.get(found, found),
                place=rules.places.get(place, place),
            )
            data.findings.append(
                CellFinding(
                    kind="identifiable", sheet=sheet, address=address, text=text, count=count
                )
            )

    def _kinds(self, other: OtherText) -> list[Kind]:
        return sorted(kinds_in(other, self.known, self.headings, self._rules.not_names))

    def _level(self, data: PatientData, views: Sequence[SheetView]) -> tuple[Level, str]:
        """S6 as far as a file can tell: whether a key is kept apart takes a person."""
        reasons = self._rules.patient_levels
        if any(data.by_kind[kind] for kind in DIRECT):
            return 1, reasons.get("found", "")
        if data.by_kind:
            return 2, reasons.get("partial", "")
        if any(self.key_sheets(views)):
            return 3, reasons.get("key_sheet", "")
        coded = any(
            self.headings.patient.search(heading) or self.headings.code.search(heading)
            for view in views
            for table in view.tables
            for heading in table.headings.values()
        )
        return 3, reasons.get("coded" if coded else "nothing", "")
