"""Every use case times every role times own or foreign workspace (issue on teams and custody)."""

import ast
import importlib
import inspect
import pkgutil
import textwrap
from collections.abc import Callable
from copy import copy
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile, is_zipfile

import pytest

import readiness.workspace
from readiness.domain.errors import InputRefused, NotAllowed, NotFound, ReadinessError
from readiness.store import ROLES, Actor, Role
from readiness.store.rights import MAY
from readiness.workspace import demo
from readiness.workspace.earlier_rounds import compared
from readiness.workspace.session import Session
from tests.store.samples import small
from tests.workspace.lab import SECRET, Case, Lab, Needs, lab
from tests.workspace.use_cases import CASES, ELSEWHERE, PURE

CHANGING = ("write", "answer", "manage")
OF_ONES_OWN: dict[Needs, frozenset[Role]] = {"mine": frozenset(ROLES), "own": frozenset(ROLES)}
ALLOWED = OF_ONES_OWN | MAY


@cache
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
    assert not CASES.keys() & (PURE | ELSEWHERE.keys())
    assert sorted(CASES.keys() | PURE | ELSEWHERE.keys()) == sorted(use_cases())


def reaches(function: Callable[..., Any]) -> bool:
    """Whether it, or what it hands its session to, asks the store."""
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function)))):
        if isinstance(node, ast.Attribute) and node.attr in ("store", "load"):
            return True
        if isinstance(node, ast.Call) and is_handed(node):
            called: Any = function.__globals__
            for part in ast.unparse(node.func).split("."):
                called = called.get(part) if isinstance(called, dict) else getattr(called, part)
            if inspect.isroutine(called) and reaches(called):
                return True
    return False


def is_handed(call: ast.Call) -> bool:
    """Whether a call is given the session."""
    return any(isinstance(a, ast.Name) and a.id == "session" for a in call.args)


@pytest.mark.parametrize("name", sorted(PURE))
def test_what_is_not_tried_asks_the_store_nothing(name: str) -> None:
    assert not reaches(use_cases()[name])


@pytest.mark.parametrize("name", ["results.state", "evidence.same_file", "clients.home"])
def test_what_asks_the_store_is_known_by_it(name: str) -> None:
    """By itself, by what it hands the session to, and by that in turn."""
    assert reaches(use_cases()[name])


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Lab:
    """The lab, made once."""
    return lab(tmp_path_factory.mktemp("lab"))


@pytest.fixture
def at(whole: Lab, monkeypatch: pytest.MonkeyPatch) -> Lab:
    """The lab, with a store that forgets what the test does."""
    found = copy(whole)
    store = copy(found.store)
    store._held = {id: copy(held) for id, held in store._held.items()}
    for held in store._held.values():
        held.places = dict(held.places)
    store._teams = {
        id: type(t)(t.name, dict(t.members), list(t.changes)) for id, t in store._teams.items()
    }
    store.outlines = type(store.outlines)(store)
    store.exports = type(store.exports)(store, store._clock)
    store.sharing = type(store.sharing)(store, store._clock, store.name_of)
    found.store = store
    # The demonstration organisation is large; whose it becomes is the point here.
    monkeypatch.setattr(demo, "read_assessment", lambda *_: small().model_copy(update={"id": "x"}))
    monkeypatch.setattr(demo, "read_files", lambda *_: [])
    return found


def target(name: str, at: Lab, *, foreign: bool) -> str | None:
    """What the use case is tried on: an assessment, a client, or nothing."""
    line: Case = CASES[name]
    takes = line.takes or [*inspect.signature(use_cases()[name]).parameters, ""][1]
    if line.needs == "mine" and takes != "assessment":
        return None
    if takes == "client":
        return at.foreign_client if foreign else at.client
    return at.foreign if foreign else str(getattr(at, line.tried))


def called(name: str, at: Lab, actor: Actor, on: str | None) -> Any:
    line: Case = CASES[name]
    at.acting = actor
    given, named = line.args(at), line.named(at)
    if on is None:
        return use_cases()[name](at.session(actor), *given, **named)
    what = line.through(at, on)
    if line.takes:
        return use_cases()[name](at.session(actor), *given, **named, **{line.takes: what})
    return use_cases()[name](at.session(actor), what, *given, **named)


def standing(at: Lab) -> object:
    """All that a call could change."""
    held = {
        id: (h.revision, h.deleted, len(h.history), tuple(h.assigned))
        for id, h in at.store._held.items()
    }
    return held, {id: (dict(t.members), len(t.changes)) for id, t in at.store._teams.items()}


def told(given: object) -> str:
    """What somebody can read of what they were given, in a packed file too."""
    if isinstance(given, bytes) and is_zipfile(BytesIO(given)):
        with ZipFile(BytesIO(given)) as archive:
            return " ".join(
                archive.read(name).decode(errors="replace") for name in archive.namelist()
            )
    return repr(given)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", sorted(CASES))
def test_a_role_may_what_its_right_says_and_nothing_else(at: Lab, name: str, role: Any) -> None:
    needs = CASES[name].needs
    on = target(name, at, foreign=False)
    if role in ALLOWED[needs]:
        shown = told(called(name, at, at.people[role], on))
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
    assert SECRET not in f"{refused}{told(given)}"
    assert standing(at) == before


@pytest.mark.parametrize("name", sorted(CASES))
def test_of_a_foreign_workspace_nobody_learns_anything(at: Lab, name: str) -> None:
    """A guessed address, and one that leads nowhere, say the same to every role."""
    on = target(name, at, foreign=True)
    needs = CASES[name].needs
    before = standing(at)
    for actor in at.people.values():
        if needs == "mine":
            assert at.foreign not in repr(called(name, at, actor, on))
            continue
        if needs == "own":
            there, nowhere = (repr(called(name, at, actor, one)) for one in (on, "0" * 32))
            assert there == nowhere
            continue
        said = set()
        for one in (on, "0" * 32):
            with pytest.raises(NotFound) as refused:
                called(name, at, actor, one)
            said.add(str(refused.value))
        assert len(said) == 1
    if needs != "mine":
        assert standing(at) == before


def test_a_foreign_round_is_compared_with_nothing(at: Lab) -> None:
    for actor in at.people.values():
        for pair in ((at.id, at.foreign), (at.foreign, at.id), (at.foreign, at.foreign)):
            with pytest.raises(NotFound):
                compared(at.session(actor), *pair)
