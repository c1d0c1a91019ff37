"""``assessment.yaml`` as text that reads back equal: a line an entry, as people write it."""

from datetime import date, datetime
from io import StringIO

from pydantic import BaseModel
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.representer import RoundTripRepresenter

from readiness.domain.assessment import Assessment
from readiness.store.codec import to_json

FIRST = ("format", "id", "title", "as_of", "questionnaire", "form", "profile")
ON_ONE_LINE = ("window", "incidents", "hybrid", "settings")
WIDTH = 10_000


def write_assessment(assessment: Assessment) -> str:
    """The text of ``assessment.yaml``; parsing it gives an equal assessment."""
    document = CommentedMap()
    for name in (*FIRST, *(n for n in Assessment.model_fields if n not in FIRST)):
        value = getattr(assessment, name)
        if _is_left_out(assessment, name):
            continue
        if isinstance(value, tuple):
            document[name] = CommentedSeq([row_of(row) for row in value])
        elif isinstance(value, BaseModel):
            document[name] = row_of(value) if name in ON_ONE_LINE else _block(value)
        else:
            document[name] = value
    return _dumped(document)


def as_yaml(model: BaseModel) -> str:
    """The text of a file that holds one value: a line a field, and a line an entry of its lists."""
    document = CommentedMap()
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        if _is_left_out(model, name):
            continue
        rows = isinstance(value, tuple) and all(isinstance(row, BaseModel) for row in value)
        document[info.alias or name] = (
            CommentedSeq([row_of(row) for row in value]) if rows else _plain(value)
        )
    return _dumped(document)


def _dumped(document: CommentedMap) -> str:
    yaml = YAML()
    yaml.Representer = _PlainRepresenter
    yaml.width = WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = StringIO()
    yaml.dump(document, stream)
    return stream.getvalue()


class _PlainRepresenter(RoundTripRepresenter):
    """The same date twice is written twice, not as a reference to the first."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def _block(model: BaseModel) -> CommentedMap:
    block = CommentedMap()
    for name, info in type(model).model_fields.items():
        if not _is_left_out(model, name):
            block[info.alias or name] = _plain(getattr(model, name))
    return block


def row_of(model: BaseModel) -> CommentedMap:
    """An entry of a list, on one line."""
    row = _block(model)
    row.fa.set_flow_style()
    return row


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return row_of(value)
    if isinstance(value, tuple | list):
        items = CommentedSeq([_plain(v) for v in value])
        items.fa.set_flow_style()
        return items
    if isinstance(value, dict):
        row = CommentedMap({key: _plain(v) for key, v in value.items()})
        row.fa.set_flow_style()
        return row
    # A day is one in YAML too; an instant stays text, for YAML forgets its time zone.
    is_day = isinstance(value, date) and not isinstance(value, datetime)
    return value if is_day else to_json(value)


def _is_left_out(model: BaseModel, name: str) -> bool:
    """What says nothing is not written: an empty field that is empty by default."""
    value = getattr(model, name)
    default = type(model).model_fields[name].get_default(call_default_factory=True)
    empty = value is None or value in ("", (), {})
    return (empty or isinstance(value, BaseModel)) and value == default
