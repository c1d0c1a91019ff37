"""The result's JSON keeps its contract (formats, *Result*)."""

import json

from readiness.domain.result import Result
from readiness.engine import assess
from tests.made import assessment, everywhere, people, questionnaire

KEYS = {
    "": "engine_version form settings questionnaire as_of inputs_sha256 index index_low index_high "
    "level level_low level_high verdict provisional coverage evidence_coverage fit_for_stage "
    "gap_next_stage distance_to_launch not_assessed steps dimensions capabilities measurements "
    "indices findings gaps roadmap drills hybrid",
    "dimensions": "id score low high",
    "capabilities": "id applicable claimed backing evidenced records final low high rule metrics",
    "measurements": "metric value events exposure trials n low high level level_low level_high "
    "usable soft reason trend rows source",
    "findings": "kind capability metric text evidence",
    "steps": "level met conditions",
}
FOUND = assess(
    assessment(respondents=people("QA"), responses=everywhere(3)), questionnaire(), robustness=False
)
DOCUMENT = json.loads(FOUND.model_dump_json())


def test_the_keys_of_the_format() -> None:
    for name, keys in KEYS.items():
        part = DOCUMENT if not name else DOCUMENT[name][0]
        assert set(keys.split()) <= set(part), name
    assert set(DOCUMENT["gaps"]) == {"next_stage", "launch"}
    assert set(DOCUMENT["indices"]) == {
        "process_instability",
        "documentation_burden",
        "spreadsheet_exposure",
        "heroics",
    }
    assert set(DOCUMENT["questionnaire"]) >= {"id", "version"}


def test_shares_run_from_nought_to_one_unrounded() -> None:
    assert DOCUMENT["coverage"] == 1.0
    assert 0 <= DOCUMENT["fit_for_stage"] <= 1


def test_it_reads_back_and_writes_the_same() -> None:
    text = FOUND.model_dump_json()
    assert Result.model_validate_json(text).model_dump_json() == text
