"""Who answers what: one person a code, with its row of history."""

import pytest

from readiness.domain.errors import InputRefused, NotFound
from readiness.store import Assignment
from tests.store.samples import full


def test_one_person_answers_under_a_code(store):
    owner = store.local_owner()
    workspace = store.workspaces(owner)[0].id
    id = store.create(owner, workspace, full())
    ina, jo = (
        store.invite(owner, workspace, f"{n}@x.example", "respondent") for n in ("ina", "jo")
    )
    store.assign(owner, id, ina, Assignment("r1"))
    store.assign(owner, id, ina, Assignment("r1"))
    with pytest.raises(InputRefused, match="answers as r1 already"):
        store.assign(owner, id, jo, Assignment("r1", ("OPM-1",)))
    store.assign(owner, id, jo, Assignment("r2", ("OPM-1",)))
    store.assign(owner, id, ina, None)
    [left] = store.assigned(owner, id)
    assert (left.name, left.what) == ("jo@x.example", Assignment("r2", ("OPM-1",)))
    rows = [r for r in store.history(owner, id) if r.kind == "assignment"]
    assert [(r.old, r.new) for r in rows] == [
        (None, {"as": "r1", "questions": []}),
        (None, {"as": "r2", "questions": ["OPM-1"]}),
        ({"as": "r1", "questions": []}, None),
    ]


def test_only_a_member_is_asked(store):
    owner = store.local_owner()
    id = store.create(owner, store.workspaces(owner)[0].id, full())
    with pytest.raises(NotFound, match="no such member"):
        store.assign(owner, id, store.add_person("Stranger"), Assignment("r1"))
