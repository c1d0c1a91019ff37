"""Deviations without a cause: proposed by their descriptions, kept as groups, never as texts."""

from datetime import date
from typing import Any

from readiness.domain.tables import ALIKE, ALONE
from readiness.evidence.intake import Intake
from readiness.evidence.mapping import FileMapping, Place
from readiness.evidence.resembling import is_compared, propose
from readiness.evidence.storing import from_bytes, storable, to_bytes
from tests.evidence.making import as_csv, content, intake

HEADS = ("Record No.", "Date Discovered", "Root Cause", "Process Step", "Short Description", "Lot")
ROWS: list[tuple[Any, ...]] = [
    ("DEV-1", "2026-01-05", "", "Wash", "Wash pump alarm at harvest, bag held", "P001"),
    ("DEV-2", "2026-01-06", "Equipment", "Wash", "Wash pump alarm at harvest, bag held", "P002"),
    ("DEV-3", "2026-02-05", "", "Wash", "Alarm of the wash pump at harvest, held bag", "P003"),
    ("DEV-4", "2026-02-06", "none found", "Fill", "Vial label smudged", "P004"),
    ("DEV-5", "2026-03-05", "", "", "", "P005"),
    ("DEV-6", "2026-03-06", "", "Fill", "Wash pump alarm at harvest, bag held", "P006"),
]


def taken(**changed: Any) -> Intake:
    return intake(as_csv([HEADS, *ROWS]), **changed)


def test_records_without_a_cause_are_compared_and_put_to_a_person() -> None:
    """DEV-2 has a cause, DEV-5 no description; DEV-6 is of another step."""
    found = propose(taken().table, content())
    assert (found.compared, found.too_many) == (4, False)
    (group,) = found.groups
    assert [record.record for record in group] == ["DEV-1", "DEV-3"]
    first = group[0]
    assert (first.place, first.discovered) == (Place(row=2), date(2026, 1, 5))
    assert (first.batches, first.step) == (("P001",), "Wash")
    assert "pump" not in repr(found)


def test_nothing_is_kept_before_a_person_confirms() -> None:
    assert ALIKE not in taken().table
    assert ALIKE not in taken(similar=()).table


def test_a_confirmed_group_is_kept_without_its_texts() -> None:
    found = taken(similar=((Place(row=2), Place(row=4)),))
    codes = found.table[ALIKE].tolist()
    assert codes == [codes[0], None, codes[0], ALONE, None, ALONE]
    assert codes[0].startswith(found.file.sha256[:12])
    stored = to_bytes(storable(found.table))
    again = from_bytes(stored)
    assert again[ALIKE].tolist() == codes
    assert "description" not in again
    assert not any("pump" in str(cell) for name in again for cell in again[name])


def test_what_was_said_is_part_of_the_mapping() -> None:
    said = taken(similar=((Place(row=2), Place(row=4)),)).mapping
    assert said.entry()["similar"] == [[{"row": 2}, {"row": 4}]]
    assert FileMapping.model_validate(said.entry()) == said


def test_too_many_are_not_compared() -> None:
    few = content().model_copy(
        update={"thresholds": content().thresholds.model_copy(update={"alike_most": 1})}
    )
    found = propose(taken().table, few)
    assert (found.groups, found.too_many, found.compared) == ((), True, 4)


def test_a_log_without_descriptions_has_nothing_to_compare() -> None:
    table = taken().table.drop(columns="description")
    assert not is_compared(table).any()
    assert propose(table, content()).groups == ()
    whole = taken().table.drop(columns="cause")
    assert is_compared(whole).tolist() == [True, True, True, True, False, True]
