"""After the hour: reasons, the slowest five, who lacked what (domain 6.5)."""

from readiness.domain.drill_run import DrillStamp
from readiness.stress.afterwards import owner_gaps, slowest, why
from readiness.stress.hour import rows_of
from tests.made import questionnaire

RULES = questionnaire().drills
ROWS = rows_of(RULES.scenario("site_down"), RULES)
BY_ID = {row.id: row for row in ROWS}


def stamp(row: str, answer: str, minutes: int) -> DrillStamp:
    """A stamp at so many minutes."""
    return DrillStamp(run="d1", row=row, answer=answer, second=60 * minutes)


def test_reasons_in_words() -> None:
    first = BY_ID["item-1"]  # by 15:00
    assert why(first, None) == "not stamped"
    assert why(first, stamp("item-1", "right", 14)) == "Right at 14:00, in time (by 15:00)"
    assert why(first, stamp("item-1", "right", 21)) == "Right at 21:00, late (by 15:00)"
    assert (
        why(first, stamp("item-1", "right", 31)) == "Right at 31:00, after twice the time (30:00)"
    )
    put_right = stamp("item-1", "wrong", 5).model_copy(update={"reason": "misheard"})
    assert why(first, put_right) == "Wrong at 05:00; corrected: misheard"


def test_the_slowest_five_begin_with_what_never_came() -> None:
    # Past their targets: item 1 by 6, item 5 by 20, item 2 by 1; item 4 in time; 3, 6 to 10 never.
    stamps = {
        s.row: s
        for s in (
            stamp("item-1", "right", 21),
            stamp("item-5", "right", 30),
            stamp("item-2", "partial", 21),
            stamp("item-4", "right", 3),
            *(stamp(f"item-{n}", "right", 1) for n in (6, 7, 8, 9)),
        )
    }
    found = [row.id for row in slowest(ROWS, stamps, "B")]
    assert found[2:] == ["item-5", "item-1", "item-2"]
    assert set(found[:2]) == {"item-3", "item-10"}


def test_a_role_loses_what_it_owns_alone_or_with_others() -> None:
    best = {row.id: stamp(row.id, row.choices[0].id, 1) for row in ROWS}
    assert owner_gaps(ROWS, best, ["QA"]) == []
    del best["item-3"]  # Manufacturing with QC: 3 points
    best["decision-3"] = stamp("decision-3", "incomplete", 5)  # QA: 3 of 5
    gaps = {gap.role: gap for gap in owner_gaps(ROWS, best, ["QA"])}
    assert set(gaps) == {"Manufacturing", "QC", "QA"}
    assert (gaps["QA"].lost, gaps["QA"].rows, gaps["QA"].was_present) == (2, ("C3",), True)
    assert (gaps["QC"].lost, gaps["QC"].of, gaps["QC"].was_present) == (3, 6, False)
