"""What each role may do, and what a refusal says: decided without a database."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from readiness.domain.errors import NotAllowed

Role = Literal["owner", "assessor", "respondent", "reader", "client_reader"]
ROLES: tuple[Role, ...] = get_args(Role)
Right = Literal["see", "judge", "read", "answer", "write", "manage"]
"""see: that it is there, and what one's role shows of it. judge: the result. read: everything,
records and history too. answer: questions. write: everything. manage: who is a member."""

MAY: dict[Right, frozenset[Role]] = {
    "see": frozenset(ROLES),
    "judge": frozenset({"owner", "assessor", "reader", "client_reader"}),
    "read": frozenset({"owner", "assessor", "reader"}),
    "answer": frozenset({"owner", "assessor", "respondent"}),
    "write": frozenset({"owner", "assessor"}),
    "manage": frozenset({"owner"}),
}
WRITERS = MAY["write"]
ANSWERED = frozenset({"response", "follow_up"})
"""Kinds of entry that a respondent puts, of what is assigned; their keys are QUESTION|CODE."""

SAID: dict[Role, str] = {
    "owner": "An owner may do everything here.",
    "assessor": "An assessor may do everything here but say who is a member.",
    "respondent": "You may answer what was assigned to you, and see your own answers alone.",
    "reader": "You may read here, and change nothing.",
    "client_reader": "You may read here what names nobody, and change nothing.",
}


@dataclass(frozen=True)
class Assignment:
    """What a person answers in one assessment: under which code, and which questions.

    ``questions``: ids of capabilities; empty: every one that is asked.
    """

    respondent: str
    questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Standing:
    """How a person stands to one assessment; ``assigned``: of a respondent, what they answer."""

    role: Role
    assigned: Assignment | None = None

    @property
    def sees_all(self) -> bool:
        """Whether nothing is held back."""
        return self.role in MAY["read"]

    @property
    def may_write(self) -> bool:
        """Whether every field may be changed."""
        return self.role in WRITERS

    def is_own(self, kind: str, key: str) -> bool:
        """Whether an entry is an answer, or the mark on one, that is assigned to this person."""
        if self.assigned is None or kind not in ANSWERED:
            return False
        question, _, code = key.rpartition("|")
        asked = not self.assigned.questions or question in self.assigned.questions
        return asked and code == self.assigned.respondent


FULL = Standing("owner")


def refuse(role: Role, right: Right, owners: Callable[[], Sequence[str]] = tuple) -> None:
    """Raise NotAllowed if the role does not give the right, with what it gives and whom to ask.

    ``owners``: asks for those of the workspace by name; not told to whom no name is shown.
    """
    if role not in MAY[right]:
        raise refusal(role, owners())


def refusal(role: Role, owners: Sequence[str] = ()) -> NotAllowed:
    """What one may do in this role, and whom to ask for more."""
    told = " or ".join(owners) if role in MAY["read"] else ""
    whom = f"{told}, who owns this workspace" if told else "an owner of this workspace"
    return NotAllowed(f"{SAID[role]} For more, ask {whom}.")


def refuse_beyond(standing: Standing, puts: Iterable[tuple[str, str]]) -> None:
    """Raise NotAllowed for an entry (kind, key) that is not this person's to put.

    The same words whether the question, or the code, is there or not.
    """
    if standing.may_write:
        return
    if not all(standing.is_own(kind, key) for kind, key in puts):
        raise refusal(standing.role)
