"""The only module that keeps things between runs of a page."""

import gc
from collections import OrderedDict
from functools import lru_cache
from pathlib import Path
from threading import Lock

import streamlit as st

from readiness.domain.errors import NotAllowed
from readiness.store import Actor
from readiness.workspace.session import Session, open_workspace
from readiness.workspace.sign_in_file import SignInFile, read_sign_in_file
from readiness.workspace.signing_in import OVER

PERSON = "signed_in_person"
UNTIL = "signed_in_until"
MOST = 100
"""People whose results are kept at a time."""


class Workbench:
    """The store and the content, made once for the process, at the hands of whoever acts.

    Results are kept in each person's own session by assessment, revision and role, after the store
    has checked the person.
    """

    def __call__(self) -> Session:
        """Of the local owner, or of who signed in. Raises NotAllowed before they have.

        What is pressed acts before a page is drawn, and part of a page is drawn alone: a sign-in
        that is over meanwhile ends here, and the page is drawn anew.
        """
        shared, people, lock = _shared()
        if shared.settings.sign_in is None:
            return shared
        person = st.session_state.get(PERSON)
        if person is None:
            raise NotAllowed("Sign in first.")
        if st.session_state[UNTIL] <= shared.now():
            st.rerun()
            raise NotAllowed(OVER)
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

    def asked(self, file: Path) -> SignInFile:
        """At whose people sign in, as the file says that was there at the start."""
        return _asked(file)

    def clear(self) -> None:
        """Let go of it; the next call makes another one."""
        _shared.clear()
        _asked.cache_clear()


workbench = Workbench()


_asked = lru_cache(maxsize=1)(read_sign_in_file)


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
