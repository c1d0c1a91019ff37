"""The benchmark: who is in it, what is shown, and that no cell is made of fewer than five."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.anonymity import LEAST, Spread
from readiness.domain.errors import NotAllowed
from readiness.domain.portfolio import PortfolioLine
from readiness.store import Outlined
from readiness.workspace.assessments import create, listed
from readiness.workspace.benchmarking import (
    benchmark,
    cells,
    decide,
    decisions,
    is_owner,
    takes_part,
)
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.outlines import stamp_of
from readiness.workspace.session import Session
from tests.domain.test_outline import made
from tests.made import questionnaire
from tests.workspace.desk import session
from tests.workspace.test_portfolio import line

CONTENT = questionnaire()
FIRST = CONTENT.dimensions[0].id


def valued(index: Fraction | None, modality: str = "autologous", **more: object) -> PortfolioLine:
    """A line of which the index is known."""
    return replace(line("x", index=index, **more), modality=modality)


def test_one_value_a_client_the_median_of_its_sites_by_modality() -> None:
    """The client a has 1, 2 and 4, so 2; with 1, 2, 3 and 5 of the others the second is 2, the
    fourth 3: from 2 to 3 1/2. In vivo there are four clients, so there is no cell."""
    lines = {
        "a": [valued(Fraction(1)), valued(Fraction(2)), valued(Fraction(4))],
        "b": [valued(Fraction(1))],
        "c": [valued(Fraction(2))],
        "d": [valued(Fraction(3))],
        "e": [valued(Fraction(5)), valued(Fraction(1), provisional=True)],
    }
    for id in "abcd":
        lines[id].append(valued(Fraction(2), "in_vivo"))
    [cell] = cells(lines, "a", CONTENT)
    assert (cell.figure, cell.own, cell.where) == ("Maturity index", 2, "within")
    assert cell.spread == Spread(Fraction(2), Fraction(7, 2))
    [other] = cells(lines, "e", CONTENT)
    assert (other.own, other.where) == (5, "above")
    assert replace(other, own=Fraction(1)).where == "below"
    assert replace(other, own=None).where == "not known here"


SCORES = st.one_of(st.none(), st.fractions(1, 5, max_denominator=12))


@st.composite
def many(draw: st.DrawFn) -> dict[str, list[PortfolioLine]]:
    """Up to eight clients with some sites of two modalities, some figures of them unknown."""
    modality = st.sampled_from(["autologous", "in_vivo"])
    site = st.builds(
        lambda index, score, of, unknown: valued(
            index, of, dimensions={FIRST: score}, provisional=unknown
        ),
        SCORES, SCORES, modality, st.booleans(),
    )  # fmt: skip
    count = draw(st.integers(0, 8))
    return {f"c{n}": draw(st.lists(site, max_size=3)) for n in range(count)}


def known(lines: Mapping[str, Sequence[PortfolioLine]], modality: str, figure: str) -> int:
    """Clients with a value in a cell, counted in another way than the product does."""

    def value(one: PortfolioLine) -> object:
        said = one.outline
        return said.index if figure == "Maturity index" else said.dimensions.get(FIRST)

    return sum(
        any(o.modality == modality and not o.outline.provisional and value(o) is not None
            for o in own)
        for own in lines.values()
    )  # fmt: skip


@given(many())
def test_no_cell_is_made_of_fewer_than_five_clients(lines: dict[str, list[PortfolioLine]]) -> None:
    names = {m.name: m.id for m in CONTENT.modalities}
    shown = {(names[c.modality], c.figure) for c in cells(lines, "c0", CONTENT)}
    figures = ("Maturity index", CONTENT.dimensions[0].name)
    for modality in ("autologous", "in_vivo"):
        for figure in figures:
            enough = known(lines, modality, figure) >= LEAST
            assert ((modality, figure) in shown) == enough
    for id in lines:
        rest = {other: own for other, own in lines.items() if other != id}
        for cell in cells(rest, "nobody", CONTENT):
            assert known(rest, names[cell.modality], cell.figure) >= LEAST


def six_clients(desk: Session, every: Sequence[str] = ()) -> list[str]:
    """Workspaces with one assessment each, summed up to an index of 1 to 3 1/2.

    ``every``: those that are there already, to be given one more each.
    """
    found = []
    for n in range(6):
        client = every[n] if every else desk.store.add_workspace(desk.actor, f"Client {n}")
        id = create(desk, f"Maker {n}", "autologous", "phase_1", client=client)
        desk.store.put(desk.actor, id, "response", "OPM-1|team",
                       {"capability": "OPM-1", "respondent": "team", "level": 2})  # fmt: skip
        revision = desk.store.revision(desk.actor, id)
        short = made().model_copy(update={"index": 1 + Fraction(n, 2)})
        kept = Outlined(stamp_of(revision, CONTENT.sha256), short)
        desk.store.outlines.keep(desk.actor, client, {id: kept})
        found.append(client)
    return found


def test_off_by_default_and_made_of_those_alone_that_were_switched_on() -> None:
    """Of 1, 1 1/2, 2, 2 1/2, 3 the second is 1 1/2 and the fourth 2 1/2: from 1 1/2 to 3."""
    desk = session()
    clients = six_clients(desk)
    assert benchmark(desk, clients[0], CONTENT.id) == []
    for client in clients[:4]:
        decide(desk, client, is_on=True)
    assert benchmark(desk, clients[0], CONTENT.id) == [], "four are too few"
    decide(desk, clients[4], is_on=True, reason="agreed in writing")
    [cell] = benchmark(desk, clients[0], CONTENT.id)
    assert cell.spread == Spread(Fraction(3, 2), Fraction(3))
    assert takes_part(desk, clients[4])
    assert benchmark(desk, clients[5], CONTENT.id) == [], "who gives nothing is shown nothing"
    decide(desk, clients[0], is_on=False)
    assert benchmark(desk, clients[1], CONTENT.id) == []
    assert [(c.is_on, c.reason) for c in decisions(desk, clients[4])] == [
        (True, "agreed in writing")
    ]


def test_what_others_own_is_not_in_it_whoever_looks() -> None:
    desk = session()
    clients = six_clients(desk)
    for client in clients:
        decide(desk, client, is_on=True)
    colleague = desk.store.add_person("Colleague")
    for client in clients[:5]:
        desk.store.add_member(desk.actor, client, colleague, "assessor")
    desk.store.add_member(desk.actor, clients[5], colleague, "owner")
    desk.actor = colleague
    assert is_owner(desk, clients[5])
    assert not is_owner(desk, clients[0])
    assert benchmark(desk, clients[5], CONTENT.id) == [], "they own one of the six"
    assert benchmark(desk, clients[0], CONTENT.id) == []
    with pytest.raises(NotAllowed):
        decide(desk, clients[0], is_on=False)
    assert len(listed(desk)) == 6


def test_a_reason_names_nobody() -> None:
    desk = session()
    client = desk.store.workspaces(desk.actor)[0].id
    with pytest.raises(IdentifierFound):
        decide(desk, client, is_on=True, reason="agreed by anna.meier@example.com")
    assert not takes_part(desk, client)
