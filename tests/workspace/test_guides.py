"""The guides of an assessment: what applies, in the order for talking, and what was asked for."""

from io import BytesIO

from openpyxl import load_workbook

from readiness.workspace.guides import guide_file, guide_parts, wanted
from readiness.workspace.requests import ask_for
from readiness.workspace.results import state
from tests.made import assessment, questionnaire
from tests.workspace.desk import begun

CONTENT = questionnaire()


def test_each_function_gets_what_this_profile_asks_of_it() -> None:
    parts = {p.code: p for p in guide_parts(assessment(), CONTENT)}
    assert list(parts) == [f.code for f in CONTENT.functions]
    assert [q.id for q in parts["RA"].questions][:3] == ["OPM-6", "QMS-3", "QMS-4"]
    short = {p.code: p for p in guide_parts(assessment(form="short"), CONTENT)}
    assert 0 < len(short["RA"].questions) < len(parts["RA"].questions)
    assert {q.id for q in short["RA"].questions} <= CONTENT.short_capabilities


def test_the_parts_of_the_operating_model_are_asked_of_their_functions() -> None:
    """One party on one site: no contractor, so nobody is asked about contract makers."""

    def names(code: str, **profile: object) -> list[str]:
        parts = {p.code: p for p in guide_parts(assessment(profile=profile), CONTENT)}
        return [one.name for one in parts[code].operating]

    makers = "Contract makers"
    assert names("RA", parties=2)[:2] == ["Lock-in ledger", "What stays with us"]
    assert {makers, "What stays with us", "Where flows meet"} <= set(names("QA", parties=2))
    alone = [name for name in names("QA", parties=2) if name != makers]
    assert names("QA", parties=1) == alone
    # What is not known keeps a part in: a contractor, and a third place.
    assert set(names("QA", parties=None)) == {*names("QA", parties=2), "QA oversight"}
    assert "QA oversight" in names("QA", parties=1, point_of_care=True)


def test_the_list_says_who_was_asked_and_the_file_holds_it() -> None:
    desk, made = begun()
    ask_for(desk, made, "change log", capability="CTL-1", respondent="team")
    [one] = wanted(state(desk, made).assessment)
    assert (one.what, one.asked_of, one.status) == ("change log", "TEAM (team)", "Asked")
    book = load_workbook(BytesIO(guide_file(desk, made)))
    assert book["Requests"]["B5"].value == "change log"
    assert len(book.sheetnames) == 9
