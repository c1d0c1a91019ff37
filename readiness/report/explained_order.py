"""How gaps are ranked and ordered, and what drills and findings are (method 5, 7 to 9)."""

from collections.abc import Sequence

from readiness.domain.drills import DrillChoice, RubricRow
from readiness.domain.questionnaire import Questionnaire
from readiness.report.numerals import percent
from readiness.report.part import Part


def order_parts(content: Questionnaire) -> tuple[Part, ...]:
    """Priority, waves, drills, findings, marks and limits."""
    return (
        _priority(content),
        _waves(content),
        _drills(content),
        _findings(content),
        _marks(content),
    )


def _priority(content: Questionnaire) -> Part:
    rules = content.priority
    weights = {rating: f"{float(weight):g}" for rating, weight in rules.weights.items()}
    bands = [
        (rules.band_names[name], f"{float(limit):g} and above")
        for name, limit in rules.bands.items()
    ]
    incidents = _incidents(content)
    return Part(
        "priority",
        "Priority of a gap",
        (
            (
                "P patient impact, R regulatory risk, L lock-in (reversibility, 5 = hardest to "
                f"undo), each 1 to 5. Severity s = {weights['P']} × P + {weights['R']} × R + "
                f"{weights['L']} × L. Priority = 100 × (gap / 4) × (s / 5)."
            ),
            (
                f"Act now by rule, whatever the number: P = {rules.act_now_patient} with a final "
                f"level of {rules.act_now_level} and a gap of {rules.act_now_gap} or more; in the "
                f"last {rules.act_now_months} months one of: {incidents}; a critical fail in the "
                f"latest drill of any scenario ({rules.critical_fail_capability})."
            ),
            (
                "Order: by rule first, then priority, then P, then L, then less effort, then the "
                "order of the questionnaire."
            ),
            (
                f"Robustness: {rules.draws:,} other weightings, ranked by priority alone. At least "
                f"{percent(rules.robust_share)} in the first {rules.robust_first}: robust; under "
                f"{percent(rules.uncertain_share)} in the first {rules.uncertain_first} while "
                "ranked there: rank uncertain. Else the interval from the 5th to the 95th "
                "percentile."
            ),
        ),
        ("Band", "Priority"),
        (*bands, (rules.band_names["watch"], "below")),
    )


def _incidents(content: Questionnaire) -> str:
    named = content.priority.incident_capabilities
    return ", ".join(
        f"{i.id.replace('_', ' ')} ({', '.join(named.get(i.id, ()))})" for i in content.incidents
    )


def _waves(content: Questionnaire) -> Part:
    return Part(
        "waves",
        "Waves and order of the actions",
        (
            (
                "Wave 0 holds what a rule makes act now. A prerequisite is satisfied when its "
                "final level is at least the target of what needs it minus 1; else it is pulled "
                "into that wave, before it, and its target is raised where it is lower. Inside a "
                "wave the best rank goes first, among itself and all that need it."
            ),
        ),
        ("Wave", "What belongs to it", "Why"),
        tuple(
            (f"{w.number} {w.name}", ", ".join(w.capabilities) or "—", w.reason)
            for w in content.waves
        ),
    )


def _drills(content: Questionnaire) -> Part:
    rules = content.drills
    bands = ", ".join(f"{b.name} from {b.minimum}" for b in rules.bands)
    scenarios = ", ".join(
        f"{s.name}{' (mandatory)' if s.mandatory else ''}" for s in rules.scenarios
    )
    return Part(
        "drills",
        "First-hour drill",
        (
            (
                f"Scenarios: {scenarios}. An item right in time {rules.right_in_time}, right "
                f"within {rules.late_factor} times the time {rules.right_late}, right later or "
                f"partial {rules.partial}, wrong or unknown 0."
            ),
            f"A critical fail caps the points at {rules.critical_cap}: "
            + " ".join(rules.critical_fails),
            (
                "Decisions and rubric: the points of the button that the facilitator presses; "
                "where a minute stands, the best answer gives all its points until then."
            ),
            (
                f"The latest drill of a scenario counts; one older than {rules.stale_months} "
                f"months counts {rules.stale_points} less. Bands: {bands}."
            ),
        ),
        ("Block", "Points"),
        (
            *((f"{b.id} {b.name}", str(b.points)) for b in rules.blocks),
            (f"{rules.decision_block} each decision", _buttons(rules.decision_choices)),
            *((_row_name(row), _buttons(row.choices, row.late)) for row in rules.rubric),
        ),
    )


def _row_name(row: RubricRow) -> str:
    until = "" if row.by is None else f", by minute {row.by}"
    return f"{row.block} {row.text}{until}"


def _buttons(choices: Sequence[DrillChoice], late: int = 0) -> str:
    """*Named 4 (late 2) · Unclear 1 · Not named 0*."""
    names = [f"{c.name} {c.points}" for c in choices]
    if late:
        names[0] += f" (late {late})"
    return " · ".join(names)


def _findings(content: Questionnaire) -> Part:
    return Part(
        "findings",
        "Findings",
        ("Findings are something to talk about; none of them moves a figure.",),
        ("Rule", "What it says"),
        tuple((r.id, _template(r.text)) for r in content.xray),
    )


def _template(text: str) -> str:
    return text.replace("{", "<").replace("}", ">")


def _marks(content: Questionnaire) -> Part:
    return Part(
        "limits",
        "Where the figures come from, and their limits",
        (content.texts.disclaimer, *content.texts.limits),
        ("Mark", "Meaning"),
        tuple((mark, text) for mark, text in content.texts.marks.items()),
    )
