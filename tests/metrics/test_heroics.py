"""Stream H by hand: each figure with its arithmetic, borders included."""

from datetime import date
from fractions import Fraction

import pandas as pd
import pytest

from readiness.scoring.intervals import poisson
from tests.metrics.made import batches, keys, observe, placed, table

# Four weeks after the last call: by then nobody takes the log for one that ended.
NOW = date(2026, 2, 9)
CALLS = table(
    """
    at          kind         person  batch  planned
    2026-01-06  after_hours  a       B1     no
    2026-01-07  after_hours  a       B1     yes
    2026-01-08  after_hours  b       B2     -
    2026-01-09  call_out     c       B2     no
    2026-01-10  expedite     a       -      no
    2026-01-11  expedite     -       -      no
    2025-02-08  after_hours  a       -      no
    2026-01-12  expedite     a       -      no
    """
)


@pytest.mark.parametrize(("id", "events"), [("H1", 2), ("H5", 1), ("H7", 3)])
def test_interventions_of_a_kind_over_batches(id: str, events: int) -> None:
    # H1: two unplanned ones in the window (a blank mark is not planned); H5: one; H7: three
    seen = observe(id, NOW, interventions=CALLS, batches=batches(5))
    assert (seen.events, seen.exposure, seen.value) == (events, 5, Fraction(events, 5))


def test_h1_leaves_planned_and_older_ones_out() -> None:
    seen = observe("H1", NOW, interventions=CALLS, batches=batches(5))
    assert [row.row for row in seen.rows] == [2, 4]
    assert {row.row: row.note for row in seen.left_out if row.file == "log.xlsx"} == {
        3: "planned",
        8: "outside the window",
        **dict.fromkeys((5, 6, 7, 9), "another kind of intervention"),
    }


class TestH5:
    ROLES = table(
        """
        at          kind         role             planned
        2026-01-06  call_out     Lead_scientist   no
        2026-01-07  call_out     MSAT             no
        2026-01-08  call_out     QC_Technician    no
        2026-01-09  call_out     shift-operator   no
        2026-01-10  call_out     Head_of_QA       yes
        2026-01-11  after_hours  Lead_scientist   no
        """
    )

    def test_counts_those_above_the_bench(self) -> None:
        seen = observe("H5", NOW, interventions=self.ROLES, batches=batches(5))
        # the scientist and MSAT; the technician and the operator stand at the bench; one call-out
        # was planned, one row is no call-out. 2 / 5
        assert (seen.events, seen.value, seen.not_scored) == (2, Fraction(2, 5), None)
        assert seen.beside == {"call-outs at the bench": 2, "without a role": 0}
        assert [(r.row, r.note) for r in seen.left_out if r.file == "log.xlsx"] == [
            *[(4, "a role at the bench"), (5, "a role at the bench")],
            *[(6, "planned"), (7, "another kind of intervention")],
        ]

    def test_without_roles_it_is_shown_and_not_scored(self) -> None:
        bare = self.ROLES.drop(columns="role")
        seen = observe("H5", NOW, interventions=bare, batches=batches(5))
        assert (seen.events, seen.value) == (4, Fraction(4, 5))
        assert "nobody can tell who was called" in seen.not_scored

    @pytest.mark.parametrize(("blank", "scored"), [(1, True), (2, False)])
    def test_more_than_a_tenth_without_a_role_is_not_scored(self, blank: int, scored: bool) -> None:
        calls = pd.DataFrame(
            {
                "at": pd.date_range("2026-01-06", periods=10),
                "kind": "call_out",
                "role": ["MSAT"] * (10 - blank) + [None] * blank,
            }
        )
        seen = observe("H5", NOW, interventions=placed(calls), batches=batches(5))
        # of ten: one blank is a tenth, which is not more than a tenth
        assert (seen.events, seen.not_scored is None) == (10 - blank, scored)


def test_without_any_a_count_is_zero_and_not_missing() -> None:
    seen = observe("H5", interventions=CALLS.iloc[:0], batches=batches(5))
    assert (seen.events, seen.value, seen.high) == (0, 0, poisson(0, 5, 0.80)[1])


class TestH2:
    def test_is_the_share_of_the_two_most_frequent(self) -> None:
        people = "aaaaaaabbbbbccccddde"
        seen = observe("H2", interventions=by(people))
        # 7 + 5 of 20
        assert (seen.events, seen.trials, seen.n, seen.value) == (12, 20, 20, 60)
        assert seen.low <= 60 <= seen.high
        # five persons: at least 2 of 5
        assert seen.beside == {"persons": 5, "least share reachable, %": 40}

    def test_names_change_nothing_but_a_tie_is_settled(self) -> None:
        one, other = (observe("H2", interventions=by(people)) for people in ("aabbcc", "xxyyzz"))
        assert (one.value, one.low, one.high) == (other.value, other.low, other.high)
        assert one.value == Fraction(200, 3)

    def test_one_person_has_it_all(self) -> None:
        seen = observe("H2", interventions=by("aaaa"))
        assert (seen.value, seen.low, seen.high) == (100, 100, 100)

    def test_rows_without_a_person_are_left_out(self) -> None:
        seen = observe("H2", interventions=CALLS)
        # in the window, unplanned, named: a b c a a: a and b 4 of 5 (b before c in a tie)
        assert (seen.events, seen.trials) == (4, 5)

    def test_nobody_named_is_no_figure(self) -> None:
        nobody = CALLS.assign(person=None)
        assert observe("H2", interventions=nobody).missing is not None


