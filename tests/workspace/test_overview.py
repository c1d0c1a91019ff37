"""The list of assessments: what each says at a glance, in every state."""

from dataclasses import replace
from pathlib import Path

import pytest

from readiness.settings import Settings
from readiness.workspace.answers import answer
from readiness.workspace.assessments import create
from readiness.workspace.overview import (
    found,
    glances,
    in_words,
    later_fields,
    place_of_data,
    questions_for,
    where,
)
from tests.made import questionnaire
from tests.workspace.desk import begun
from tests.workspace.northgate import with_example


def test_a_finished_one_shows_verdict_and_index_with_bounds(tmp_path: Path) -> None:
    desk, _ = with_example(tmp_path)
    [glance] = glances(desk, found(desk))
    assert glance.is_done
    assert glance.level == 2
    assert glance.verdict == "Clinical, stabilised"
    assert glance.figures.startswith("Index 2.00 (1.66 to")
    assert (glance.line.answered, glance.line.asked) == (50, 50)
    assert (glance.logs, glance.of_logs) == (4, 4)


def test_one_that_was_begun_says_so() -> None:
    desk, _ = begun()
    [glance] = glances(desk, found(desk))
    assert (glance.verdict, glance.figures, glance.level) == ("Not started", "No answer yet", None)


def test_one_halfway_shows_no_level() -> None:
    desk, id = begun()
    for capability in ("OPM-1", "OPM-2"):
        answer(desk, id, capability, "team", level=2)
    [glance] = glances(desk, found(desk))
    assert glance.level is None
    assert glance.verdict == "Not enough known"
    assert glance.figures == "4 % known, no drill"


def test_one_of_another_questionnaire_stays_in_the_list() -> None:
    desk, _ = begun()
    elsewhere = replace(desk, questionnaires={"other": questionnaire()})
    [glance] = glances(elsewhere, found(elsewhere))
    assert "cgt-operational-readiness" in glance.trouble
    assert glance.verdict == "Cannot be opened"
    assert glance.figures == glance.trouble
    assert "autologous" in glance.about


def test_find_looks_at_title_and_organisation() -> None:
    desk, _ = begun()
    create(desk, "Helix Vale", "in_vivo", "pivotal")
    assert [row.title for row in found(desk, "HELIX")] == ["Helix Vale"]
    assert len(found(desk)) == 2


def test_counts_come_from_the_content() -> None:
    content = questionnaire()
    assert questions_for(content, "autologous", "full") == len(content.capabilities)
    assert questions_for(content, "in_vivo", "full") < len(content.capabilities)
    assert questions_for(content, "autologous", "short") < len(content.capabilities)
    assert later_fields() == 9
    assert (in_words(8), in_words(12)) == ("eight", "12")


@pytest.mark.parametrize(
    ("url", "place", "said"),
    [
        (None, "data", "on this computer"),
        ("postgresql://me:secret@db.example/x", "the database on db.example", "on your server"),
    ],
)
def test_place_of_the_data_never_shows_a_password(
    tmp_path: Path, url: str | None, place: str, said: str
) -> None:
    desk, _ = begun()
    desk = replace(desk, settings=Settings(data_dir=tmp_path / "data", database_url=url))
    assert place_of_data(desk).endswith(place)
    assert "secret" not in place_of_data(desk)
    assert where(desk) == said
