"""Assumptions: every input that moves a figure, with its exported value beside it."""

from collections.abc import Sequence
from fractions import Fraction

from readiness.domain.metric import Metric
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.scale import Rating
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts
from readiness.report.inputs import list_input, number_input, whole_input
from readiness.report.layout import ASSUMPTIONS, title
from readiness.report.places import BAND_ROW, HORIZON_ROW, TARGET_ROW, WEIGHT_ROW, Places
from readiness.report.printing import print_page, protect
from readiness.report.styles import BandKey

Input = tuple[str, Fraction | int | str | None]
"""An input cell's address on the sheet and its exported value."""

LIMITED: tuple[BandKey, ...] = ("act_now", "next", "plan")
"""Bands with a limit of their own; what lies below is watch."""
WEIGHT_LABELS: dict[Rating, str] = {
    "P": "P  patient impact",
    "R": "R  regulatory risk",
    "L": "L  lock-in (5 = hardest to undo)",
}
DIRECTIONS = {"high": "high is worse", "low": "low is worse"}


def write_assumptions(book: Book, facts: Facts, at: Places) -> list[Input]:
    """Write the sheet and return its inputs, so that the report can say what was changed."""
    page = book.pages[ASSUMPTIONS]
    title(
        page,
        "Assumptions",
        "Yellow cells are inputs: every figure in this workbook follows them.",
    )
    page.widths(60, 12, 12, 12, 12, 12, 12, 30)
    inputs = [
        *_weights(page, book, facts),
        *_bands(page, book, facts),
        *_horizon(page, book, facts),
        *_targets(page, book, facts, at),
        *_conditions(page, facts, at),
        *_cuts(page, facts, at),
    ]
    end = _rules(page, book, facts, at)
    print_page(page, landscape=False, area=f"A1:H{end}", tall=1)
    protect(page)
    return inputs


def _head(page: Page, row: int, *words: str) -> None:
    for column, word in enumerate(words, start=1):
        page.text((row, column), word, "head" if column in (1, 8) else "head_mid")


def _weights(page: Page, book: Book, facts: Facts) -> list[Input]:
    first, last = WEIGHT_ROW, WEIGHT_ROW + 2
    _head(page, first - 1, "Weights", "Weight", "Used", "As exported", "As shipped", "", "", "")
    total = f"SUM($B${first}:$B${last})"
    shipped = facts.questionnaire.priority.weights
    inputs: list[Input] = []
    for row, (rating, label) in enumerate(WEIGHT_LABELS.items(), start=first):
        weight = facts.weights[rating]
        page.text((row, 1), label)
        page.number((row, 2), weight, "input_2")
        used = f"=IF({total}>0,B{row}/{total},E{row})"
        page.formula((row, 3), used, facts.shares[rating], "mid_2")
        page.number((row, 4), weight, "mid_2")
        share = Fraction(shipped[rating]) / sum(shipped.values())
        page.number((row, 5), share, "mid_2")
        book.name(f"Weight_{rating}", ASSUMPTIONS, f"$C${row}")
        inputs.append((f"B{row}", weight))
    is_one = sum(facts.weights.values()) == 1
    page.formula(
        (first, 8),
        f'=IF(ROUND({total},9)=1,"the three weights add up to 1","divided by their sum")',
        "the three weights add up to 1" if is_one else "divided by their sum",
        "body",
    )
    number_input(
        page,
        f"B{first}:B{last}",
        "A number from 0 to 1. The three weights are divided by their sum.",
        0,
        1,
    )
    return inputs


def _bands(page: Page, book: Book, facts: Facts) -> list[Input]:
    _head(page, BAND_ROW - 1, "Bands", "Priority from", "", "As exported", "", "", "", "")
    names = facts.questionnaire.priority.band_names
    inputs: list[Input] = []
    for row, key in enumerate(LIMITED, start=BAND_ROW):
        page.text((row, 1), names[key])
        page.number((row, 2), facts.bands[key], "input_value")
        page.number((row, 4), facts.bands[key], "value")
        book.name(f"Band_{key}", ASSUMPTIONS, f"$B${row}")
        inputs.append((f"B{row}", facts.bands[key]))
    page.text((BAND_ROW + 2, 8), f"what is lower: {names['watch']}")
    number_input(page, f"B{BAND_ROW}:B{BAND_ROW + 2}", "A number from 0 to 100.", 0, 100)
    return inputs


