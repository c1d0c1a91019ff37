"""What each role sees, on every store."""

from dataclasses import replace

import pytest

from readiness.domain.errors import NotAllowed
from readiness.domain.evidence import Evidence, Observation, RowRef
from readiness.store import Actor, Assignment, Put, entry_of
from readiness.store.rights import Standing
from readiness.store.sight import seen_file
from tests.store.samples import answer, full, log, small


def member(store, owner, workspace, role) -> Actor:
    person = store.add_person(role)
    store.add_member(owner, workspace, person, role)
    return person


def test_a_respondent_sees_the_questions_and_what_stands_under_their_code(store, owner, workspace):
    id = store.create(owner, workspace, full(), [log()])
    other = store.create(owner, workspace, small())
    asked = member(store, owner, workspace, "respondent")
    store.assign(owner, id, asked, Assignment("r1", ("OPM-1", "CTL-5", "DIG-1")))
    found = store.load(asked, id)
    said = full()
    assert found.assessment == small().model_copy(
        update={
            "form": "short",
            "profile": said.profile,
            "respondents": said.respondents[:1],
            "responses": said.responses[1:3],
        }
    )
    assert {at.kind for at in found.entries} == {"meta", "profile", "respondent", "response"}
    assert {at.key for at in found.entries if at.kind == "response"} == {"OPM-1|r1", "CTL-5|r1"}
    [row] = store.assessments(asked)
    assert (row.id, row.answered, row.evidence_kinds) == (id, ("CTL-5", "OPM-1"), ())
    assert other != id
    for refused in (store.files, store.history, store.assigned):
        with pytest.raises(NotAllowed):
            refused(asked, id)


def test_a_respondent_puts_what_is_assigned_and_takes_it_back(store, owner, workspace):
    id = store.create(owner, workspace, full())
    asked = member(store, owner, workspace, "respondent")
    store.assign(owner, id, asked, Assignment("r1", ("OPM-1",)))
    before = store.load(asked, id)
    mine = answer("OPM-1", "r1", 4)
    store.put(asked, id, *entry_of(mine), mine, expected=before.expected(*entry_of(mine)))
    assert store.load(asked, id, before).assessment.responses[0].level == 4
    for value in (answer("OPM-1", "r2", 4), answer("OPM-2", "r1", 4)):
        puts = [Put(*entry_of(mine), answer("OPM-1", "r1", 5)), Put(*entry_of(value), value)]
        with pytest.raises(NotAllowed):
            store.put_many(asked, id, puts)
    [row] = store.undoable(asked, id)
    assert row.key == "OPM-1|r1"
    store.undo(asked, id)
    assert store.load(asked, id).assessment.responses[0].level == 2
    mine = answer("OPM-1", "r1", 5)
    store.put(asked, id, *entry_of(mine), mine)
    store.assign(owner, id, asked, Assignment("r1", ("DIG-2",)))
    assert store.undoable(asked, id) == ()
    with pytest.raises(NotAllowed):
        store.undo(asked, id)


def test_a_client_safe_reader_sees_figures_and_no_word_of_anybody(store, owner, workspace):
    """Every text that a person could have typed is a token; none of them is shown."""
    file = replace(log(), meta={"codes": {"0ab": "P01"}}, mapping={"columns": {"id": "Ina's no."}})
    id = store.create(owner, workspace, full(), [file])
    reader = member(store, owner, workspace, "client_reader")
    found = store.load(reader, id)
    typed = "supply chain lead,a\\nb,tally,QA lead,moved in May,asked for,why,QA moves,7.2,Planner"
    typed += ',:"second",List of freezers,asked twice,not listed'
    text = found.assessment.model_dump_json()
    assert [word for word in typed.split(",") if word in text] == []
    assert {stamp.by for stamp in found.entries.values()} == {"-"}
    assert not any("r1" in at.key or "r2" in at.key for at in found.entries)
    assert [r.level for r in found.assessment.responses] == [r.level for r in full().responses]
    assert found.assessment.plan.capacity == full().plan.capacity
    assert [edit.id for edit in found.assessment.plan.actions] == ["QMS-3"]
    assert (len(full().plan.scenarios), found.assessment.plan.scenarios) == (1, ())
    names = [node.name for node in found.assessment.operating.map_nodes]
    assert names == ["site 1", "contractor 1"]
    [shown] = store.files(reader, id)
    assert (shown.name, shown.added_by, shown.meta, shown.mapping) == (log().name, "-", {}, {})
    rows = (RowRef(file=log().name, row=7, key="P01 · D-7"),)
    evidence = Evidence(observations=(Observation(metric="D1", rows=rows),))
    store.keep_measured(owner, id, "now", evidence)
    [one] = store.measured(reader, id, "now").observations
    assert one.rows[0].key == "(coded) · D-7"
    assert store.measured(owner, id, "now") == evidence


def test_what_was_loaded_in_another_role_is_not_handed_out_again(store, owner, workspace):
    """A role that was taken away or narrowed holds at the next look and the next write."""
    id = store.create(owner, workspace, full())
    person = member(store, owner, workspace, "assessor")
    known = store.load(person, id)
    store.add_member(owner, workspace, person, "client_reader")
    assert store.load(person, id, known).assessment.notes == ()
    with pytest.raises(NotAllowed):
        store.put(person, id, "profile", "sites", 3)


def test_a_file_is_told_whole_to_whom_reads_all(sqlite_store):
    owner = sqlite_store.local_owner()
    id = sqlite_store.create(owner, sqlite_store.workspaces(owner)[0].id, small(), [log()])
    [file] = sqlite_store.files(owner, id)
    assert seen_file(file, Standing("reader")) == file
