"""A workspace whose only owner went away gets another one, and its history says by whom and why."""

import pytest

from readiness.domain.errors import NotFound
from readiness.store import name_owner, open_store, owned, verified


@pytest.mark.parametrize("where", ["url", "shared_url"])
def test_a_new_owner_beside_the_one_who_went_away(request, where: str) -> None:
    url = request.getfixturevalue(where)
    store = open_store(url)
    gone = store.sign_in("https://issuer.example gone", "gone@maker.example", "Gone Adler")
    home = store.add_workspace(gone, "Harbour Cells")
    assert [(o.name, o.owners) for o in owned(url)] == [("Harbour Cells", ("Gone Adler",))]
    name_owner(url, home, "ina@maker.example", "the only owner left in June")
    name_owner(url, home, "ina@maker.example", "asked twice, written once")
    ina = store.sign_in("https://issuer.example ina", "ina@maker.example", "Ina Berg")
    assert [w.role for w in store.workspaces(ina)] == ["owner"]
    *_, last = store.member_changes(ina, home)
    assert (last.by, last.member, last.old, last.new, last.reason) == (
        "Owner of this computer",
        "Ina Berg",
        None,
        "owner",
        "the only owner left in June",
    )
    assert len(store.member_changes(ina, home)) == 2
    store.remove_member(ina, home, gone, reason="left")
    assert store.workspaces(gone) == []
    # Whoever looked after the store sees no more of the client than before.
    assert "Harbour Cells" not in [w.name for w in store.workspaces(store.local_owner())]
    assert verified(url).broken == ()
    store.close()


def test_a_workspace_that_is_not_there_gets_none(url) -> None:
    open_store(url).close()
    with pytest.raises(NotFound, match="no such workspace"):
        name_owner(url, "0" * 32, "ina@maker.example", "why")
