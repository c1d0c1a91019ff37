"""The look that every chart on the screen shares: letters, colours, legend (screens 4)."""

from typing import Any

FONT = "Source Sans"
INK, QUIET, LINE = "#17212B", "#3D4B57", "#DCE3E9"
CONFIG = {"displayModeBar": False}
LEGEND_ABOVE = {"orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0}


def layout(height: int, *, left: int = 8, right: int, top: int, **more: Any) -> dict[str, Any]:
    """What ``update_layout`` of a chart is handed: lengths in pixels, 8 below.

    ``more``: what is this chart's own, such as its legend.
    """
    return {
        "height": height,
        "margin": {"l": left, "r": right, "t": top, "b": 8},
        "font": {"family": FONT, "size": 13, "color": INK},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "hoverlabel": {"bgcolor": "#FFFFFF", "font": {"family": FONT, "color": INK}},
        **more,
    }
