"""A page of several parts, of which only the chosen one is drawn."""

from collections.abc import Callable, Mapping

from readiness.ui.band import band, chosen
from readiness.ui.fields import title_with_undo, trouble
from readiness.ui.switch import switch
from readiness.workspace.results import State


def parts_page(title: str, parts: Mapping[str, Callable[[str, State], None]], key: str) -> None:
    """The head, the switch, and the part of the assessment that is being looked at."""
    now = chosen()
    if now is None:
        return
    assessment, here = now
    band(here)
    title_with_undo(title, assessment)
    part = switch("Part", list(parts), key)
    trouble()
    parts[part](assessment, here)
