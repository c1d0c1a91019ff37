"""The ending of a name chooses the kind of file."""

from datetime import date
from pathlib import Path

import pytest

from readiness.domain.errors import InputRefused
from readiness.workspace.plan_output import check_ending, plan_file
from tests.report.plans import plan

AS_OF = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("ending", "begins"), [(".csv", b"\xef\xbb\xbfwave"), (".ics", b"BEGIN:"), (".xlsx", b"PK")]
)
def test_three_kinds(ending, begins):
    check_ending(Path(f"roadmap{ending}"))
    assert plan_file(plan(), ending, "Maker", AS_OF).startswith(begins)


def test_another_kind_is_refused_with_the_three():
    with pytest.raises(InputRefused, match=r"\.xlsx, \.csv, \.ics"):
        check_ending(Path("roadmap.pdf"))
    with pytest.raises(InputRefused):
        plan_file(plan(), ".pdf", "Maker", AS_OF)
