"""Records without a cause that read alike: a person confirms, splits or refuses each group."""

from collections.abc import Sequence

import streamlit as st

from readiness.evidence.answers import Answered, Contradiction, contradictions
from readiness.evidence.proposal import Proposal
from readiness.evidence.resembling import Resembling
from readiness.report.numerals import series
from readiness.ui import html
from readiness.ui.cached import workbench
from readiness.ui.drafts import Draft
from readiness.workspace import evidence

SAME, SPLIT, REFUSED = "The same again", "Two different things", "Not the same"
HEADS = ("Record", "Row", "Discovered", "Batch", "Step")
FIRST = 12
"""Records of a group in sight; the rest folds open."""
Group = tuple[Resembling, ...]


def same_again(assessment: str, id: str, draft: Draft, proposal: Proposal) -> bool:
    """Draw the groups; True once the person has said what they are, kept in the draft."""
    found = draft.alike(assessment, draft.mapping(proposal))
    if found is None:
        return True
    if found.too_many:
        st.write(
            f"{found.compared:,} records have no cause: too many to compare their descriptions. "
            "Recurrence (D3) counts the records with a cause."
        )
    else:
        _lead(assessment, len(found.groups), found.compared)
    earlier = draft.answered_before(assessment)
    said = [_group(f"{id}_{n}", n, group, earlier) for n, group in enumerate(found.groups, 1)]
    answers = [group for groups in said for group in groups or ()]
    confirmed = sum(len(group) > 1 for group in answers)
    sure, without = st.columns(2)
    done = sure.button(
        _does(confirmed),
        type="primary",
        key=f"alike_keep_{id}",
        width="stretch",
        disabled=not said or any(groups is None for groups in said),
    )
    skipped = without.button("Go on without comparing", key=f"alike_skip_{id}", width="stretch")
    if waiting := sum(groups is None for groups in said):
        st.caption(f"{waiting} of {len(said)} groups wait for an answer.")
    if done:
        refused = [group for group, parts in zip(found.groups, said, strict=True) if not parts]
        draft.not_similar = tuple(tuple(record.place for record in group) for group in refused)
        draft.similar = tuple(tuple(record.place for record in group) for group in answers)
    elif skipped:
        draft.similar, draft.not_similar = (), ()
    return done or skipped


def _does(confirmed: int) -> str:
    if not confirmed:
        return "Keep the file, no group confirmed"
    return f"Keep the file with {confirmed} confirmed group{'' if confirmed == 1 else 's'}"


def _lead(assessment: str, groups: int, compared: int) -> None:
    least = evidence.words_of(workbench(), assessment).columns.thresholds.alike
    many = "One group" if groups == 1 else f"{groups} groups"
    st.write(
        f"**{many} of records without a cause read alike.** Look the rows up in your log and say "
        "whether they are the same event again. What you confirm counts as recurrence (D3) and is "
        "marked so; nothing of this is scored before."
    )
    st.caption(
        f"{compared} descriptions were compared in memory; they are neither shown nor stored. Any "
        f"two of a group are alike to at least {float(100 * least):.0f} %, by the letters of their "
        "words; records of different steps are never put together."
    )


def _group(key: str, number: int, group: Group, earlier: Sequence[Answered]) -> list[Group] | None:
    """One proposed group; the groups that it becomes, or None while nobody has said."""
    with st.container(border=True):
        title = f"Group {number}: {len(group)} records"
        sheets = any(record.place.sheet for record in group)
        heads = (HEADS[0], "Sheet", *HEADS[1:]) if sheets else HEADS
        lines = [_cells(record, sheets=sheets) for record in group]
        st.html(html.folded(heads, lines, FIRST, title))
        said = st.radio(
            f"Are the records of group {number} the same event again?",
            (SAME, SPLIT, REFUSED),
            index=None,
            horizontal=True,
            key=f"alike_{key}",
        )
        parts = _parts(key, number, group, said)
        against = contradictions(parts, earlier) if parts else []
        if against and not _replaces(key, number, against):
            return None
    if parts is None or against:
        return parts  # what was torn apart again is kept as well, so that it replaces the other
    return [part for part in parts if len(part) > 1]


def _parts(key: str, number: int, group: Group, said: str | None) -> list[Group] | None:
    """What the group becomes by the answer; a part of one record stands alone."""
    if said == SPLIT:
        return _split(key, number, group)
    if said is None:
        return None
    return [group] if said == SAME else [(record,) for record in group]


def _replaces(key: str, number: int, found: Sequence[Contradiction]) -> bool:
    """Say what was said before of the same records; whether the answer here replaces it."""
    said = [html.text(_contradiction(one)) for one in found]
    asked = html.text(
        "Both cannot be true. Correct the answer here, or say below that it replaces the earlier "
        "one; it then holds for these records in every file."
    )
    st.html(html.tag("div", html.join([html.bold("▲"), *said, asked], " "), "rd-warn"))
    return st.checkbox(
        f"The answer on group {number} replaces the earlier one", key=f"alike_replaces_{key}"
    )


def _contradiction(found: Contradiction) -> str:
    are = "the same event again" if found.together else "not all the same event"
    return f"In {found.file} it was confirmed that {series(found.records)} are {are}."


def _split(key: str, number: int, group: Group) -> list[Group] | None:
    """The two parts; a part of one record stands alone."""
    names = {_named(record): record for record in group}
    chosen = st.multiselect(
        f"Which records of group {number} are the other thing?",
        list(names),
        key=f"alike_part_{key}",
        placeholder="choose at least one",
    )
    if not 0 < len(chosen) < len(names):
        return None
    other = tuple(record for name, record in names.items() if name in chosen)
    return [tuple(r for r in group if r not in other), other]


def _named(record: Resembling) -> str:
    sheet = f"{record.place.sheet}, " if record.place.sheet else ""
    return f"{record.record} ({sheet}row {record.place.row})"


def _cells(record: Resembling, *, sheets: bool) -> list[html.Html]:
    found = f"{record.discovered:%d %b %Y}" if record.discovered else "—"
    return [
        html.bold(record.record or "—"),
        *([html.text(record.place.sheet or "—")] if sheets else []),
        html.text(record.place.row),
        html.text(found),
        html.text(", ".join(record.batches) or "—"),
        html.text(record.step or "—"),
    ]
