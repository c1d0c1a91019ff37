"""What a contract maker claims, and its last failures with what changed (domain 7, 1.20)."""

import streamlit as st

from readiness.domain.operating_result import PartnerResult
from readiness.domain.partners import MOST_LETTERS, Partner, PartnerFailure
from readiness.ui import confirming, fields, state
from readiness.ui.cached import workbench
from readiness.workspace.partners import set_failure, set_partner
from readiness.workspace.results import State

FAILURES = 3
FACTS = (
    ("process_days", "Process, days", "From start to the end of the batch."),
    ("changeover_days", "Changeover, days", "Until the next batch can start."),
    ("lines", "Parallel lines in a suite", ""),
)
CLAIMS = (
    ("claimed_wait_days", "Next free slot in how many days", "As they offer it."),
    ("claimed_batches", "Batches they speak of", "In this suite type, any client."),
    ("claimed_failures", "Failed of them", "0 only if they said so."),
    ("batch_numbers", "Batch numbers issued", "In the months of the slot table."),
    ("critical_deviations", "Critical deviations", "In the same batches."),
)
TEXTS = {
    "step": "Step",
    "cause": "Cause, and how proven",
    "changed": "What changed",
    "shown": "What showed that it worked",
}


def claims(assessment: str, now: State, one: PartnerResult) -> None:
    """Claims and facts that the checks compare; empty is *not said*."""
    said = next(p for p in now.assessment.operating.partners if p.id == one.id)
    st.caption("Leave empty what was not said; 0 is a claim.")
    left, right = st.columns(2, gap="large")
    with left:
        _percent(assessment, said)
        for field, label, note in CLAIMS:
            _number(assessment, said, field, label, note)
    with right:
        for field, label, note in FACTS:
            _number(assessment, said, field, label, note)


def _percent(assessment: str, said: Partner) -> None:
    share = said.claimed_utilisation
    fields.count(
        "Use of slots claimed, %",
        None if share is None else round(100 * share),
        f"partner_{said.id}_claimed_utilisation",
        lambda value: _keep(
            assessment, said.id, "claimed_utilisation", None if value is None else value / 100
        ),
        "As they said it, over the last 12 months.",
    )


def _number(assessment: str, said: Partner, field: str, label: str, note: str) -> None:
    value = getattr(said, field)
    fields.count(
        label,
        None if value is None else int(value),
        f"partner_{said.id}_{field}",
        lambda value: _keep(assessment, said.id, field, value),
        note,
        least=1 if field in ("lines", "process_days") else 0,
    )


def _keep(assessment: str, partner: str, field: str, value: object) -> object:
    if field == "lines" and value is None:
        value = 1
    return set_partner(workbench(), assessment, partner, field, value)


def failures(assessment: str, now: State, one: PartnerResult) -> None:
    """The last three failures; the same cause twice is a red flag."""
    st.write("Any client, anonymised. What changed tells more than what failed.")
    said = now.assessment.operating.partner_failures
    known = {failure.n: failure for failure in said if failure.partner == one.id}
    for n in range(1, FAILURES + 1):
        failure = known.get(n, PartnerFailure(partner=one.id, n=n))
        st.subheader(f"Failure {n}", anchor=False)
        left, right = st.columns(2, gap="large")
        for place, (field, label) in enumerate(TEXTS.items()):
            with left if place % 2 == 0 else right:
                _text(assessment, failure, field, label)


def _text(assessment: str, failure: PartnerFailure, field: str, label: str) -> None:
    role = f"partner_failure_{failure.partner}_{failure.n}_{field}"
    key = state.following_text(role, getattr(failure, field))
    st.text_input(
        f"{label} ({failure.n})",
        key=key,
        max_chars=MOST_LETTERS,
        disabled=state.is_sealed(),
        on_change=_text_kept,
        args=(assessment, failure, field, role, key),
    )
    confirming.ask(role)


def _text_kept(assessment: str, failure: PartnerFailure, field: str, role: str, key: str) -> None:
    text = str(st.session_state.get(key) or "").strip()

    def save(confirmed: bool) -> object:
        where = (assessment, failure.partner, failure.n)
        return set_failure(workbench(), *where, {field: text}, confirmed=confirmed)

    if state.is_shown(role, key):
        confirming.saved(role, save, text)
