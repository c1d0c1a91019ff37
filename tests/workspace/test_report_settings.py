"""Weights, bands and horizon come back as settings; what is content does not."""

from fractions import Fraction

import pytest

from readiness.domain.assessment import Settings
from readiness.domain.errors import InputRefused
from readiness.domain.scale import Rating
from readiness.report.layout import ASSUMPTIONS
from readiness.workspace.report_fields import SETTINGS, Key, Said
from readiness.workspace.report_settings import changed_settings, stored_settings
from tests.workspace.reporting import codes, left, looked, origin, row_of, told_of, typed

P = "P  patient impact"
HORIZON = "Horizon: the stage whose targets make the gaps"


def test_a_weight_a_band_and_the_horizon_come_back() -> None:
    back = looked(
        typed(
            {
                (ASSUMPTIONS, P, ""): 0.6,
                (ASSUMPTIONS, "plan", ""): 12.5,
                (ASSUMPTIONS, HORIZON, ""): "launch",
            }
        )
    )
    assert told_of(back) == {
        (SETTINGS, "weight P"): ("changed", "0.6"),
        (SETTINGS, "band plan"): ("changed", "12.5"),
        (SETTINGS, "horizon"): ("changed", "Launch"),
    }


@pytest.mark.parametrize(
    ("label", "value", "code"),
    [
        (P, 1.5, "RT22"),
        (P, "high", "RT22"),
        (P, None, "RT22"),
        (P, "=1/2", "RT16"),
        ("plan", 120, "RT20"),
        (HORIZON, "Scale", "RT20"),
    ],
)
def test_a_setting_out_of_bounds_is_refused(label: str, value: object, code: str) -> None:
    with pytest.raises(InputRefused) as found:
        looked(typed({(ASSUMPTIONS, label, ""): value}))
    [problem] = found.value.problems
    assert (problem.code, problem.sheet) == (code, ASSUMPTIONS)
    assert problem.row is not None


def test_weights_that_are_all_zero_are_refused() -> None:
    zeros = {
        (ASSUMPTIONS, label, ""): 0
        for label in (P, "R  regulatory risk", "L  lock-in (5 = hardest to undo)")
    }
    with pytest.raises(InputRefused, match="all 0"):
        looked(typed(zeros))


def test_content_comes_back_as_a_proposal_only() -> None:
    def change(book) -> None:
        sheet = book[ASSUMPTIONS]
        row = next(r for r in range(1, 99) if str(sheet.cell(r, 1).value).startswith("D1  "))
        sheet.cell(row, 4).value = 99
        sheet.cell(row_of(sheet, "plan"), 4).value = 7  # the exported value beside an input

    back = looked(typed({}, change))
    assert (back.lines, codes(back)) == ((), ["RT50"])
    assert "D1" in back.notes[0].message


def test_a_sheet_without_its_headings_is_refused() -> None:
    with pytest.raises(InputRefused, match="Weights is gone"):
        looked(typed({}, lambda b: b[ASSUMPTIONS].delete_rows(5)))


def test_weights_in_percent_leave_as_shares_and_are_compared_as_such() -> None:
    before = left()[0]
    weights: dict[Rating, Fraction] = {"P": Fraction(45), "R": Fraction(60), "L": Fraction(45)}
    said = origin(settings=Settings(weights=weights)).assessment
    assert stored_settings(said, before.questionnaire)[Key(SETTINGS, "weight R")] == Said("0.4")
    new = changed_settings(said, before.questionnaire, {"weight P": Said("0.5")})
    assert new.weights == {"P": Fraction(1, 2), "R": Fraction(2, 5), "L": Fraction(3, 10)}
    launch = changed_settings(said, before.questionnaire, {"horizon": Said("Launch")})
    assert (launch.horizon, launch.weights) == ("launch", said.settings.weights)
