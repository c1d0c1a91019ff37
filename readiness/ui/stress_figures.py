"""The figures of a simulation as a person changes them, group by group."""

from collections.abc import Sequence

import streamlit as st

from readiness.domain.stress import StressContent
from readiness.ui import fields, state
from readiness.ui.cached import workbench
from readiness.workspace.stress import (
    WHOLE_NUMBERS,
    Figure,
    choose_shocks,
    forget_figure,
    set_figure,
)


def shocks(assessment: str, content: StressContent, chosen: Sequence[str]) -> None:
    """Which shocks to try; none is a plain look at today."""
    names = {shock.id: shock.name for shock in content.shocks}
    shown = fields.keep("stress_shocks", list(chosen))
    st.pills(
        "What happens",
        list(names),
        selection_mode="multi",
        key=shown,
        wrap=True,
        format_func=lambda id: state.plain(names[id]),
        disabled=state.is_sealed(),
        on_change=fields.saving(
            lambda ids: choose_shocks(workbench(), assessment, content, ids),
            "stress_shocks",
            shown,
        ),
        help="Every shock begins half a year after counting begins. What runs at a site that "
        "goes down is lost; slower release and failures last two months. Choose two to see "
        "what they do together.",
    )


def groups(assessment: str, known: Sequence[Figure]) -> None:
    """The figures by group; a group's widgets are made when it is opened."""
    for name in dict.fromkeys(figure.field.group for figure in known):
        found = [figure for figure in known if figure.field.group == name]
        typed = sum(figure.typed for figure in found)
        opened = st.expander(
            f"{name} ({len(found)}{f', {typed} yours' if typed else ''})",
            key=f"stress_{name}",
            on_change="rerun",
            type="compact",
        )
        if opened.open:
            with opened:
                for figure in found:
                    _figure(assessment, figure)


def _figure(assessment: str, figure: Figure) -> None:
    id, role = figure.field.id, f"stress_{figure.field.id}"
    shown = fields.keep(role, figure.value)
    whole = id in WHOLE_NUMBERS
    st.number_input(
        figure.field.label,
        min_value=0.0,
        max_value=1_000_000.0,
        step=1.0 if whole else 0.5,
        format="%.0f" if whole else "%g",
        value=None,
        key=shown,
        placeholder="no limit" if figure.field.optional else "",
        help=figure.field.help,
        disabled=state.is_sealed(),
        on_change=fields.saving(lambda value: _keep(assessment, id, value), role, shown),
    )
    left, right = st.columns([3, 1], vertical_alignment="center")
    with left:
        fields.caption(figure.origin)
    if figure.typed:
        right.button(
            "Undo",
            key=f"forget_{id}",
            type="tertiary",
            disabled=state.is_sealed(),
            help="Back to what the records tell, or what is typical.",
            on_click=fields.doing(forget_figure, workbench(), assessment, id),
        )


def _keep(assessment: str, id: str, value: float | None) -> None:
    set_figure(workbench(), assessment, id, value)
