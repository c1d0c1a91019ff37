"""Where each capability, metric, drill and input of one report stands, and the defined names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from readiness.report import columns
from readiness.report.cells import Book, quoted
from readiness.report.facts import Facts
from readiness.report.layout import (
    ASSUMPTIONS,
    CALC,
    DRILLS,
    EVIDENCE,
    FINDINGS,
    METRICS,
    REGISTER,
    ROADMAP,
    SENSITIVITY,
    Grid,
)

WEIGHT_ROW, BAND_ROW, HORIZON_ROW, TARGET_ROW = 6, 11, 16, 21
"""First input row of each block of Assumptions."""


@dataclass(frozen=True)
class Places:
    """The grids of one report; ``blocks``: evidence rows (first, last) by metric or capability."""

    register: Grid
    metrics: Grid
    roadmap: Grid
    evidence: Grid
    findings: Grid
    drills: Grid
    flags: Grid
    sensitivity: Grid
    register_row: Mapping[str, int]
    metric_row: Mapping[str, int]
    steps_row: int
    cuts_row: int
    rules_row: int
    cut_row: Mapping[str, int]
    specials: int
    blocks: dict[str, tuple[int, int]] = field(default_factory=dict)

    def scored(self, capability: str, named: int) -> str:
        """The contiguous Scored cells of a capability's metrics."""
        row = self.register_row[capability]
        return f"{quoted(CALC)}!${first_letter(0)}${row}:${first_letter(named - 1)}${row}"

    def cuts(self, metric: str) -> str:
        """The four cut points of a metric."""
        row = self.cut_row[metric]
        return f"{ASSUMPTIONS}!$D${row}:$G${row}"

    @cached_property
    def target_end(self) -> int:
        """The last row of the target matrix."""
        return self.steps_row - 4


def first_letter(number: int) -> str:
    """The column on the sheet of calculations that holds a capability's n-th metric, from 0."""
    return "CDEFGHIJKLMNOPQRSTUVWXYZ"[number]


def places(facts: Facts, evidence_rows: int) -> Places:
    """The layout for this content and these answers."""
    content = facts.questionnaire
    register = Grid(REGISTER, columns.REGISTER, len(facts.rows))
    metrics = Grid(METRICS, columns.METRICS, len(content.metrics))
    drills = Grid(DRILLS, columns.DRILLS, len(content.drills.scenarios))
    steps_row = TARGET_ROW + len(content.profiles) + 3
    cuts_row = steps_row + len(content.verdict.steps) + 4
    return Places(
        register=register,
        metrics=metrics,
        roadmap=Grid(ROADMAP, columns.ROADMAP, len(facts.result.roadmap) + len(facts.own_actions)),
        evidence=Grid(EVIDENCE, columns.EVIDENCE, evidence_rows),
        findings=Grid(FINDINGS, columns.FINDINGS, len(facts.result.findings)),
        drills=drills,
        flags=Grid(DRILLS, columns.FLAGS, len(content.hybrid.flags), head=drills.end + 4),
        sensitivity=Grid(SENSITIVITY, columns.SENSITIVITY, _moves(facts)),
        register_row=numbered([r.capability.id for r in facts.rows], register.start),
        metric_row=numbered([m.id for m in content.metrics], metrics.start),
        steps_row=steps_row,
        cuts_row=cuts_row,
        rules_row=cuts_row + len(content.metrics) + 3,
        cut_row=numbered([m.id for m in content.metrics], cuts_row),
        specials=max((len(m.special) for m in content.metrics), default=0),
    )


def _moves(facts: Facts) -> int:
    return 1 + len(facts.sensitivity.moved) if facts.sensitivity else 0


def numbered(ids: Sequence[str], first: int) -> dict[str, int]:
    """Row by id, counted from the first."""
    return {id: row for row, id in enumerate(ids, start=first)}


def define_names(book: Book, at: Places) -> None:
    """The names that formulas on other sheets use for columns of the register."""
    at.register.name(
        book,
        Gap_ID="id",
        Gap_Dimension="dimension",
        Gap_Capability="capability",
        Gap_Gate="gate",
        Gap_Claimed="claimed",
        Gap_Records="records",
        Gap_Final="final",
        Gap_Target="target",
        Gap_Gap="gap",
        Gap_Priority="priority",
        Gap_By_rule="by_rule",
        Gap_Band="band",
        Gap_Rank="rank",
        Gap_Wave="wave",
        Gap_Action="action",
        Gap_Owner_role="owner_role",
        Gap_Severity="severity",
        Gap_Effort="effort",
        Gap_Applicable="counts",
        Gap_Counted="counted",
        Gap_Today="today",
        Gap_Target_next="next",
        Gap_Target_launch="launch",
        Gap_Known="known",
        Gap_Open="gap_counted",
        Gap_Next="gap_next",
        Gap_Launch="gap_launch",
        Gap_Need_next="need_next",
        Gap_Need_launch="need_launch",
        Gap_Rule_flag="flag",
        Gap_Proof="proof",
        Gap_On_paper="on_paper",
        Gap_Metrics_named="metrics",
        Gap_Records_missing="missing",
    )
