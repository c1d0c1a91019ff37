"""Keys that come in one message: an answer is for what is on the screen, then comes the turn."""

from collections.abc import Callable
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.state.common import user_key_from_element_id

PREFIX = "key_"
TURN = f"{PREFIX}turn_"
"""The keys of the buttons that ask begin so, of those that turn the page so."""
ASKED = "asked_in_one_message"


def ask(key: str, what: Callable[..., None], *args: Any) -> None:
    """Do something once its turn has come; the ``on_click`` of the button of that key.

    What is pressed while a run is busy comes in one message and is called back in no order: *5*
    and *j* could turn the page and then answer the next question. So the calls wait for the last
    of their message; turns are done after the rest.
    """
    asked = st.session_state.setdefault(ASKED, {})
    asked[key] = (what, args)
    pressed = _pressed() or [key]
    if set(pressed) <= asked.keys():
        for one in sorted(pressed, key=lambda one: one.startswith(TURN)):
            do, with_these = asked[one]
            do(*with_these)
        asked.clear()


def _pressed() -> list[str]:
    """The keys of the buttons pressed in the message that is being answered."""
    context = get_script_run_ctx()
    # No public name tells what else is in it.
    message = context and context.session_state._state._current_interaction_widget_states  # noqa: SLF001 - see above
    if not message:
        return []
    keys = [user_key_from_element_id(one.id) or "" for one in message.widgets if one.trigger_value]
    return [key for key in keys if key.startswith(PREFIX)]
