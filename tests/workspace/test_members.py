"""Who may work for a client, and who answers what."""

from dataclasses import replace

import pytest

from readiness.domain.errors import InputRefused, NotAllowed, NotFound
from readiness.workspace.answers import answer
from readiness.workspace.carrying import export_zip
from readiness.workspace.clients import add_client, home
from readiness.workspace.interview import asked, round_of
from readiness.workspace.members import (
    assign,
    assigned,
    change_role,
    client_named,
    invite,
    is_of,
    known_role,
    member_at,
    remove_member,
    role_in,
    take_back,
    team,
)
from readiness.workspace.people import add_respondent
from readiness.workspace.reports import gap_report, report_views
from readiness.workspace.results import result, state
from tests.workspace.desk import begun


def test_an_owner_adds_changes_and_takes_out() -> None:
    desk, _ = begun()
    client = home(desk)
    ina = invite(desk, client, "  Ina@Maker.example ", "reader", "QA of the site")
    assert member_at(desk, client, "INA@maker.example") == ina
    change_role(desk, client, ina, "assessor")
    found = team(desk, client)
    assert found.may_manage
    assert [(m.name, m.role) for m in found.members] == [
        ("Owner of this computer", "owner"),
        ("ina@maker.example", "assessor"),
    ]
    assert [c.new for c in found.changes] == ["assessor", "reader", "owner"]
    hers = replace(desk, actor=ina)
    assert role_in(hers, client) == "assessor"
    assert not team(hers, client).may_manage
    remove_member(desk, client, ina, "left")
    with pytest.raises(NotFound):
        role_in(hers, client)
    with pytest.raises(NotFound):
        change_role(desk, client, ina, "reader")
    with pytest.raises(NotFound):
        member_at(desk, client, "ina@maker.example")


@pytest.mark.parametrize("address", ["", "ina", "ina@maker", "a b@c.example", "a@b@c.example"])
def test_what_is_no_address_is_refused(address: str) -> None:
    desk, _ = begun()
    with pytest.raises(InputRefused, match="no e-mail address"):
        invite(desk, home(desk), address, "reader")


def test_a_role_that_is_none_is_refused() -> None:
    with pytest.raises(InputRefused, match="client_reader"):
        known_role("admin")


def test_a_workspace_is_named_where_there_are_several() -> None:
    desk, mine = begun()
    first = home(desk)
    assert client_named(desk, "") == first
    alder = add_client(desk, "Alder")
    assert client_named(desk, " alder ") == client_named(desk, alder) == alder
    for name in ("", "Birch"):
        with pytest.raises(NotFound, match="Alder, My assessments"):
            client_named(desk, name)
    assert is_of(desk, first, mine)
    assert not is_of(desk, alder, mine)


def test_a_respondent_is_asked_what_is_assigned_and_judges_nothing() -> None:
    desk, id = begun()
    who = add_respondent(desk, id, "QA", "lead")
    ina = invite(desk, home(desk), "ina@maker.example", "respondent")
    hers = replace(desk, actor=ina)
    with pytest.raises(NotFound):
        state(hers, id)
    with pytest.raises(InputRefused, match="no respondent r9"):
        assign(desk, id, ina, "r9")
    assign(desk, id, ina, who, own_guide=True)
    [one] = assigned(desk, id)
    now = state(hers, id)
    questions = round_of(now.assessment, now.questionnaire, who, of=now.loaded).questions
    guide = [q.id for q in asked(now.assessment, now.questionnaire) if "QA" in q.functions]
    assert [q.id for q in questions] == guide
    assert set(guide) <= set(one.what.questions)
    answer(hers, id, guide[0], who, level=3)
    answer(desk, id, guide[0], "team", level=2)
    assert [r.level for r in state(hers, id).assessment.responses] == [3]
    for refused in (result, export_zip, gap_report):
        with pytest.raises(NotAllowed, match="your own answers alone"):
            refused(hers, id)
    with pytest.raises(NotAllowed):
        answer(hers, id, guide[0], "team", level=5)
    take_back(desk, id, ina)
    with pytest.raises(NotFound):
        state(hers, id)


def test_a_client_safe_reader_gets_the_same_figures_and_the_safe_report_alone() -> None:
    desk, id = begun()
    answer(desk, id, "CTL-1", "team", level=3, note="the blue folder")
    jo = invite(desk, home(desk), "jo@maker.example", "client_reader")
    theirs = replace(desk, actor=jo)
    whole, safe = result(desk, id), result(theirs, id)
    assert (safe.index, safe.verdict) == (whole.index, whole.verdict)
    assert "blue folder" not in safe.model_dump_json()
    assert [view.id for view in report_views(theirs, id)] == ["client"]
    for refused in (gap_report, export_zip):
        with pytest.raises(NotAllowed):
            refused(theirs, id)


def test_who_is_no_member_is_told_what_to_do() -> None:
    desk, _ = begun()
    new = replace(desk, actor=desk.store.add_person("New"))
    with pytest.raises(NotFound, match="Ask an owner of one to add you"):
        home(new)
    add_client(new, "Mine")
    assert role_in(new, home(new)) == "owner"