def _horizon(page: Page, book: Book, facts: Facts) -> list[Input]:
    content, row = facts.questionnaire, HORIZON_ROW
    _head(page, row - 1, "Stage and horizon", "", "", "As exported", "", "", "", "")
    page.text((row, 1), "Stage today (of the assessment)")
    page.text((row, 2), content.stage_name(facts.stage), "mid")
    page.text((row + 1, 1), "Horizon: the stage whose targets make the gaps")
    horizon = content.stage_name(facts.horizon)
    page.text((row + 1, 2), horizon, "input_mid")
    page.text((row + 1, 4), horizon, "mid")
    page.text((row + 2, 1), "As of")
    page.day((row + 2, 2), facts.result.as_of)
    book.name("Stage_today", ASSUMPTIONS, f"$B${row}")
    book.name("Horizon_stage", ASSUMPTIONS, f"$B${row + 1}")
    book.name("As_of", ASSUMPTIONS, f"$B${row + 2}")
    list_input(page, f"B{row + 1}", "Stage_list", "Choose a stage from the list.")
    return [(f"B{row + 1}", horizon)]


def _targets(page: Page, book: Book, facts: Facts, at: Places) -> list[Input]:
    content, last = facts.questionnaire, at.target_end
    names = [stage.name for stage in content.stages]
    _head(page, TARGET_ROW - 1, "Target level by profile and stage", *names, "Profile", "")
    inputs: list[Input] = []
    for row, profile in enumerate(content.profiles, start=TARGET_ROW):
        page.text((row, 1), profile.name)
        for column, stage in enumerate(content.stages, start=2):
            page.number((row, column), profile.targets[stage.id], "input_0")
            inputs.append((f"{'BCDEF'[column - 2]}{row}", profile.targets[stage.id]))
        page.text((row, 7), profile.id, "mid")
    book.name("Target_matrix", ASSUMPTIONS, f"$B${TARGET_ROW}:$F${last}")
    book.name("Target_stages", ASSUMPTIONS, f"$B${TARGET_ROW - 1}:$F${TARGET_ROW - 1}")
    book.name("Target_profiles", ASSUMPTIONS, f"$G${TARGET_ROW}:$G${last}")
    whole_input(page, f"B{TARGET_ROW}:F{last}", "A whole number from 1 to 5.")
    return inputs


def _conditions(page: Page, facts: Facts, at: Places) -> list[Input]:
    heads = ("Index", "Gates at level", "Gates with proof", "Drill points", "Flags fewer than")
    _head(page, at.steps_row - 1, "What each level asks", *heads, "", "")
    page.height(at.steps_row - 1, 26)
    inputs: list[Input] = []
    steps = facts.questionnaire.verdict.steps
    for row, step in enumerate(steps, start=at.steps_row):
        name = next(s.verdict for s in facts.questionnaire.scale if s.level == step.level)
        page.text((row, 1), f"{step.level}  {name}")
        asked: Sequence[tuple[Fraction | int | None, str]] = (
            (step.index, "input_2"),
            (step.gates_share, "input_share"),
            (step.proof_share, "input_share"),
            (step.drill_points, "input_0"),
            (step.flags_fewer_than, "input_0"),
        )
        for column, (value, style) in enumerate(asked, start=2):
            page.number((row, column), value, style)
            inputs.append((f"{'BCDEF'[column - 2]}{row}", value))
    page.text((at.steps_row, 8), "an empty cell asks nothing", "note")
    last = at.steps_row + len(steps) - 1
    number_input(page, f"B{at.steps_row}:F{last}", "A number, 0 or more, or empty.", 0, None)
    return inputs


