"""Why a figure is missing is told without the names of the program."""

import pytest

from readiness.domain.tables import TABLES
from readiness.metrics.registry import unmet
from readiness.ui.evidence_missing import in_words
from tests.evidence.making import content


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (
            "column deviations.step missing",
            "the deviation log has no column for process step or area",
        ),
        ("no file of batches", "no batch register"),
        ("no file of booking changes", "no log of rebookings"),
        ("no row in the window", "no row in the window"),
    ],
)
def test_in_words(reason: str, said: str) -> None:
    assert in_words(reason, content()) == said


def test_every_lack_of_a_file_or_column_is_put_in_words() -> None:
    for kind, spec in TABLES.items():
        lack = in_words(unmet((kind,), {}, ()) or "", content())
        assert lack == f"no {content().kinds[kind].name}"
        for name in spec.columns:
            missing = in_words(f"column {kind}.{name} missing", content())
            assert missing.startswith(f"the {content().kinds[kind].name} has no column for ")
            assert "_" not in missing
