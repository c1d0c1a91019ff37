"""Every use case times every role times own or foreign workspace (issue on teams and custody)."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from copy import copy
from functools import cache
from typing import Any

import pytest

import readiness.workspace
from readiness.domain.errors import InputRefused, NotAllowed, NotFound, ReadinessError
from readiness.store import Actor
from readiness.store.rights import MAY
from readiness.workspace.earlier_rounds import compared
from readiness.workspace.session import Session
from tests.workspace.use_cases import CASES, ELSEWHERE, SECRET, Case, Lab, lab

CHANGING = ("write", "answer", "manage")


def use_cases() -> dict[str, Callable[..., Any]]:
    """Every public function of the use cases that acts for a person."""
    found: dict[str, Callable[..., Any]] = {}
    for module in pkgutil.iter_modules(readiness.workspace.__path__):
        loaded = importlib.import_module(f"readiness.workspace.{module.name}")
        for name, function in vars(loaded).items():
            own = getattr(function, "__module__", "") == loaded.__name__
            if name.startswith("_") or not inspect.isfunction(function) or not own:
                continue
            if any(
                p.annotation is Session for p in inspect.signature(function).parameters.values()
            ):
                found[f"{module.name}.{name}"] = function
    return found


def test_every_use_case_has_its_line_and_every_line_its_use_case() -> None:
    assert not CASES.keys() & ELSEWHERE.keys()
    assert sorted(CASES.keys() | ELSEWHERE.keys()) == sorted(use_cases())


@cache
def _lab() -> Lab:
    return lab()


@pytest.fixture
def at() -> Lab:
    """The lab, with a store that forgets what the test does."""
    found = copy(_lab())
    store = copy(found.store)
    store._held = {id: copy(held) for id, held in store._held.items()}
    for held in store._held.values():
        held.places = dict(held.places)
    store._teams = {
        id: type(t)(t.name, dict(t.members), list(t.changes)) for id, t in store._teams.items()
    }
    store.outlines = type(store.outlines)(store)
    found.store = store
    return found


def target(name: str, at: Lab, *, foreign: bool) -> tuple[str, ...]:
    """What the use case is tried on: an assessment, a client, or nothing."""
    names = list(inspect.signature(use_cases()[name]).parameters)
    if names[1:2] == ["assessment"]:
        return (at.foreign if foreign else at.filed if CASES[name].filed else at.id,)
    takes_client = names[1:2] == ["client"] and CASES[name].needs != "mine"
    return ((at.foreign_client if foreign else at.client),) if takes_client else ()


def called(name: str, at: Lab, actor: Actor, on: tuple[str, ...]) -> Any:
    line: Case = CASES[name]
    at.acting = actor
    return use_cases()[name](at.session(actor), *on, *line.args(at), **line.named)


def standing(at: Lab) -> object:
    """All that a call could change."""
    held = {
        id: (h.revision, h.deleted, len(h.history), tuple(h.assigned))
        for id, h in at.store._held.items()
    }
    return held, {id: (dict(t.members), len(t.changes)) for id, t in at.store._teams.items()}


@pytest.mark.parametrize("role", ["owner", "assessor", "respondent", "reader", "client_reader"])
@pytest.mark.parametrize("name", sorted(CASES))
def test_a_role_may_what_its_right_says_and_nothing_else(at: Lab, name: str, role: Any) -> None:
    needs = CASES[name].needs
    on = target(name, at, foreign=False)
    if needs == "mine" or role in MAY[needs]:
        if name == "assessments.create" and role not in MAY["write"]:
            with pytest.raises(NotAllowed):
                called(name, at, at.people[role], on)
            return
        shown = repr(called(name, at, at.people[role], on))
        if role in ("respondent", "client_reader"):
            assert SECRET not in shown
        return
    before = standing(at)
    given: object = None
    try:
        given = called(name, at, at.people[role], on)
    except ReadinessError as error:
        refused: ReadinessError | None = error
    else:
        refused = None
    # Who is not shown a thing may be told that there is none, or have nothing to change.
    assert isinstance(refused, NotAllowed | NotFound | InputRefused) or needs in CHANGING
    assert SECRET not in f"{refused}{given!r}"
    assert standing(at) == before


@pytest.mark.parametrize("name", sorted(CASES))
def test_of_a_foreign_workspace_nobody_learns_anything(at: Lab, name: str) -> None:
    """A guessed address, and one that leads nowhere, say the same to every role."""
    on = target(name, at, foreign=True)
    before = standing(at)
    for actor in at.people.values():
        if name == "assessments.create":
            with pytest.raises(NotFound):
                use_cases()[name](
                    at.session(actor), *CASES[name].args(at), client=at.foreign_client
                )
            continue
        if CASES[name].needs == "mine":
            assert at.foreign not in repr(called(name, at, actor, on))
            continue
        said = set()
        for one in (on, ("0" * 32,)):
            with pytest.raises(NotFound) as refused:
                called(name, at, actor, one)
            said.add(str(refused.value))
        assert len(said) == 1
    if CASES[name].needs != "mine":
        assert standing(at) == before


def test_a_foreign_round_is_compared_with_nothing(at: Lab) -> None:
    for actor in at.people.values():
        for pair in ((at.id, at.foreign), (at.foreign, at.id), (at.foreign, at.foreign)):
            with pytest.raises(NotFound):
                compared(at.session(actor), *pair)
