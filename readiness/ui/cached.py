"""The only module that keeps things between runs of a page."""

import gc
from collections import OrderedDict
from threading import Lock

import streamlit as st

from readiness.domain.errors import NotAllowed
from readiness.store import Actor
from readiness.workspace.session import Session, open_workspace

PERSON = "signed_in_person"
MOST = 100
"""People whose results are kept at a time."""


class Workbench:
    """The store and the content, made once for the process, at the hands of whoever acts.

    Results are kept in each person's own session by assessment, revision and role, after the store
    has checked the person.
    """

    def __call__(self) -> Session:
        """Of the local owner, or of who signed in. Raises NotAllowed before they have."""
        shared, people, lock = _shared()
        if shared.settings.sign_in is None:
            return shared
        person = st.session_state.get(PERSON)
        if person is None:
            raise NotAllowed("Sign in first.")
        with lock:
            if person not in people:
                people[person] = shared.of(Actor(person))
            people.move_to_end(person)
            while len(people) > MOST:
                people.popitem(last=False)
            return people[person]

    def shared(self) -> Session:
        """That of the process, to find out who signs in."""
        return _shared()[0]

    def clear(self) -> None:
        """Let go of it; the next call makes another one."""
        _shared.clear()


workbench = Workbench()


@st.cache_resource(show_spinner=False)
def _shared() -> tuple[Session, OrderedDict[str, Session], Lock]:
    made = open_workspace()
    _set_apart()
    return made, OrderedDict(), Lock()


def _set_apart() -> None:
    """Content and libraries stay for good: no later look for garbage goes through them.

    A look at all of them takes longer than the rest of an answer. What an earlier workbench left
    is let go first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
