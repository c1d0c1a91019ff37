"""A portfolio by hand: which rounds count, what is shared, what is overdue."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from readiness.domain.errors import NotAllowed, NotFound
from readiness.domain.gaps import Band
from readiness.domain.outline import Due, Outline
from readiness.domain.portfolio import PortfolioLine, RoundPoint
from readiness.domain.scale import Level
from readiness.workspace.answers import answer
from readiness.workspace.assessments import create, delete
from readiness.workspace.portfolio import common_gaps, narrowed, overdue, portfolio
from readiness.workspace.rounds import next_round
from readiness.workspace.session import Session
from tests.domain.test_outline import made
from tests.made import questionnaire
from tests.workspace.desk import TODAY, begun, session

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def line(id: str, **changed: object) -> PortfolioLine:
    """A line with one round; ``changed``: of its outline."""
    outline = made().model_copy(update=changed)
    point = RoundPoint(id, f"Title {id}", outline.as_of, 2, outline.index)
    return PortfolioLine(
        id, f"Title {id}", "Maker", "autologous", "phase_1", "full", NOON, outline, (point,)
    )


def lacks(id: str, met: tuple[str, ...] = (), **gaps: dict[str, int]) -> PortfolioLine:
    """A line with gaps by band."""
    bands: dict[Band, dict[str, int]] = {k.replace("_", " "): v for k, v in gaps.items()}  # type: ignore[misc]  # the bands by other names
    return line(id, gaps=bands, met=met)


def test_common_gaps_by_how_many_have_them_then_by_urgency_then_by_size() -> None:
    """OPM-1 in three; of those in two CTL-1 is to act on once, then QMS-1 lacks 1 + 2 = 3 levels,
    OPM-2 1 + 1 = 2. PRC-1 is known in one more, where it is met."""
    lines = [
        lacks("a", act_now={"OPM-1": 2, "CTL-1": 1}, plan={"QMS-1": 1, "OPM-2": 1}),
        lacks("b", next={"OPM-1": 1, "CTL-1": 1}, watch={"QMS-1": 2, "PRC-1": 1}),
        lacks("c", met=("PRC-1",), plan={"OPM-1": 1, "OPM-2": 1}),
    ]
    found = common_gaps(lines, questionnaire())
    assert [g.capability for g in found] == ["OPM-1", "CTL-1", "QMS-1", "OPM-2", "PRC-1"]
    first, *_, last = found
    assert (first.count, first.known, first.levels) == (3, 3, 4)
    assert first.bands == {"act now": 1, "next": 1, "plan": 1}
    assert first.assessments == ("a", "b", "c")
    assert (last.count, last.known, last.assessments) == (1, 2, ("b",))


def test_overdue_from_the_longest_with_the_days() -> None:
    """On 22 November: due on the 2nd is 20 days late, on the 21st one day, on the 22nd not yet."""

    def due(day: int) -> Due:
        return Due(kind="gap", item="OPM-1", about="OPM-1", who="QA", due=date(2026, 11, day))

    lines = [line("a", due=(due(21), due(22))), line("b", due=(due(2),))]
    assert [(i.assessment, i.days) for i in overdue(lines, TODAY)] == [("b", 20), ("a", 1)]


def test_the_last_round_counts_and_the_others_are_its_trend() -> None:
    """Round 1 says 1, round 2 says 2 on a statement, which backs 2: index 1, then 2."""
    desk, first = begun()
    answer(desk, first, "OPM-1", "team", level=1)
    second = next_round(desk, first)
    answer(desk, second, "OPM-1", "team", level=2)
    alone = create(desk, "Another site", "autologous", "phase_1")
    answer(desk, alone, "OPM-1", "team", level=2)
    blank = create(desk, "Not begun", "autologous", "phase_1")
    found = portfolio(desk, home(desk))
    assert {one.id for one in found.lines} == {second, alone}
    [moved] = [one for one in found.lines if one.id == second]
    assert [(r.id, r.index) for r in moved.rounds] == [(first, 1), (second, 2)]
    assert moved.moved == Fraction(1)
    assert [(one.id, one.why) for one in found.left_out] == [(blank, "No answer yet")]
    assert found.today == TODAY
    some = narrowed(found, questionnaire(), [moved])
    assert [g.assessments for g in some.gaps if g.capability == "OPM-1"] in ([], [(second,)])
    delete(desk, second)
    assert {one.id for one in portfolio(desk, home(desk)).lines} == {first, alone}


def test_nobody_reads_another_s_portfolio_and_a_respondent_none() -> None:
    desk, id = begun()
    answer(desk, id, "OPM-1", "team", level=2)
    stranger, asked = desk.store.add_person("Stranger"), desk.store.add_person("Asked")
    desk.store.add_workspace(stranger, "Their own")
    desk.store.add_member(desk.actor, home(desk), asked, "respondent")
    client = home(desk)
    desk.actor = stranger
    with pytest.raises(NotFound):
        portfolio(desk, client)
    desk.actor = asked
    with pytest.raises(NotAllowed):
        portfolio(desk, client)


def test_another_questionnaire_is_a_portfolio_of_its_own() -> None:
    desk, id = begun()
    answer(desk, id, "OPM-1", "team", level=2)
    content = questionnaire()
    desk.questionnaires["other"] = content.model_copy(update={"id": "other"})
    for title in ("Other", "And another"):
        other = create(desk, title, "autologous", "phase_1")
        desk.store.put(desk.actor, other, "meta", "questionnaire", "other")
    found = portfolio(desk, home(desk))
    assert found.questionnaires == ("other", content.id), "the most used one first"
    assert [one.id for one in portfolio(desk, home(desk), content.id).lines] == [id]
    assert portfolio(desk, home(desk), "gone").questionnaire.id == "other"


def test_levels_are_said_only_where_enough_is_known() -> None:
    known, unknown = line("a"), line("b", provisional=True)
    levels: list[Level | None] = [known.level, unknown.level]
    assert levels == [2, None]
    assert isinstance(known.outline, Outline)
    empty = session()
    assert portfolio(empty, home(empty)).lines == ()


def home(desk: Session) -> str:
    return desk.store.workspaces(desk.actor)[0].id
