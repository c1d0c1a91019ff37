"""Key person, loss of control, spread of copies: each at its border."""

from typing import Any

from readiness.domain.versions import SavedVersion, WorkbookFamily
from readiness.metrics.version_findings import version_findings
from tests.metrics.made import metric

S1, S7 = metric("S1"), metric("S7")


def family(editors: list[str], **more: Any) -> WorkbookFamily:
    versions = tuple(
        SavedVersion(file=f"v{n}", sha256=f"v{n}", editor=code, age_days=100 - n)
        for n, code in enumerate(editors)
    )
    known = [code for code in editors if code]
    top = max(known, key=known.count, default="")
    return WorkbookFamily(
        name="plan.xlsx",
        versions=versions,
        top_editor=top,
        top_saves=known.count(top),
        known_saves=len(known),
        **more,
    )


def kinds(asked: Any, *families: WorkbookFamily) -> list[str]:
    return [found.kind for found in version_findings(asked, families)]


def test_over_nine_tenths_is_a_key_person() -> None:
    # 9 of 10 are not over 90 %, 10 of 11 are (90.9 %)
    assert kinds(S7, family(["E1"] * 9 + ["E2"])) == []
    (found,) = version_findings(S7, [family(["E1"] * 10 + ["E2"])])
    assert found.kind == "key_person"
    assert "E1 saved 10 of 11 versions" in found.text
    assert [row.file for row in found.evidence] == [f"v{n}" for n in range(10)]
    assert {row.key for row in found.evidence} == {"E1"}


def test_two_savings_make_no_key_person() -> None:
    assert kinds(S7, family(["E1", "E1"])) == []
    assert kinds(S7, family(["E1", "E1", "E1"])) == ["key_person"]
    # savings that do not say who are no savings by one
    assert kinds(S7, family(["E1", "E1", "", ""])) == []


def test_more_than_eight_editors_without_a_log_are_a_loss_of_control() -> None:
    assert kinds(S7, family([f"E{n}" for n in range(8)])) == []
    nine = [f"E{n}" for n in range(9)]
    assert kinds(S7, family(nine)) == ["loss_of_control"]
    assert kinds(S7, family(nine, has_log=True)) == []


def test_three_live_copies_are_a_spread() -> None:
    assert kinds(S1, family(["", "", ""], live=("v1", "v2"))) == []
    (found,) = version_findings(S1, [family(["", "", ""], live=("v0", "v1", "v2"))])
    assert found.kind == "copies_spread"
    # ages 100, 99, 98 days
    assert "3 copies are in use, saved 2 days apart" in found.text
    assert [row.file for row in found.evidence] == ["v0", "v1", "v2"]


def test_content_that_does_not_ask_gets_none() -> None:
    assert (
        kinds(metric("S1", parameters={}), family(["E1"] * 9, live=("v0", "v1", "v2", "v3"))) == []
    )
