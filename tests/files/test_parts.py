"""Parts of an archive: relations by kind and place, the main part, no document type."""

import pytest

from readiness.domain.columns import IntakeErrors
from readiness.domain.errors import InputRefused
from readiness.files.archive import Archive, open_archive
from readiness.files.limits import Limits
from readiness.files.parts import main_part, targets, unpack
from tests.files.making import archive

RELATIONS = (
    b'<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/xl/book.xml"/>'
    b'<Relationship Id="b" Type="x/worksheet" Target="../s.xml"/>'
    b'<Relationship Id="c" Type="x/link" Target="http://x" TargetMode="External"/></Relationships>'
)


def opened(**parts: bytes) -> Archive:
    data = archive({name.replace("__", "/"): part for name, part in parts.items()})
    return open_archive("a", data, Limits(), IntakeErrors())


def test_relations_lead_to_parts_and_never_outside() -> None:
    book = opened(**{"xl___rels/book.xml.rels".replace("___", "/_"): RELATIONS})
    assert targets(book, "xl/book.xml") == {
        "a": ("officeDocument", "xl/book.xml"),
        "b": ("worksheet", "s.xml"),
    }
    assert targets(book, "other.xml") == {}


def test_the_main_part_is_the_named_one_else_the_usual_one() -> None:
    assert main_part(opened(**{"_rels/.rels": RELATIONS}), "usual") == "xl/book.xml"
    assert main_part(opened(a=b""), "usual") == "usual"


def test_every_part_is_unpacked_once_and_a_document_type_refused() -> None:
    parts = {"a.xml": b"<x/>", "b.bin": b"<!DOCTYPE x>"}
    assert dict(unpack("a", opened(**parts), IntakeErrors())) == parts
    with pytest.raises(InputRefused) as refused:
        list(unpack("a", opened(**{"a.rels": b"<!DOCTYPE x>"}), IntakeErrors()))
    assert refused.value.problems[0].code == "document_type"
