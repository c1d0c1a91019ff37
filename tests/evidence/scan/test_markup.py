"""XML of a stranger."""

import pytest

from readiness.evidence.scan.markup import MarkupError, elements


def test_elements_close_from_inside_out_without_namespaces() -> None:
    data = b'<x:a xmlns:x="u" x:k="1"><x:b k="2">two</x:b>one</x:a>'
    assert list(elements(data)) == [("b", {"k": "2"}, "two"), ("a", {"k": "1"}, "one")]


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>',
        b"<!DOCTYPE a><a/>",
        b"<a>",
        b"",
        b"\x00\x01",
        b'<?xml version="1.0" encoding="unheard"?><a/>',
    ],
)
def test_document_types_and_broken_parts_are_refused(data: bytes) -> None:
    with pytest.raises(MarkupError):
        list(elements(data))
