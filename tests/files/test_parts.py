"""Parts of an archive: relations by kind and place, the main part, no document type."""

import pytest

from readiness.domain.columns import IntakeErrors
from readiness.domain.errors import InputRefused
from readiness.files.archive import Archive, BrokenArchive, open_archive
from readiness.files.limits import Limits
from readiness.files.opening import open_upload
from readiness.files.parts import main_part, targets, unpack
from tests.files.making import archive, with_part, xlsx

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


def test_a_list_that_claims_millions_is_broken() -> None:
    for claim in (b'<sst uniqueCount="99999999">', b"<x:cellXfs a='1' count = '4294967296'/>"):
        with pytest.raises(BrokenArchive):
            list(unpack("a", opened(**{"a.xml": bytes(70_000) + claim}), IntakeErrors()))
    for harmless in (b'<sst uniqueCount="9999999"/>', bytes(2000) + b'<t>count="99999999"</t>'):
        assert list(unpack("a", opened(**{"a.xml": harmless}), IntakeErrors()))


def test_such_a_list_in_a_workbook_is_refused_before_the_reader_makes_room() -> None:
    styles = "xl/styles.xml"
    data = with_part(
        xlsx({"Log": [["x"]]}),
        styles,
        lambda p: p.replace(b'<cellXfs count="1"', b'<cellXfs count="4294967296"'),
    )
    with pytest.raises(InputRefused) as refused:
        open_upload("a.xlsx", data)
    assert refused.value.problems[0].code == "broken_workbook"