def _cuts(page: Page, facts: Facts, at: Places) -> list[Input]:
    heads = ("Unit", "Direction", "Cut 1", "Cut 2", "Cut 3", "Cut 4", "Beside the cut points")
    _head(page, at.cuts_row - 1, "Cut points: level 1 beyond cut 1, ...", *heads)
    modality = facts.assessment.profile.modality
    inputs: list[Input] = []
    for metric in facts.questionnaire.metrics:
        row = at.cut_row[metric.id]
        factor = metric.cut_factor.get(modality, Fraction(1))
        page.text((row, 1), f"{metric.id}  {metric.name}")
        page.text((row, 2), metric.unit, "mid")
        page.text((row, 3), DIRECTIONS[metric.direction], "mid")
        for column, cut in enumerate(metric.cuts, start=4):
            page.number((row, column), cut * factor, "input_value")
            inputs.append((f"{'DEFG'[column - 4]}{row}", cut * factor))
        page.text((row, 8), _beside(metric, factor), "small")
        for number, rule in enumerate(metric.special):
            page.number((row, 9 + 2 * number), rule.value, "value")
            page.number((row, 10 + 2 * number), rule.level, "mid_0")
    if at.specials:
        for column in range(9, 9 + 2 * at.specials):
            page.sheet.column_dimensions["ABCDEFGHIJKLMNOP"[column - 1]].hidden = True
    last = at.cuts_row + len(facts.questionnaire.metrics) - 1
    message = "A number, 0 or more, in the order shown."
    number_input(page, f"D{at.cuts_row}:G{last}", message, 0, None)
    return inputs


def _beside(metric: Metric, factor: Fraction) -> str:
    parts = [f"exactly {float(s.value):g} {metric.unit} is level {s.level}" for s in metric.special]
    if factor != 1:
        parts.append(f"cut points times {float(factor):g} for this modality")
    return "; ".join(parts)


def _rules(page: Page, book: Book, facts: Facts, at: Places) -> int:
    """The questionnaire's other figures, locked; returns the last row."""
    _head(page, at.rules_row - 1, "Rules of the questionnaire (not inputs)", *[""] * 7)
    rules = _named_rules(facts.questionnaire)
    for row, (name, label, value) in enumerate(rules, start=at.rules_row):
        page.text((row, 1), label)
        page.number((row, 2), value, "mid")
        book.name(name, ASSUMPTIONS, f"$B${row}")
    return at.rules_row + len(rules) - 1


def _named_rules(content: Questionnaire) -> Sequence[tuple[str, str, Fraction | int]]:
    """Name in formulas, words and figure of each rule."""
    records, priority = content.records, content.priority
    drills, verdict = content.drills, content.verdict
    return (
        ("Above_records", "A final level is at most the records level plus", records.above_records),
        ("Records_missing_cap", "Without usable records at most", records.records_missing_cap),
        (
            "Few_metrics_cap",
            "With under half of the metrics usable at most",
            records.few_metrics_cap,
        ),
        ("Max_span", "Levels that an interval may touch", records.max_span),
        (
            "Index_min_metrics",
            "Usable metrics that a stream index needs",
            records.index_min_metrics,
        ),
        ("Surcharge", "Points for identifiable patient data", records.identifiable_surcharge),
        ("Surcharge_level", "which stand at this level or below", records.identifiable_level),
        ("Act_now_patient", "Act now by rule: patient impact", priority.act_now_patient),
        ("Act_now_level", "with a final level of", priority.act_now_level),
        ("Act_now_gap", "and a gap of at least", priority.act_now_gap),
        ("Act_now_months", "Months back in which a critical fail counts", priority.act_now_months),
        ("Drill_cap", "Points after a critical fail at most", drills.critical_cap),
        ("Drill_stale_months", "Months after which a drill is stale", drills.stale_months),
        ("Drill_stale_points", "Points that a stale drill loses", drills.stale_points),
        ("Coverage_provisional", "No verdict under this coverage", verdict.coverage_provisional),
        ("Coverage_full", "No verdict above the next line under", verdict.coverage_full),
        ("Capped_level", "Highest level of such a verdict", verdict.capped_level),
    )
