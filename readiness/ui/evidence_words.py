"""What the words of a file mean: classes, outcomes, causes, states (screens 3.3, step 2)."""

from collections.abc import Sequence

import streamlit as st

from readiness.domain.columns import ColumnContent
from readiness.evidence.proposal import Proposal, ValueProposal
from readiness.report.numerals import plural
from readiness.ui import html
from readiness.ui.cached import workbench
from readiness.ui.drafts import Draft
from readiness.workspace import evidence

NOT_GIVEN = "· counts as not given ·"
AS_IT_IS = "· keep as it is ·"


def words(assessment: str, id: str, draft: Draft, proposal: Proposal) -> None:
    """Draw the words that nobody has mapped, most frequent first, and those kept as they are."""
    content = evidence.words_of(workbench(), assessment).columns
    asked = draft.asked_words(proposal)
    if asked:
        rows = sum(word.count for word in asked)
        st.caption(
            f"Words that are not known for certain, in {rows} cells. What you say is remembered "
            "for the next file of this layout; a word without a meaning counts as not given, and "
            "is reported."
        )
        _lines(content, id, draft, proposal, asked)
    own = [word for word in proposal.values if word.kept][: Draft.MOST_WORDS]
    if not own:
        return
    cells = sum(word.count for word in own)
    many = plural(len(own), "word")
    with st.expander(
        f"{many[:1].upper()}{many[1:]} of your own in {cells} cells, kept as they are",
        key=f"own_{id}",
        on_change="rerun",
    ) as opened:
        pass
    if opened.open:
        with opened:
            st.caption("Map those that mean one of ours: a cause code that stands for human error.")
            _lines(content, id, draft, proposal, own)


def _lines(
    content: ColumnContent,
    id: str,
    draft: Draft,
    proposal: Proposal,
    words: Sequence[ValueProposal],
) -> None:
    for word in words:
        vocabulary = content.kinds[proposal.kind].fields[word.field].values or "yes_no"
        options = [AS_IT_IS if word.kept else NOT_GIVEN, *content.values.get(vocabulary, {})]
        said, choice, why = st.columns([2, 1.7, 2], vertical_alignment="center")
        said.html(
            html.join(
                [
                    html.text(f"{word.label}: "),
                    html.bold(word.value),
                    html.text(f" · {word.count}×"),
                ]
            )
        )
        chosen = draft.values.get(word.field, {}).get(word.value, word.canonical)
        key = f"word_{id}_{word.field}_{word.value}"
        choice.selectbox(
            f"Meaning of {word.value}",
            options,
            index=options.index(chosen) if chosen in options else 0,
            key=key,
            label_visibility="collapsed",
            format_func=lambda v: v.replace("_", " "),
            on_change=_mean,
            args=(draft, word, key),
        )
        why.html(_reason(draft, word))


def _reason(draft: Draft, word: ValueProposal) -> html.Html:
    if word.value in draft.values.get(word.field, {}):
        return html.tag("span", html.text("✓ chosen by you"), "rd-ok rd-small")
    if word.kept:
        return html.tag("span", html.text("kept"), "rd-quiet rd-small")
    return html.tag("span", html.text(f"▲ check · {word.reason}"), "rd-no rd-small")


def _mean(draft: Draft, word: ValueProposal, key: str) -> None:
    chosen, said = st.session_state[key], draft.values.setdefault(word.field, {})
    if chosen == AS_IT_IS:
        said.pop(word.value, None)
    else:
        said[word.value] = None if chosen == NOT_GIVEN else chosen
    draft.problems = ()
