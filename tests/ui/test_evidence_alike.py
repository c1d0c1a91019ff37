"""Records without a cause that read alike: confirmed, split or refused, and scored only then."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from readiness.workspace import evidence, intake
from readiness.workspace.results import result
from readiness.workspace.session import Session
from tests.ui.desk import BATCHES, Opener, begun_on, drawn, press
from tests.ui.test_evidence_draft import drop

ALARM, LABEL = "Wash pump alarm at harvest", "Vial label smudged after printing"
ROWS = [
    ("DEV-1", "2026-01-05", "", "Wash", ALARM),
    ("DEV-2", "2026-02-05", "", "Wash", ALARM),
    ("DEV-3", "2026-03-05", "", "Wash", f"{ALARM} again"),
    ("DEV-4", "2026-01-06", "", "Fill", LABEL),
    ("DEV-5", "2026-04-06", "", "Fill", LABEL),
    ("DEV-6", "2026-04-07", "Equipment", "Fill", "Needle bent"),
]
HEADS = "Record No.,Date Discovered,Root Cause,Process Step,Short Description\n"
LOG = HEADS + "".join(",".join(row) + "\n" for row in ROWS)


@pytest.fixture
def begun(desk: Session) -> str:
    """An assessment as of a day that is no long silence after the last record of the log."""
    return begun_on(desk, date(2026, 5, 31))


def asked(look: Opener, begun: str) -> AppTest:
    """The log dropped and its columns confirmed: the page now asks."""
    app = press(press(drop(look("evidence", begun), "B.csv", BATCHES), "Looks right"), "Confirm")
    app = press(press(drop(app, "Log.csv", LOG), "Looks right"), "Confirm")
    assert not app.exception
    return app


def say(app: AppTest, group: int, answer: str) -> AppTest:
    question = next(r for r in app.radio if f"of group {group} the same" in r.label)
    return question.set_value(answer).run()


def recurrence(desk: Session, begun: str) -> tuple[int | None, int | None, str]:
    found = next(m for m in result(desk, begun).measurements if m.metric == "D3")
    return found.events, found.trials, found.remark


def test_a_proposal_shows_records_and_never_texts(look: Opener, desk: Session, begun: str) -> None:
    app = asked(look, begun)
    assert any("2 groups of records without a cause read alike" in m.value for m in app.markdown)
    shown = drawn(app)
    assert all(record in shown for record in ("DEV-1", "DEV-2", "DEV-3", "DEV-4", "DEV-5"))
    assert "DEV-6" not in shown
    assert "alarm" not in shown.lower()
    assert [f.name for f in evidence.kept(desk, begun)] == ["B.csv"]
    assert next(b for b in app.button if b.label.startswith("Keep the file")).disabled


def test_confirmed_split_and_refused(look: Opener, desk: Session, begun: str) -> None:
    """Group 1 is split: DEV-3 is another thing, alone. Group 2 is refused: its records stand alone.

    With a cause DEV-6; compared DEV-1 to DEV-5; again only DEV-2: 1 of 6.
    """
    app = say(asked(look, begun), 1, "Two different things")
    assert next(b for b in app.button if b.label.startswith("Keep the file")).disabled
    parts = next(m for m in app.multiselect if "group 1" in m.label)
    app = say(parts.set_value(["DEV-3 (row 4)"]).run(), 2, "Not the same")
    app = press(app, "Keep the file with 1 confirmed group")
    assert not app.exception
    [_, kept] = evidence.kept(desk, begun)
    said = intake.mapping_of(kept).similar
    assert said is not None
    assert [[place.row for place in group] for group in said] == [[2, 3]]
    table = desk.store.read_table(desk.actor, begun, kept.id)
    assert b"alarm" not in table
    assert recurrence(desk, begun) == (
        *(1, 6),
        "5 of 6 have no cause: compared by description, as a person confirmed",
    )
    assert "compared by description, as a person confirmed" in drawn(app)


def test_without_a_confirmation_nothing_of_it_is_scored(
    look: Opener, desk: Session, begun: str
) -> None:
    app = press(asked(look, begun), "Go on without comparing")
    assert not app.exception
    assert len(evidence.kept(desk, begun)) == 2
    assert recurrence(desk, begun) == (0, 1, "")


def test_refusing_all_is_as_if_nobody_had_compared(look: Opener, desk: Session, begun: str) -> None:
    app = say(say(asked(look, begun), 1, "Not the same"), 2, "Not the same")
    press(app, "Keep the file, no group confirmed")
    assert recurrence(desk, begun) == (0, 1, "")


def test_an_answer_against_an_earlier_one_on_the_same_records_is_asked_about(
    look: Opener, desk: Session, begun: str
) -> None:
    """Q1: DEV-1 to DEV-3 are one event: DEV-2 and DEV-3 come again, 2 of 6 (DEV-6 has a cause).

    Q2 holds the same records and DEV-7 with a cause. Now the three are nothing of one kind: of 7,
    none comes again, whatever the first file says.
    """
    app = say(say(asked(look, begun), 1, "The same again"), 2, "Not the same")
    assert not app.checkbox
    app = press(app, "Keep the file with 1 confirmed group")
    assert recurrence(desk, begun)[:2] == (2, 6)
    again = LOG + "DEV-7,2026-05-07,Equipment,Wash,Belt torn\n"
    app = press(drop(app, "Log Q2.csv", again), "Measure it")
    app = say(say(app, 1, "Not the same"), 2, "Not the same")
    assert not app.exception
    assert (
        "In Log.csv it was confirmed that DEV-1, DEV-2 and DEV-3 are the same event again."
        in drawn(app)
    )
    assert next(b for b in app.button if b.label.startswith("Keep the file")).disabled
    # the same answer as before needs no question
    app = say(app, 1, "The same again")
    assert not app.checkbox
    app = say(app, 1, "Not the same")
    app = press(app.checkbox[0].check().run(), "Keep the file, no group confirmed")
    assert not app.exception
    assert [f.name for f in evidence.kept(desk, begun)] == ["B.csv", "Log.csv", "Log Q2.csv"]
    assert recurrence(desk, begun)[:2] == (0, 7)


def test_an_answer_against_an_earlier_refusal_is_asked_about(
    look: Opener, desk: Session, begun: str
) -> None:
    """Q1: all refused. Q2 holds the same records: DEV-4 and DEV-5 are one event now.

    Of 7, DEV-5 comes again: DEV-1 to DEV-5 were compared, DEV-6 and DEV-7 have a cause.
    """
    app = say(say(asked(look, begun), 1, "Not the same"), 2, "Not the same")
    app = press(app, "Keep the file, no group confirmed")
    again = LOG + "DEV-7,2026-05-07,Equipment,Wash,Belt torn\n"
    app = press(drop(app, "Log Q2.csv", again), "Measure it")
    app = say(say(app, 1, "Not the same"), 2, "The same again")
    assert "In Log.csv it was confirmed that DEV-4 and DEV-5 are not all the same event." in drawn(
        app
    )
    assert next(b for b in app.button if b.label.startswith("Keep the file")).disabled
    press(app.checkbox[0].check().run(), "Keep the file with 1 confirmed group")
    assert recurrence(desk, begun)[:2] == (1, 7)
