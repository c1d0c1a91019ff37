"""A confirmed mapping and its entry of ``evidence.yaml``."""

import io

import pytest
from pydantic import ValidationError
from ruamel.yaml import YAML

from readiness.evidence.mapping import FileMapping, LeftOut

WHOLE = FileMapping(
    file="Log.xlsx",
    kind="deviations",
    sheet="Export",
    header_row=4,
    date_format={"closed": "DD/MM/YYYY"},
    columns={"id": "Record No."},
    values={"severity": {"A": "critical", "D": None}},
    leave_out=(LeftOut(rows=(12, 40), reason="test records"),),
)


def test_the_entry_round_trips_through_yaml() -> None:
    stream = io.StringIO()
    YAML(typ="safe").dump(WHOLE.entry(), stream)
    assert FileMapping.model_validate(YAML(typ="safe").load(stream.getvalue())) == WHOLE


def test_the_entry_holds_what_differs_from_the_defaults() -> None:
    assert FileMapping(file="a.xlsx", kind="workbook").entry() == {
        "file": "a.xlsx",
        "kind": "workbook",
    }


def test_one_row_may_stand_without_brackets_and_unknown_keys_are_refused() -> None:
    assert LeftOut.model_validate({"rows": 12, "reason": "x"}).rows == (12,)
    with pytest.raises(ValidationError):
        FileMapping.model_validate({"file": "a", "kind": "deviations", "colums": {}})


def test_the_format_of_a_field() -> None:
    assert WHOLE.date_format_of("closed") == "DD/MM/YYYY"
    assert WHOLE.date_format_of("opened") is None
    assert WHOLE.model_copy(update={"date_format": "X"}).date_format_of("opened") == "X"
