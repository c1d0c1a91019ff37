"""The session: content by id, one local owner, a store that opens again."""

from pathlib import Path

import pytest

from readiness.domain.errors import NotFound
from readiness.settings import Settings
from readiness.workspace.assessments import create, listed
from readiness.workspace.session import KEPT_RESULTS, open_workspace
from tests.workspace.desk import begun, session


def test_what_is_stored_is_there_when_opened_again(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "data")
    first = open_workspace(settings)
    create(first, "Maker", "in_vivo", "pivotal")
    first.store.close()
    again = open_workspace(settings)
    assert [line.organisation for line in listed(again)] == ["Maker"]
    assert again.actor == first.actor
    again.store.close()


def test_unknown_content_names_what_there_is() -> None:
    with pytest.raises(NotFound, match="cgt-operational-readiness"):
        session().questionnaire("another")


def test_kept_results_are_bounded() -> None:
    from readiness.workspace.results import result

    desk, id = begun()
    found = result(desk, id)
    for n in range(KEPT_RESULTS + 5):
        desk.keep((id, str(n)), found)
    assert desk.kept((id, "0")) is None
    assert desk.kept((id, str(KEPT_RESULTS + 4))) is found
