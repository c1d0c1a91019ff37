"""Nothing that a view leaves out stands anywhere in its file: no sheet, property or comment."""

import io

import openpyxl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from readiness.domain.questionnaire import Questionnaire
from readiness.report.facts import Facts
from readiness.report.gap_workbook import build, gap_workbook, sheets_of
from readiness.report.views import seen_as, view_of, views
from readiness.workspace.planning import Case
from readiness.workspace.report_weeks import report_weeks
from readiness.workspace.swapping import Round
from readiness.workspace.two_rounds import two_rounds
from tests.made import questionnaire
from tests.report.organisations import judged
from tests.report.telling import MAKER, Told, everything, holding, told

FEW = settings(
    max_examples=3, deadline=None, derandomize=True, database=None, phases=[Phase.generate]
)


def reported(content: Questionnaire, said: Told, view: str) -> bytes:
    """The file of a view, exported by somebody whose name is private as well."""
    result = judged(content, said.assessment, said.evidence)[0]
    before = told(content, 77)
    rounds = two_rounds(
        Round(before.assessment, content, before.evidence),
        Round(said.assessment, content, said.evidence),
    )
    return gap_workbook(
        result,
        said.assessment,
        content,
        said.evidence,
        view=view,
        exported_by="Zq99999w",
        rounds=rounds,
        weeks=report_weeks(Case(said.assessment, content, said.evidence, result)),
    )


def test_each_view_says_what_it_holds(content: Questionnaire) -> None:
    ids = [view.id for view in views(content)]
    assert ids[:3] == ["full", "board", "client"]
    assert ids[3:] == [f"cdmo:{party.id}" for party in content.hybrid.parties]
    assert all(view.name and view.says.endswith(".") for view in views(content))
    with pytest.raises(KeyError, match="there is full, board, client"):
        view_of(content, "everybody")


def test_the_full_report_does_hold_what_the_others_must_not(content: Questionnaire) -> None:
    """The counterpart: the search below finds the words where they belong."""
    said = told(content, 5)
    found = holding(reported(content, said, "full"), said.private | {"Zq99999w"})
    assert {w for words in found.values() for w in words} >= {"Zq00001w", "Zq00002w", "Zq99999w"}
    assert len({w for words in found.values() for w in words}) > 20


@FEW
@given(seed=st.integers(0, 10_000))
def test_no_person_and_no_typed_word_in_the_client_safe_file(seed: int) -> None:
    content = questionnaire()
    said = told(content, seed)
    data = reported(content, said, "client")
    assert not holding(data, said.private | {"Zq99999w"})
    for name, text in everything(data):
        for word in said.by_metric.values():
            assert f"{word} P" not in text, name
    assert holding(data, frozenset(said.by_metric.values())), "the rows themselves stay"
    assert not holding(data, told(content, 77).private), "nor a word of the earlier round"
    sheets = openpyxl.load_workbook(io.BytesIO(data)).sheetnames
    assert {"Two rounds", "Roadmap", "CDMO scorecard"} <= set(sheets)


@FEW
@given(seed=st.integers(0, 10_000), party=st.integers(0, 3))
def test_a_partner_sees_its_own_and_nothing_else(seed: int, party: int) -> None:
    content = questionnaire()
    said = told(content, seed)
    chosen = content.hybrid.parties[party]
    data = reported(content, said, f"cdmo:{chosen.id}")
    assert not holding(data, said.private | {"Zq99999w", MAKER})
    own = frozenset(chosen.capabilities)
    shared = {m.id for m in content.metrics if own & set(m.capabilities)}
    others = frozenset(word for metric, word in said.by_metric.items() if metric not in shared)
    if others:
        assert not holding(data, others), "rows of a metric that informs nothing shared"
    outside = frozenset(c.name for c in content.capabilities.values() if c.id not in own)
    assert not holding(data, outside)
    sheets = openpyxl.load_workbook(io.BytesIO(data))
    ids = {cell.value for cell in sheets["Gap register"]["A"][4:]}
    assert ids == own
    ranks = [cell.value for row in sheets["_meta"].iter_rows() for cell in row]
    assert chosen.id in str(ranks)


@pytest.mark.parametrize("view", ["full", "board", "client", "cdmo:vector"])
def test_a_view_shows_its_sheets_and_the_same_bytes_twice(
    content: Questionnaire, facts: Facts, view: str
) -> None:
    chosen = view_of(content, view)
    first, second = (build(seen_as(facts, chosen)).packed(facts.result.as_of) for _ in range(2))
    assert first == second
    book = openpyxl.load_workbook(io.BytesIO(first))
    visible = [s.title for s in book.worksheets if s.sheet_state == "visible"]
    assert tuple(visible) == sheets_of(chosen)


def test_no_figure_moves_when_persons_leave(content: Questionnaire, facts: Facts) -> None:
    full, safe = (build(seen_as(facts, view_of(content, id))) for id in ("full", "client"))
    for name in ("Summary", "Heat map", "Gap register", "Metrics", "Drills"):
        assert full.pages[name].cached == safe.pages[name].cached, name
