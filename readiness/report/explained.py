"""How it is calculated, in words with the figures of the content (method 1 to 9).

The wording explains the method; every threshold, weight and name comes from the questionnaire, so
that the page can never disagree with what was computed.
"""

from readiness.domain.assessment import Basis
from readiness.domain.metric import Metric
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.rules import RecordRules, Step
from readiness.report.explained_order import order_parts
from readiness.report.numerals import percent, short, two
from readiness.report.part import Part


def parts(content: Questionnaire) -> tuple[Part, ...]:
    """Every section, in the order of the calculation."""
    return (
        _level(content),
        _index(content),
        _claims(content),
        _records(content),
        _final(content),
        _coverage(content),
        _streams(content),
        _targets(content),
        *order_parts(content),
    )


def _level(content: Questionnaire) -> Part:
    rules = content.verdict
    capped = next(s.verdict for s in content.scale if s.level == rules.capped_level)
    steps = {s.level: s for s in content.verdict.steps}
    rows = []
    for level in content.scale:
        step = steps.get(level.level)
        asks = ("—",) * 5 if step is None else _asks(step)
        rows.append((f"{level.level} {level.name}", level.verdict, *asks))
    return Part(
        "level",
        "Overall level and verdict",
        (
            (
                "The overall level is reached by climbing from 2 upwards; each step needs all of "
                "its conditions. Besides, no gate capability may stand below the level minus 1; an "
                "unknown gate counts as 1."
            ),
            (
                f"Coverage under {percent(rules.coverage_provisional)}: {rules.not_enough}, and "
                f"the level is provisional. Under {percent(rules.coverage_full)}, and in the short "
                f"form: no verdict above {capped}."
            ),
        ),
        (
            "Level",
            "Verdict",
            "Index at least",
            "Gates at the level",
            "Backed by documents or records",
            "Mandatory drills",
            "Fragmentation flags",
        ),
        tuple(rows),
    )


def _asks(step: Step) -> tuple[str, ...]:
    proof, points, flags = step.proof_share, step.drill_points, step.flags_fewer_than
    return (
        two(step.index),
        percent(step.gates_share),
        "—" if proof is None else f"{percent(proof)} at the level minus 1",
        "—" if points is None else f"{points} points, no critical fail",
        "—" if flags is None else f"fewer than {flags}",
    )


def _index(content: Questionnaire) -> Part:
    return Part(
        "index",
        "Maturity index",
        (
            (
                "A dimension score is the mean of the final levels of its applicable, known "
                "capabilities; a dimension with none known leaves the index. The index is the "
                f"unweighted mean of the {len(content.dimensions)} dimension scores, 1.00 to 5.00."
            ),
            (
                "Position on the axis = 100 × (index − 1) / 4: 0 clinical survival, 100 commercial "
                "at scale. The climb reads unknown capabilities as 1."
            ),
            (
                "Bounds: the same sums with the lowest level given and its least backing, records "
                "at the low end of their interval, unknown at 1; and with the highest, unknown at "
                "5. One respondent and no record: single source, plus or minus one."
            ),
        ),
    )


def _claims(content: Questionnaire) -> Part:
    rules = content.claims
    names: dict[Basis, str] = {"record": "Record", "document": "Document", "statement": "Only told"}
    rows = [(name, f"up to level {rules.ceilings[basis]}") for basis, name in names.items()]
    rows.append(
        (
            "Only told, corroborated",
            (
                f"up to level {rules.corroborated_ceiling}: {rules.corroborating_functions} "
                f"functions gave level {rules.corroborating_level} or more"
            ),
        )
    )
    seen = ", ".join(c.id for c in content.capabilities.values() if c.visibility)
    return Part(
        "claims",
        "What people say, and what backs it",
        (
            (
                "Claimed: the lower median of the levels given. Backing: the highest of min(level, "
                "ceiling of its basis) over the answers, and the records level. Evidenced = "
                "min(claimed, backing). A consensus takes the place of the answers."
            ),
            f"Not knowing counts as level 1 where seeing it is the capability: {seen}.",
            (
                f"Answers {rules.apart} levels or more apart are a disagreement; a claim "
                f"{rules.apart} above its evidence is an unbacked claim, {rules.apart} above the "
                "records a contradiction."
            ),
        ),
        ("Basis", "Backs a capability"),
        tuple(rows),
    )


def _records(content: Questionnaire) -> Part:
    rules = content.records
    return Part(
        "records",
        "What records show",
        (
            (
                f"Window: {rules.window_months} months or the last {rules.window_batches} batches "
                "started, whichever holds more batches. Counts per batch have an exact Poisson "
                "interval, shares a Wilson interval, medians and concentrations one by order "
                f"statistics or bootstrap ({rules.bootstrap_draws:,} draws, fixed seed); "
                f"{percent(rules.steering)} decides, {percent(rules.appendix)} stands in the "
                f"appendix. Counts whose variance over mean exceeds {short(rules.dispersion)} are "
                "widened."
            ),
            _cover(rules),
            (
                f"A metric counts with at least {rules.min_batches} batches, for a share "
                f"{rules.min_trials} trials, and an interval that touches at most {rules.max_span} "
                "levels; touching two it is soft."
            ),
            (
                "Silence is never read as good: no event at all, or a share that shows nothing, "
                f"counts at most {rules.suspicion_cap} until sampled records show that events "
                f"would have been seen ({rules.detection_records} records, "
                f"{rules.detection_records_if_nothing} where nothing was found; "
                f"{percent(rules.detection_ratio)} of events reported)."
            ),
            (
                "Records level of a capability: the lower median of its metrics that count; with "
                f"fewer than half of those named it counts at most {rules.few_metrics_cap}."
            ),
        ),
    )


