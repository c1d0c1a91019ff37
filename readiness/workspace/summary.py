"""A result in lines of text, for the command line."""

from collections.abc import Iterable, Sequence

from readiness.domain.assessment import Assessment
from readiness.domain.errors import Problem
from readiness.domain.evidence import Overlap
from readiness.domain.gaps import Gap
from readiness.domain.measurement import Measurement
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Condition, FigureName, Result
from readiness.report.numerals import one, percent, short, two, whole, with_unit

TOP = 5


def summary(result: Result, questionnaire: Questionnaire, assessment: Assessment) -> str:
    """The verdict and why, the three figures, the indices, and what to fix first."""
    lines = [
        f"{assessment.title} · as of {result.as_of.isoformat()}",
        f"Verdict: {result.verdict}{' (provisional)' if result.provisional else ''}",
        _level(result),
        "",
        *_next_step(result),
        "",
        *(_figure(name, result, questionnaire) for name in ("fit", "next_stage", "launch")),
        "",
        "Streams (0 stable, 100 survival mode):",
        *_indices(result, questionnaire),
        "",
        _missing(result),
        "",
        "What to fix first:",
        *(_gap(gap, questionnaire) for gap in _chosen(result)[:TOP]),
    ]
    if result.not_assessed:
        lines.append(f"Not yet assessed: {', '.join(result.not_assessed)}")
    lines += ["", questionnaire.texts.disclaimer]
    return "\n".join(lines)


def _level(result: Result) -> str:
    return (
        f"Overall level {result.level} of 5 (bounds {result.level_low} to {result.level_high})"
        f" · index {two(result.index)} ({two(result.index_low)} to"
        f" {two(result.index_high)}) · coverage {percent(result.coverage)}"
    )


def _missing(result: Result) -> str:
    missing = len(result.records_missing)
    return f"Records missing: {missing} of {result.measurable} · findings: {len(result.findings)}"


def _chosen(result: Result) -> tuple[Gap, ...]:
    horizon = result.settings.get("horizon")
    return result.gaps.launch if horizon == "launch" else result.gaps.next_stage


def _next_step(result: Result) -> list[str]:
    step = next((s for s in result.steps if s.level == result.level + 1), None)
    if step is None:
        return ["The highest level is reached."]
    return [f"What level {step.level} still needs:", *(_condition(c) for c in step.conditions)]


def _condition(condition: Condition) -> str:
    mark = "met    " if condition.met else "NOT MET"
    ids = f" [{', '.join(condition.blocking)}]" if condition.blocking else ""
    return f"  {mark}  {condition.detail}{ids}"


def _figure(name: FigureName, result: Result, questionnaire: Questionnaire) -> str:
    figure = result.figures[name]
    stage = questionnaire.stage_name(figure.stage)
    unknown = f"{len(result.not_assessed)} not assessed"
    if name == "fit":
        return (
            f"Fit for {stage} today: {percent(figure.value)}, {figure.count} of {figure.of} at or "
            f"above target ({unknown})"
        )
    said = "Gap to" if name == "next_stage" else "Distance to"
    return f"{said} {stage}: {percent(figure.value)}, {figure.count} gaps ({unknown})"


def _indices(result: Result, questionnaire: Questionnaire) -> list[str]:
    lines = []
    for stream in questionnaire.streams:
        detail = result.index_details[stream.index]
        value = detail.reason if detail.value is None else whole(detail.value)
        lines.append(f"  {stream.index_name}: {value} ({len(detail.used)} of {detail.of} metrics)")
    return lines


def _gap(gap: Gap, questionnaire: Questionnaire) -> str:
    capability = questionnaire.capabilities[gap.capability]
    rule = " by rule" if gap.act_now else ""
    return (
        f"  {gap.rank}. {gap.capability} {capability.name}: level {gap.final} to {gap.target}, "
        f"priority {one(gap.priority)}, {gap.band}{rule}. {capability.action.text}"
    )


def measurement_lines(
    result: Result, questionnaire: Questionnaire, overlaps: Iterable[Overlap] = ()
) -> str:
    """One line a metric: value, interval, level, whether it counts; then what files share."""
    lines = [_measurement(m, questionnaire) for m in result.measurements]
    return "\n".join([*lines, *(f"Overlap: {overlap.text}." for overlap in overlaps)])


def doubt_lines(in_doubt: Sequence[Problem], started: Sequence[str] | None) -> list[str]:
    """What is to be confirmed or corrected, and how to go on; nothing where no file is in doubt.

    ``started``: the files that were just given an entry of ``evidence.yaml``; None: nobody asked.
    """
    if not in_doubt:
        return [] if started is None else ["No file is in doubt: evidence.yaml stays as it is."]
    files = list(dict.fromkeys(problem.file for problem in in_doubt))
    count = "One file is" if len(files) == 1 else f"{len(files)} files are"
    said = f"{count} in doubt and in no figure: {', '.join(files)}."
    if started:
        begun = "an entry" if len(started) == 1 else "entries"
        said += f" evidence.yaml has {begun} for {', '.join(started)}: confirm, then run again."
    elif started is None:
        said += " Correct what stands above and run again; --start-mapping begins evidence.yaml."
    else:
        said += " evidence.yaml was given no entry: correct what stands above, then run again."
    return [*map(str, in_doubt), said]


def _measurement(measured: Measurement, questionnaire: Questionnaire) -> str:
    metric = questionnaire.metric_by_id[measured.metric]
    if measured.value is None and measured.level is None:
        return f"{metric.id:3} {metric.name}: {measured.reason}"
    value = "" if measured.value is None else with_unit(measured.value, metric)
    if measured.low is not None and measured.high is not None:
        value += f" ({short(measured.low)} to {short(measured.high)})"
    counts = "counts, soft" if measured.soft else "counts" if measured.usable else "does not count"
    said = [measured.reason, measured.remark]
    why = "".join(f": {part}" for part in said if part)
    level = "?" if measured.level is None else measured.level
    # The value of an ordinal metric is its level.
    figure = f"level {level}" if metric.interval == "ordinal" else f"{value}, level {level}"
    return f"{metric.id:3} {metric.name}: {figure}, {counts}{why}"
