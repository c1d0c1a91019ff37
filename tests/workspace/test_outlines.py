"""Outlines are made once, and again when something changed that they are made of."""

import pytest

from readiness.domain.assessment import Assessment
from readiness.domain.outline import Outline
from readiness.domain.result import Result
from readiness.domain.scale import Level
from readiness.store import AssessmentRow
from readiness.workspace import outlines
from readiness.workspace.answers import answer
from readiness.workspace.assessments import create, listed
from readiness.workspace.outlines import summed
from readiness.workspace.outlining import outline
from readiness.workspace.results import result
from readiness.workspace.session import Session
from tests.workspace.desk import begun


class Counted:
    """How many assessments were judged."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        whole = outlines._outlined

        def counted(session: Session, row: AssessmentRow):
            self.count += 1
            return whole(session, row)

        monkeypatch.setattr(outlines, "_outlined", counted)


def said(desk: Session, id: str, level: Level) -> None:
    answer(desk, id, "OPM-1", "team", level=level)


def test_made_once_and_again_after_a_change_or_with_another_content(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk, first = begun()
    second = create(desk, "Second", "in_vivo", "pivotal")
    create(desk, "Nothing said", "in_vivo", "pivotal")
    for id in (first, second):
        said(desk, id, 2)
    judged = Counted(monkeypatch)
    told: list[tuple[int, int]] = []
    found = summed(desk, listed(desk), lambda done, of: told.append((done, of)))
    assert set(found.outlines) == {first, second}, "of which nothing was said has none"
    assert found.outlines[first].index == result(desk, first).index == 2
    assert (judged.count, told) == (2, [(2, 2)])
    summed(desk, listed(desk))
    assert judged.count == 2
    desk.outlined.clear()
    summed(desk, listed(desk))
    assert judged.count == 2, "kept by the store, not by this process alone"
    said(desk, first, 4)
    assert summed(desk, listed(desk)).outlines[first].index == result(desk, first).index
    assert judged.count == 3
    content = next(iter(desk.questionnaires.values()))
    newer = content.model_copy(update={"sha256": "newer"})
    desk.questionnaires[content.id] = newer
    summed(desk, listed(desk))
    assert judged.count == 5


def test_one_that_cannot_be_judged_says_why_and_stops_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk, first = begun()
    second = create(desk, "Second", "autologous", "phase_1")
    for id in (first, second):
        said(desk, id, 2)
    whole = outline

    def broken(one: Assessment, judged: Result) -> Outline:
        if one.title == "Second":
            raise ValueError("not to be read")
        return whole(one, judged)

    monkeypatch.setattr("readiness.workspace.outlines.outline", broken)
    found = summed(desk, listed(desk))
    assert set(found.outlines) == {first}
    assert found.troubles == {second: "not to be read"}


def test_another_questionnaire_is_named() -> None:
    desk, id = begun()
    said(desk, id, 2)
    rows = listed(desk)
    desk.questionnaires = {"other": next(iter(desk.questionnaires.values()))}
    assert "cgt-operational-readiness" in summed(desk, rows).troubles[id]