def _cover(rules: RecordRules) -> str:
    return (
        "A log that covers only a part of the window is counted over that part. A silence before, "
        f"after or between its files is a gap if it is longer than {rules.cover_days} days and "
        f"chance alone would leave it in under {percent(rules.cover_chance)} of such logs: with a "
        "record on n of D days, g days stay empty with the chance ((D - g) / D) to the power of n. "
        "D runs from the first batch of the window. Batches started in a gap are not counted over."
    )


def _final(content: Questionnaire) -> Part:
    rules = content.records
    cap = rules.records_missing_cap
    return Part(
        "final",
        "Final level of a capability",
        (),
        ("Known", "Final level"),
        (
            ("Answers and records", f"min(evidenced, records + {rules.above_records})"),
            ("Answers only, metrics named", f"min(evidenced, {cap}), marked records missing"),
            ("Answers only, no metric named", "evidenced"),
            ("Records only", "records"),
            ("Neither", "unknown"),
        ),
    )


def _coverage(content: Questionnaire) -> Part:
    count = sum(c.gate for c in content.capabilities.values())
    return Part(
        "coverage",
        "Coverage",
        (
            (
                "Coverage: known over applicable capabilities. Evidence coverage: applicable gate "
                "capabilities with a level on a document or record, or a metric that counts, over "
                f"all applicable ones. Of {len(content.capabilities)} capabilities {count} are "
                "gates."
            ),
            (
                f"{content.short_form.name}: the gates and what its "
                f"{len(content.short_form.metrics)} metrics inform; all counts run over it only."
            ),
        ),
    )


def _streams(content: Questionnaire) -> Part:
    rules = content.records
    return Part(
        "streams",
        "Four streams of evidence",
        (
            (
                "100 × (1 − (mean level − 1) / 4) over the metrics that count: 0 stable, 100 "
                f"survival mode. At least {rules.index_min_metrics} are needed, else: not enough "
                "evidence."
            ),
            (
                f"Identifiable patient data at level {rules.identifiable_level} or lower add "
                f"{rules.identifiable_surcharge} to spreadsheet exposure, at most 100."
            ),
        ),
        ("Index", "Metrics"),
        tuple((s.index_name, ", ".join(s.index_metrics)) for s in content.streams),
    )


def _targets(content: Questionnaire) -> Part:
    return Part(
        "targets",
        "Targets, fit, gap and distance",
        (
            (
                "Fit for the stage: the share of known capabilities at or above today’s target. "
                "Gap to the next stage and distance to launch: sum of gaps over sum of (target − "
                "1). Gap = max(0, target − final). Unknown capabilities form a list of their own."
            ),
            (
                f"Ahead of need: {content.priority.ahead_levels} levels or more above the next "
                f"stage’s target with a reversibility of {content.priority.ahead_lock_in} or less."
            ),
        ),
        ("Target profile", *(s.name for s in content.stages)),
        tuple(
            (f"{p.id} {p.name}", *(str(p.targets[s.id]) for s in content.stages))
            for p in content.profiles
        ),
    )


def metric_rows(content: Questionnaire, stream: str) -> tuple[tuple[str, ...], ...]:
    """Id, definition, cut points, interval, what it informs, basis and mark of each metric."""
    return tuple(
        (
            f"{m.id} {m.name}",
            m.definition,
            cuts(m),
            INTERVALS[m.interval],
            ", ".join(m.capabilities),
            f"{m.basis} ({content.texts.marks[m.mark]})",
            m.pitfalls,
        )
        for m in content.metrics
        if m.stream == stream
    )


METRIC_HEAD = ("Metric", "Definition", "Cut points", "Interval", "Informs", "Basis", "Pitfalls")
INTERVALS = {
    "poisson": "exact Poisson",
    "wilson": "Wilson",
    "bootstrap": "bootstrap",
    "order": "order statistics",
    "census": "none: a census",
    "ordinal": "none: a level",
}


def cuts(metric: Metric) -> str:
    """*level 1 above 8, 2 above 4, 3 above 2, 4 above 0.8, else 5 (per batch)*."""
    word = "above" if metric.direction == "high" else "below"
    steps = [f"{level} {word} {float(cut):g}" for level, cut in enumerate(metric.cuts, 1)]
    said = f"Level {', '.join(steps)}, else 5 ({metric.unit})"
    special = [f"at {float(r.value):g}: level {r.level}, {r.why}" for r in metric.special]
    return "; ".join([said, *special]) + "."
