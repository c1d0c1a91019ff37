"""A figure as every page shows it."""

import plotly.graph_objects as go
import streamlit as st

from readiness.report.figure_look import CONFIG


def picture(figure: go.Figure, alt: str, key: str) -> None:
    """Draw it in its own colours; ``alt`` says in words what one sees."""
    st.plotly_chart(figure, theme=None, config=CONFIG, alt=alt, key=key)
