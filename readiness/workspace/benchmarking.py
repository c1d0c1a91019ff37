"""The anonymous benchmark across one's own clients: off by default, ranges of five or more only.

A client is a workspace that the acting person owns and has switched on. Each gives one value to a
cell, the median of its sites and products of that modality of which enough is known.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from statistics import median

from readiness.domain.anonymity import LEVELS, SHARES, Scale, Standing, middle_half
from readiness.domain.portfolio import PortfolioLine
from readiness.domain.questionnaire import Questionnaire
from readiness.store import SharingChange
from readiness.workspace.notes import check_note
from readiness.workspace.outlines import Progress
from readiness.workspace.portfolio import portfolio
from readiness.workspace.session import Session


def is_owner(session: Session, client: str) -> bool:
    """Whether the acting person may decide on the benchmark of this client, and see it."""
    there = session.store.workspaces(session.actor)
    return any(one.id == client and one.role == "owner" for one in there)


def takes_part(session: Session, client: str) -> bool:
    """Whether this client was switched on."""
    return client in session.store.sharing.taking_part(session.actor)


def decide(session: Session, client: str, *, is_on: bool, reason: str = "") -> None:
    """Switch a client on or off; kept with who, when and why.

    Raises NotAllowed for anybody but an owner, IdentifierFound for a reason that names somebody.
    """
    check_note(reason)
    session.store.sharing.decide(session.actor, client, is_on=is_on, reason=reason.strip())


def decisions(session: Session, client: str) -> list[SharingChange]:
    """Every decision on this client, the last first. Raises NotAllowed for others than owners."""
    return session.store.sharing.changes(session.actor, client)[::-1]


def benchmark(
    session: Session, client: str, questionnaire: str, progress: Progress = lambda *_: None
) -> list[Standing]:
    """The cells that five clients or more make; none for a client that takes no part itself."""
    taking_part = session.store.sharing.taking_part(session.actor)
    if client not in taking_part:
        return []
    lines = {
        id: found.lines
        for id in taking_part
        if (found := portfolio(session, id, questionnaire, progress)).questionnaire.id
        == questionnaire
    }
    return cells(lines, client, session.questionnaire(questionnaire))


def cells(
    lines: Mapping[str, Sequence[PortfolioLine]], client: str, content: Questionnaire
) -> list[Standing]:
    """``lines``: of each client that takes part; pure. In the order of the content."""
    values: dict[tuple[str, str], dict[str, Fraction]] = defaultdict(dict)
    for id, own in lines.items():
        for key, some in _known(own).items():
            values[key][id] = median(some)
    found = []
    for modality in content.modalities:
        for figure, (name, scale) in _figures(content).items():
            cell = values[modality.id, figure]
            spread = middle_half(cell.values(), scale)
            if spread is not None:
                found.append(Standing(modality.name, name, scale, cell.get(client), spread))
    return found


def _figures(content: Questionnaire) -> dict[str, tuple[str, Scale]]:
    """Name and scale of every figure by its key."""
    return {
        "index": ("Maturity index", LEVELS),
        "fit": ("Fit for the stage", SHARES),
        "records": ("Resting on documents or records", SHARES),
        **{d.id: (d.name, LEVELS) for d in content.dimensions},
    }


def _known(lines: Iterable[PortfolioLine]) -> dict[tuple[str, str], list[Fraction]]:
    """The known values of a client by modality and figure; too little known for a level is none."""
    found: dict[tuple[str, str], list[Fraction]] = defaultdict(list)
    for line in lines:
        said = line.outline
        if said.provisional:
            continue
        figures = {"index": said.index, "fit": said.fit, "records": said.evidence_coverage}
        for figure, value in (figures | said.dimensions).items():
            if value is not None:
                found[line.modality, figure].append(value)
    return found