class TestH3:
    def matrix(self, text: str) -> pd.DataFrame:
        return table("task person qualified_until\n" + text)

    def test_counts_tasks_with_one_qualified_person_or_none(self) -> None:
        listed = self.matrix(
            """
            thaw  a  -
            thaw  b  2026-06-30
            wash  a  -
            wash  c  2026-06-29
            fill  a  2026-01-01
            fill  -  -
            test  a  -
            test  a  -
            test  b  -
            test  c  -
            """
        )
        seen = observe("H3", qualifications=listed)
        # thaw: a, and b to this very day. wash: c ended yesterday, one left. fill: nobody. test:
        # a b c. Single: wash and fill, 2 of 4
        assert (seen.events, seen.trials, seen.value) == (2, 4, 50)
        assert (seen.low, seen.level) == (None, None)
        assert seen.beside == {"least cover of a task, persons": 0, "tasks without anybody": 1}

    @pytest.mark.parametrize(("third", "level"), [("c", 5), ("b", None)])
    def test_cover_of_three_everywhere_is_level_5(self, third: str, level: int | None) -> None:
        listed = self.matrix(f"thaw a -\nthaw b -\nthaw {third} -")
        seen = observe("H3", qualifications=listed)
        assert (seen.value, seen.level) == (0, level)

    def test_an_empty_matrix_is_no_figure(self) -> None:
        assert observe("H3", qualifications=self.matrix("- a -")).missing is not None


class TestH4:
    def test_is_the_sum_of_squared_shares(self) -> None:
        seen = observe("H4", interventions=by("aaaaabbbcc"))
        # (25 + 9 + 4) / 100 = 0.38
        assert (seen.value, seen.n) == (Fraction(38, 100), 10)
        # 0.38 - 0.62/9; (0.38 - 1/3)/(2/3); Gini of 2 3 5: 2(1*2+2*3+3*5)/(3*10) - 4/3 = 0.2
        assert seen.beside["corrected for small n"] == pytest.approx(0.38 - 0.62 / 9)
        assert seen.beside["normalised"] == pytest.approx((0.38 - 1 / 3) / (2 / 3))
        assert seen.beside["Gini coefficient"] == pytest.approx(0.2)
        assert seen.low <= 0.38 <= seen.high

    def test_one_person_is_complete_concentration(self) -> None:
        seen = observe("H4", interventions=by("a"))
        assert (seen.value, seen.low, seen.high) == (1, 1, 1)


class TestH6:
    REGISTER = table(
        """
        batch  started     disposition_date
        B1     2026-01-05  2026-02-05
        B2     2026-01-12  2026-02-12
        B3     2026-01-19  -
        B4     2026-01-26  2026-07-01
        """
    )
    ASKED = table(
        """
        at          kind       exception_type  hours_to_decision
        2026-02-01  exception  waiver          4
        2026-02-02  exception  late_entry      10
        2026-02-03  exception  waiver          -
        2026-02-04  expedite   -               -
        """
    )

    def test_is_exceptions_over_dispositions(self) -> None:
        seen = observe("H6", date(2026, 2, 28), interventions=self.ASKED, batches=self.REGISTER)
        # three exceptions; disposed in the window B1 and B2. 3 / 2
        assert (seen.events, seen.exposure, seen.value) == (3, 2, Fraction(3, 2))
        assert seen.beside == {"types of exception": 2, "hours to a decision, median": 7}

    def test_without_dispositions_it_is_not_measured(self) -> None:
        seen = observe("H6", interventions=self.ASKED, batches=self.REGISTER.iloc[2:])
        assert seen.missing == "no batch with “disposition date” in the window"


class TestH8:
    def test_is_the_median_age_of_what_is_still_needed(self) -> None:
        listed = table(
            """
            id  began       needed_until
            W1  2026-06-20  -
            W2  2026-05-31  2026-07-01
            W3  2026-03-22  -
            W4  2026-01-01  2026-06-30
            W5  2026-07-01  -
            """
        )
        seen = observe("H8", workarounds=listed)
        # 10, 30, 100 days; W4 ended today, W5 has not begun
        assert keys(seen) == ["W1", "W2", "W3"]
        assert (seen.value, seen.n) == (30, 3)
        assert seen.beside["oldest, days"] == 100

    def test_none_open_is_no_figure(self) -> None:
        listed = table("id began needed_until\nW1 2026-01-01 2026-02-01")
        assert observe("H8", workarounds=listed).missing == "no open workaround is listed"


def by(people: str) -> pd.DataFrame:
    """One intervention a letter, a day apart."""
    days = pd.date_range("2026-01-05", periods=len(people))
    return placed(pd.DataFrame({"at": days, "kind": "call_out", "person": list(people)}))
