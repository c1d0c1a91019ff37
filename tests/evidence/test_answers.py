"""The same records in several files: contradictions are found, and one answer holds."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from readiness.domain.evidence import EvidenceFile
from readiness.domain.tables import ALIKE, ALONE
from readiness.evidence.answers import Answered, Contradiction, answered, contradictions
from readiness.evidence.mapping import Place
from readiness.evidence.overlaps import Part, without_overlaps
from readiness.evidence.resembling import Resembling
from tests.evidence.making import content

LIMITS = content().thresholds


def record(number: int) -> Resembling:
    return Resembling(Place(row=number + 1), f"D{number}", None, (), "")


ONE, TWO, THREE = record(1), record(2), record(3)
EARLIER = Answered("Q1.csv", {"D1": "a.1", "D2": "a.1", "D3": ALONE})


def test_what_was_the_same_again_and_is_not_now() -> None:
    refused = contradictions([[ONE], [TWO]], [EARLIER])
    assert refused == [Contradiction("Q1.csv", ("D1", "D2"), together=True)]


def test_what_stood_alone_and_is_the_same_again_now() -> None:
    """D3 stood alone: together with either of the others it is now what it was not then."""
    found = contradictions([[ONE, TWO, THREE]], [EARLIER])
    assert found == [Contradiction("Q1.csv", ("D1", "D2", "D3"), together=False)]
    # two that stood alone each were not the same as one another
    apart = Answered("Q1.csv", {"D1": ALONE, "D2": ALONE})
    assert contradictions([[ONE, TWO]], [apart]) == [Contradiction("Q1.csv", ("D1", "D2"), False)]


def test_answers_that_agree_or_concern_other_records_are_no_contradiction() -> None:
    assert contradictions([[ONE, TWO], [THREE]], [EARLIER]) == []
    assert contradictions([[TWO, record(8)], [record(9)]], [EARLIER]) == []


def table(rows: Mapping[str, str | None]) -> pd.DataFrame:
    frame = pd.DataFrame({"id": list(rows), ALIKE: list(rows.values())}, dtype=object)
    return frame.assign(_file="a.csv", _sheet=None, _row=range(2, 2 + len(rows)))


def test_a_table_tells_what_was_answered() -> None:
    assert answered("a.csv", table({"D1": "a.1", "D2": None})) == Answered("a.csv", {"D1": "a.1"})
    assert answered("a.csv", table({"D1": None})) is None
    assert answered("a.csv", table({"D1": "a.1"}).drop(columns=ALIKE)) is None


def test_a_refusal_is_an_answer_though_no_group_was_confirmed() -> None:
    """D1 and D2 stand in rows 2 and 3: proposed and refused, they were said to be two events."""
    frame = part("a.csv", {"D1": None, "D2": None, "D3": None}, "2026-03-01")[1].drop(columns=ALIKE)
    said = answered("a.csv", frame, [[Place(row=2), Place(row=3)]])
    assert said == Answered("a.csv", {"D1": ALONE, "D2": ALONE})
    assert contradictions([[ONE, TWO]], [said]) == [Contradiction("a.csv", ("D1", "D2"), False)]
    assert contradictions([[ONE], [TWO]], [said]) == []
    assert answered("a.csv", frame, [[Place(row=2, sheet="Jan")]]) is None


def part(name: str, rows: Mapping[str, str | None], last: str) -> Part:
    frame = table(rows)
    frame["discovered"] = pd.Timestamp("2026-01-05")
    frame["_file"] = name
    day = date.fromisoformat(last)
    sha = name[0] * 64
    return EvidenceFile(name=name, sha256=sha, kind="deviations", rows=len(rows), last=day), frame


def groups(*parts: Part) -> dict[str, str]:
    tables, _ = without_overlaps(parts, LIMITS)
    return {
        record: code
        for _, frame in tables
        for record, code in zip(frame["id"], frame[ALIKE], strict=True)
    }


A = part("a.csv", {"D1": "a.1", "D2": "a.1"}, "2026-03-01")


def test_groups_of_two_files_meet_in_the_record_that_both_hold() -> None:
    """D1 and D2 are one event, D2 and D3 are one event: all three are."""
    b = part("b.csv", {"D2": "b.1", "D3": "b.1"}, "2026-06-01")
    assert groups(A, b) == {"D1": "b.1", "D2": "b.1", "D3": "b.1"}
    assert len(set(groups(b, A).values())) == 1


def test_the_last_answer_holds_whichever_file_reaches_further() -> None:
    apart = {"D1": ALONE, "D2": ALONE}
    assert groups(A, part("b.csv", apart, "2026-06-01")) == apart
    assert groups(A, part("b.csv", apart, "2026-01-31")) == apart
    # and the other way round, when the file that keeps them together came last
    assert set(groups(part("b.csv", apart, "2026-06-01"), A).values()) == {"a.1"}


def test_a_group_torn_apart_later_draws_nobody_along() -> None:
    """Of D0, D1 and D2 the later file says that D1 and D2 are two things: D0 stays as it was."""
    a = part("a.csv", {"D0": "a.1", "D1": "a.1", "D2": "a.1"}, "2026-03-01")
    b = part("b.csv", {"D1": "b.1", "D2": "b.2", "D3": "b.1", "D4": "b.2"}, "2026-06-01")
    found = groups(a, b)
    assert found == {"D0": "a.1", "D1": "b.1", "D2": "b.2", "D3": "b.1", "D4": "b.2"}


def test_codes_of_groups_are_no_difference_between_files() -> None:
    b = part("b.csv", {"D1": "b.1", "D2": "b.1"}, "2026-06-01")
    _, [overlap] = without_overlaps([A, b], LIMITS)
    assert (len(overlap.agree), len(overlap.differ)) == (2, 0)
