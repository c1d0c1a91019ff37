"""The last results are found by what was judged, and by nothing else."""

from readiness.engine import assess
from readiness.workspace.answers import answer
from readiness.workspace.recent import KEPT, Recent
from readiness.workspace.results import state
from tests.workspace.desk import begun


def test_found_by_equal_answers_and_the_same_files_alone() -> None:
    desk, id = begun()
    now = state(desk, id)
    result = assess(now.assessment, now.questionnaire, robustness=False)
    recent = Recent()
    recent.keep(id, 1, now.assessment, result)
    assert recent.find(id, 1, now.assessment.model_copy(deep=True)) is result
    assert recent.find(id, 2, now.assessment) is None
    assert recent.find("another", 1, now.assessment) is None
    answer(desk, id, "OPM-1", "team", level=2)
    assert recent.find(id, 1, state(desk, id).assessment) is None


def test_the_oldest_goes() -> None:
    desk, id = begun()
    now = state(desk, id)
    result = assess(now.assessment, now.questionnaire, robustness=False)
    recent = Recent()
    for files in range(KEPT + 1):
        recent.keep(id, files, now.assessment, result)
    assert recent.find(id, 0, now.assessment) is None
    assert recent.find(id, KEPT, now.assessment) is result
