"""A result in short says what the result says, and what is still open with a day."""

from datetime import date

from readiness.domain.outline import Due
from readiness.engine import assess
from readiness.workspace.outlining import outline
from tests.made import assessment, everywhere, people, questionnaire

DAY = date(2026, 12, 1)


def test_figures_and_gaps_are_those_of_the_result() -> None:
    """Level 2 everywhere on records; a Phase 1 maker's next stage wants at least as much."""
    said = assessment(respondents=people("MFG"), responses=everywhere(2))
    judged = assess(said, questionnaire(), robustness=False)
    short = outline(said, judged)
    assert (short.level, short.verdict, short.index) == (judged.level, judged.verdict, 2)
    assert set(short.dimensions) == {d.id for d in questionnaire().dimensions}
    assert set(short.dimensions.values()) == {2}
    found = [(id, size, band) for band, some in short.gaps.items() for id, size in some.items()]
    assert found == [(g.capability, g.gap, g.band) for g in judged.gaps.next_stage]
    launch = said.model_copy(update={"settings": said.settings.model_copy(
        update={"horizon": "launch"})})  # fmt: skip
    wanted = sum(map(len, outline(launch, judged).gaps.values()))
    assert wanted == len(judged.gaps.launch) > len(found)


def test_due_is_what_is_open_and_has_a_day() -> None:
    """Of eight, four: done, without a day, received and a gap that was closed are nothing due."""
    low = [r | {"level": 1} if r["capability"] == "OPM-1" else r for r in everywhere(5)]
    said = assessment(
        respondents=people("MFG"),
        responses=low,
        tracking=[
            {"item": "OPM-1", "owner": "Head of QA", "status": "in progress", "due": DAY},
            {"item": "OPM-2", "due": DAY},
            {"item": "suspicion:D1:0a1b2c", "due": DAY},
            {"item": "kind:0a1b2c", "status": "done", "due": DAY},
            {"item": "kind:0a1b2d", "comment": "some day"},
        ],
        drill_actions=[{"run": "d1", "n": 1, "text": "Call list", "owner": "SC", "due": DAY}],
        requests=[
            {"id": "e1", "what": "Log", "capability": "CTL-1", "respondent": "r1",
             "asked_on": DAY, "due": DAY},
            {"id": "e2", "what": "Log", "status": "received", "asked_on": DAY, "due": DAY},
        ],
    )  # fmt: skip
    short = outline(said, assess(said, questionnaire(), robustness=False))
    assert short.due == (
        Due(kind="gap", item="OPM-1", about="OPM-1", who="Head of QA", due=DAY),
        Due(kind="finding", item="suspicion:D1:0a1b2c", about="D1", who="", due=DAY),
        Due(kind="drill action", item="d1", about="", who="SC", due=DAY),
        Due(kind="request", item="e1", about="CTL-1", who="r1", due=DAY),
    )
    assert "Call list" not in short.model_dump_json()
