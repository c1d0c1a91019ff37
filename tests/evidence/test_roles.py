"""People reduced to their function, and to nobody in particular without one."""

import pandas as pd

from readiness.domain.tables import TABLES
from readiness.evidence.privacy import Coder
from readiness.evidence.roles import without_columns_of_people, without_people
from tests.evidence.making import as_csv, column, content, intake

LOG = [
    ["When", "Who", "Role", "Kind"],
    ["2026-05-01", "Ina Adler", "MSAT", "Call-out"],
    ["2026-05-02", "Per Holm", "", "Call-out"],
    ["2026-05-03", "Per Holm", "Ola Dahl", "Call-out"],
    ["2026-05-04", "", "MSAT", "Call-out"],
]


def test_a_person_is_the_role_or_somebody_and_no_code_is_made() -> None:
    coder = Coder()
    coder.roles_only = True
    found = intake(as_csv(LOG), coder=coder)
    assert found.file.kind == "interventions"
    # A name in the column of roles is nobody's role; who is not named stays so.
    assert column(found, "person") == ["MSAT", "somebody", "somebody", None]
    assert coder.state() == {}
    assert "note_roles" in {note.code for note in found.notes}
    for name in ("Adler", "Holm", "Dahl"):
        assert name not in str(found)


def test_codes_of_a_kept_table_become_roles() -> None:
    table = pd.DataFrame({"task": ["Fill", "Wash"], "person": ["P01", None]}, dtype=object)
    assert without_people(table, "qualifications")["person"].tolist() == ["somebody", None]
    assert table["person"].tolist() == ["P01", None]


def test_every_column_of_people_is_known_as_one() -> None:
    for kind, spec in content().kinds.items():
        people = {name for name, field in spec.fields.items() if field.look == "person"}
        assert people == set(TABLES[kind].people)


def test_where_one_file_holds_roles_alone_no_file_of_the_kind_tells_people_apart() -> None:
    table = pd.DataFrame({"person": ["a"], "role": ["MSAT"]})
    found = without_columns_of_people(
        [("interventions", table), ("qualifications", table)], frozenset({"interventions"})
    )
    assert [list(one.columns) for _, one in found] == [["role"], ["person", "role"]]
