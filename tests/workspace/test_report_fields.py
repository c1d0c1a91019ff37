"""Overrides with their reasons out of one cell, and back to what is compared."""

import pytest

from readiness.report.exported import Exported
from readiness.workspace.report_fields import (
    Key,
    Said,
    exported_fields,
    fields_of,
    reasons_of,
    stored_fields,
)
from tests.workspace.reporting import REASON, left


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", {}),
        ("why not", {"": "why not"}),
        (REASON, {"P": "seen in two audits", "target": "agreed with the board"}),
        ("for all; P: but this one", {"": "for all", "P": "but this one"}),
        ("R: at 10:30; so it was", {"R": "at 10:30; so it was"}),
    ],
)
def test_the_reasons_in_one_cell_are_told_apart(words: str, found: dict[str, str]) -> None:
    assert reasons_of(words) == found


def test_an_override_has_its_own_reason_or_the_one_of_all() -> None:
    cells = {"p_over": "4", "r_over": "2", "over_reason": "for all; P: but this", "owner": "QA"}
    assert fields_of(cells) == {
        "P": Said("4", "but this"),
        "R": Said("2", "for all"),
        "owner": Said("QA"),
    }


def test_what_is_stored_reads_as_what_was_exported() -> None:
    said = left()[0].assessment
    cells = {
        "p_over": "4", "target_over": "3", "over_reason": REASON,
        "owner": "Supply chain lead", "status": "open", "due": "2027-03-01",
    }  # fmt: skip
    exported = Exported("", "", "", "", "", "", "", "", "", gaps={"CTL-1": cells})
    assert stored_fields(said, ["CTL-1"]) == exported_fields(exported)
    assert Key("CTL-1", "target") in exported_fields(exported)
