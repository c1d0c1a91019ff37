"""Several clients on one computer, whose data never meet."""

import pytest

from readiness.domain.errors import InputRefused, NotFound
from readiness.workspace.assessments import create, listed
from readiness.workspace.clients import add_client, clients, home
from readiness.workspace.earlier_rounds import comparable, compared, in_pairs
from readiness.workspace.overview import found
from tests.workspace.desk import begun


def test_each_lists_its_own() -> None:
    desk, mine = begun()
    alder = add_client(desk, "  Alder   Bridge ")
    assert [c.name for c in clients(desk)] == ["Alder Bridge", "My assessments"]
    theirs = create(desk, "Maker", "autologous", "phase_1", client=alder)
    [first] = [c.id for c in clients(desk) if c.name == "My assessments"]
    assert [line.id for line in listed(desk, first)] == [mine]
    assert [line.id for line in listed(desk, alder)] == [theirs]
    assert [row.id for row in found(desk, client=alder)] == [theirs]


def test_rounds_of_two_clients_are_never_compared() -> None:
    """The same organisation's name in both: it is the workspace that keeps them apart."""
    desk, mine = begun()
    alder = add_client(desk, "Alder")
    theirs = create(desk, "Maker", "autologous", "phase_1", client=alder)
    assert comparable(desk, mine) == []
    assert in_pairs(desk, listed(desk, alder)) == []
    with pytest.raises(NotFound):
        compared(desk, mine, theirs)


def test_what_is_new_goes_where_the_last_work_was() -> None:
    desk, mine = begun()
    first = home(desk)
    alder = add_client(desk, "Alder")
    assert home(desk) == first
    create(desk, "Maker", "autologous", "phase_1", client=alder)
    assert home(desk) == alder
    assert home(desk, first) == first
    assert mine in [line.id for line in listed(desk)]


@pytest.mark.parametrize("name", ["", "   ", "my ASSESSMENTS", "x" * 81])
def test_a_name_that_tells_nobody_apart_is_refused(name: str) -> None:
    desk, _ = begun()
    with pytest.raises(InputRefused):
        add_client(desk, name)
    assert len(clients(desk)) == 1
