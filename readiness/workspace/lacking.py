"""What an assessment needs, where it usually lies, and what its lack costs (screens 3.1, 3.3)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from readiness.domain.evidence import TableKind
from readiness.domain.metric import Metric, Stream
from readiness.domain.questionnaire import Questionnaire

MAIN: dict[str, tuple[TableKind, ...]] = {
    "deviations": ("deviations", "batches"),
    "batch_records": ("revisions", "record_errors", "reviews", "temporary_instructions"),
    "scheduling": ("workbook", "bookings", "booking_changes"),
    "heroics": ("interventions", "qualifications", "workarounds"),
}
"""Kinds by stream, what helps most first; a kind that serves several streams stands once."""

NAMED = 4
"""Ids named one by one; more are counted."""

BRING = {
    "deviations": ("Deviation log and list of batches started", "The quality system's export"),
    "batch_records": (
        "List of master-record revisions",
        "Document control; else the cover pages of ten executed records",
    ),
    "scheduling": (
        "The scheduling workbook with its older copies",
        "The planner's folder, sent mail, the shared drive",
    ),
    "heroics": (
        "Intervention or call-out list",
        "On-call roster, expedite invoices, the exception list of quality assurance",
    ),
}


@dataclass(frozen=True)
class Need:
    """A thing to bring: what, where it usually is, and what happens without it."""

    what: str
    where: str
    without: str


def kinds_of(metric: Metric) -> frozenset[str]:
    """The kinds of table that a metric is counted from."""
    return frozenset(need.partition(".")[0] for need in metric.needs)


def streams_on_file(questionnaire: Questionnaire, kinds: Collection[str]) -> int:
    """Streams of which at least one figure can be counted from the kinds on file."""
    here = frozenset(kinds)
    return sum(
        any(kinds_of(m) <= here for m in questionnaire.metrics if m.stream == stream.id)
        for stream in questionnaire.streams
    )


def needs(questionnaire: Questionnaire) -> list[Need]:
    """The table of the empty state: people first, then one line a stream."""
    asked = [f.name for f in questionnaire.functions]
    least = questionnaire.verdict.coverage_provisional
    people = Need(
        f"People of {len(asked)} functions, as far as you have them",
        f"{', '.join(asked[:-1])} and {asked[-1]}",
        f"No verdict: under {float(100 * least):.0f} % of the questions answered it reads "
        f"{questionnaire.verdict.not_enough}",
    )
    return [people, *(_stream_need(questionnaire, stream) for stream in questionnaire.streams)]


def _stream_need(questionnaire: Questionnaire, stream: Stream) -> Need:
    what, where = BRING.get(stream.id, (f"Records: {stream.name.lower()}", "Where they are kept"))
    informed = _informed(m for m in questionnaire.metrics if m.stream == stream.id)
    cap = questionnaire.records.records_missing_cap
    return Need(
        what,
        where,
        f"No figure for {stream.index_name.lower()}; {len(informed)} capabilities rest on answers "
        f"alone and stop at level {cap}",
    )


def _informed(metrics: Iterable[Metric]) -> list[str]:
    return list(dict.fromkeys(c for m in metrics for c in m.capabilities))


@dataclass(frozen=True)
class Lack:
    """A kind that is not on file, and what its lack costs here."""

    kind: TableKind
    metrics: tuple[str, ...]
    """Figures that need it and cannot be counted now."""
    capabilities: tuple[str, ...]
    """What then rests on answers alone."""
    index: str
    """The stream index that stays empty for want of it, or ''."""

    @property
    def cost(self) -> str:
        """In words."""
        parts = [f"no {self.index.lower()} figure"] if self.index else []
        parts.append(f"{_some(self.metrics)} not measured")
        if self.capabilities:
            parts.append(f"{_some(self.capabilities)} on answers alone")
        return "Without it: " + "; ".join(parts) + "."


def _some(ids: Sequence[str]) -> str:
    """Ids in a row, the last ones counted where they are many."""
    shown = ", ".join(ids[:NAMED])
    return shown if len(ids) <= NAMED else f"{shown} and {len(ids) - NAMED} more"


def lacks(
    questionnaire: Questionnaire, kinds: Collection[str], measured: Collection[str]
) -> list[Lack]:
    """Kinds that are missing, the costliest first.

    ``kinds``: on file; ``measured``: metrics with a figure, from records or typed in.
    """
    found = []
    for stream in questionnaire.streams:
        silent = not any(m.id in measured for m in questionnaire.metrics if m.stream == stream.id)
        for kind in MAIN.get(stream.id, ()):
            if kind in kinds:
                continue
            lost = [
                m for m in questionnaire.metrics if kind in kinds_of(m) and m.id not in measured
            ]
            if lost:
                alone = [c for c in _informed(lost) if not _is_heard(questionnaire, c, measured)]
                found.append(
                    Lack(
                        kind,
                        tuple(m.id for m in lost),
                        tuple(alone),
                        stream.index_name if silent else "",
                    )
                )
                silent = False
    return sorted(found, key=lambda lack: -len(lack.metrics))


def _is_heard(questionnaire: Questionnaire, capability: str, measured: Collection[str]) -> bool:
    return any(m.id in measured for m in questionnaire.metrics_of[capability])
