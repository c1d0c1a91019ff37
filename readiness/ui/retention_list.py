"""The retention matrix: eleven things that should stay in one's own hands (domain 1.15)."""

import streamlit as st

from readiness.domain.operating_result import RetentionResult
from readiness.domain.retention import Retained, RetentionRow
from readiness.ui import fields, html
from readiness.ui.cached import workbench
from readiness.ui.folded import folded
from readiness.workspace.results import State, standing
from readiness.workspace.retention import set_retained

MARKS = {"sponsor": "✓", "shared": "○", "vendor_only": "✗"}
NOT_SAID = "not said"


def retention(assessment: str, now: State) -> None:
    """Draw the count, then the rows with their fields; a row is folded once it is answered."""
    rules = now.questionnaire.retention
    st.write(
        "Rooms and hands can be bought in. Knowledge, data and decisions stay at home: if the "
        f"partner disappeared tonight, what could you do for {rules.days} days?"
    )
    found = standing(workbench(), assessment, now).operating_model.retention
    if found is not None:
        st.html(html.paragraph(in_words(found), ""))
    known = {row.id: row for row in now.assessment.operating.retention}
    for row in rules.rows:
        _row(assessment, now, row, known.get(row.id, Retained(id=row.id)))


def in_words(found: RetentionResult) -> str:
    """How many rows are held by whom."""
    held = [row.held for row in found.rows]
    shown = sum(row.is_shown for row in found.rows)
    return (
        f"Of {len(held)}: {held.count('sponsor')} held by you, {held.count('shared')} shared, "
        f"{held.count('vendor_only')} with the vendor only, {held.count(None)} not said. "
        f"Shown of late: {shown}."
    )


def _row(assessment: str, now: State, row: RetentionRow, said: Retained) -> None:
    rules = now.questionnaire.retention
    names: dict[str | None, str] = {holder.id: holder.name for holder in rules.holders}
    mark = MARKS.get(said.held or "", "?")
    told = f"{mark} {row.name}: {names.get(said.held, NOT_SAID).lower()}"
    opened = folded(told, f"retention_{row.id}")
    if opened is None:
        return
    key = f"retained_{row.id}"
    with opened:
        fields.choice(
            f"Who holds: {row.name.lower()}",
            names | {None: "Not said"},
            said.held,
            f"{key}_held",
            _save(assessment, row.id, "held"),
            row.text,
        )
        left, right = st.columns([2, 1], gap="large")
        with left:
            fields.line("Clause", said.clause, f"{key}_clause", _save(assessment, row.id, "clause"))
            fields.line(
                f"Without the partner, in {rules.days} days",
                said.alone,
                f"{key}_alone",
                _save(assessment, row.id, "alone"),
                hint="What you could do",
            )
        with right:
            fields.day(
                "Last proof",
                said.last_proof,
                f"{key}_proof",
                _save(assessment, row.id, "last_proof"),
                "When it was last used or shown to work.",
            )


def _save(assessment: str, row: str, field: str) -> fields.Save:
    return lambda value: set_retained(workbench(), assessment, row, field, value)
