"""A workspace with a member in every role, a stranger's beside it, and a line of the matrix."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

from readiness.domain.assessment import Respondent
from readiness.domain.planning import ActionEdit
from readiness.settings import Settings as Installation
from readiness.store import ROLES, Actor, Assignment, MemoryStore, Role, entry_of
from readiness.store.rights import Right
from readiness.workspace.interview import asked
from readiness.workspace.results import State, result, state
from readiness.workspace.session import Session
from tests.made import questionnaire
from tests.store.samples import answer, full, small
from tests.workspace.desk import TODAY
from tests.workspace.northgate import BATCHES, DEVIATIONS, confirmed

DAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
SECRET = "the blue folder of Ina"  # noqa: S105 - a note that some roles never see
Needs = Right | Literal["mine", "own"]
Tried = Literal["id", "filed", "bare"]


@dataclass
class Lab:
    """What every use case is tried on. ``made``: what is made once for all tries (``once``)."""

    store: MemoryStore
    people: dict[Role, Actor]
    stranger: Actor
    client: str
    id: str
    filed: str
    bare: str
    foreign: str
    foreign_client: str
    spare: Actor
    file: str
    settings: Installation
    acting: Actor | None = None
    content: Any = field(default_factory=questionnaire)
    made: dict[Any, Any] = field(default_factory=dict)

    def session(self, actor: Actor) -> Session:
        """A person at work."""
        contents = {self.content.id: self.content}
        return Session(self.store, actor, self.settings, contents, lambda: TODAY, lambda: NOON)

    @property
    def owner(self) -> Session:
        """The owner at work."""
        return self.session(self.people["owner"])

    @property
    def now(self) -> State:
        """What the page of whoever acts was drawn from."""
        return state(self.session(self.acting or self.people["owner"]), self.id)

    @property
    def whole(self) -> State:
        """What the owner's page was drawn from."""
        return state(self.owner, self.id)


def lab(folder: Path) -> Lab:
    """A new one; ``folder``: the data place of the installation."""
    store = MemoryStore()
    owner = store.local_owner()
    client = store.workspaces(owner)[0].id
    people: dict[Role, Actor] = {"owner": owner}
    for role in ROLES[1:]:
        people[role] = store.invite(owner, client, f"{role}@maker.example", role)
    said = full()
    capability = next(q.id for q in asked(said, questionnaire()))
    part = ActionEdit(
        id="CTL-1.1",
        lifts={"CTL-1": 1},
        name="A part",
        effort={"QA": Fraction(1)},
        elapsed=2,
        owner="QA",
        reason="two teams",
    )
    ahead = ActionEdit(
        id="CTL-1", effort={"QA": Fraction(2)}, elapsed=3, needs=("CTL-1.1",), reason="two teams"
    )
    said = said.model_copy(
        update={
            "responses": (*said.responses, answer(capability, "r2", 3, note=SECRET)),
            "respondents": (*said.respondents, Respondent(id="r3", function="QC")),
            "plan": said.plan.model_copy(update={"actions": (*said.plan.actions, part, ahead)}),
        }
    )
    id, filed = (store.create(owner, client, said) for _ in range(2))
    bare = store.create(owner, client, small())
    for one in (id, filed, bare):
        store.assign(owner, one, people["respondent"], Assignment("r1"))
    said_by: tuple[tuple[Role, str, str], ...] = (
        ("owner", "OPM-2", "r2"),
        ("assessor", "OPM-1", "r2"),
        ("respondent", "OPM-1", "r1"),
    )
    for role, question, code in said_by:
        value = answer(question, code, 4)
        store.put(people[role], id, *entry_of(value), value)
    stranger = store.add_person("Stranger")
    elsewhere = store.add_workspace(stranger, "Elsewhere")
    foreign = store.create(stranger, elsewhere, said)
    spare = store.invite(owner, client, "spare@maker.example", "respondent")
    at = Lab(
        store=store,
        people=people,
        stranger=stranger,
        client=client,
        id=id,
        filed=filed,
        bare=bare,
        foreign=foreign,
        foreign_client=elsewhere,
        spare=spare,
        file="",
        settings=Installation(data_dir=folder),
    )
    confirmed(at.owner, bare, "Batches.csv", BATCHES)
    confirmed(at.session(stranger), foreign, "Log.csv", DEVIATIONS)
    result(at.owner, bare)  # its measurements are kept: who sees no table sees the result
    at.file = confirmed(at.owner, filed, "Log.csv", DEVIATIONS)
    return at


@dataclass(frozen=True)
class Case:
    """One line: the right, how the arguments are made, and what it is tried on.

    ``takes``: the parameter that takes the assessment or the client, where it is not the first;
    ``through``: what is made of its id, where the use case takes more than an id.
    """

    needs: Needs
    args: Callable[[Lab], tuple[Any, ...]]
    named: Callable[[Lab], dict[str, Any]]
    tried: Tried
    takes: str
    through: Callable[[Lab, str], Any]


def case(
    needs: Needs,
    *args: Any,
    tried: Tried = "id",
    takes: str = "",
    through: Callable[[Lab, str], Any] = lambda _, id: id,
    **named: Any,
) -> Case:
    """A line; an argument that is a function is called with the lab."""

    def told(at: Lab, value: Any) -> Any:
        return value(at) if callable(value) else value

    return Case(
        needs,
        lambda at: tuple(told(at, value) for value in args),
        lambda at: {name: told(at, value) for name, value in named.items()},
        tried,
        takes,
        through,
    )


def once(make: Callable[[Lab], Any]) -> Callable[[Lab], Any]:
    """An argument that is made at its first use, for all tries."""

    def kept(at: Lab) -> Any:
        if make not in at.made:
            at.made[make] = make(at)
        return at.made[make]

    return kept
