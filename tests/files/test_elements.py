"""Elements are told in order, chunk by chunk; what is no XML is said to be none."""

import pytest

from readiness.files.elements import Unreadable, follow

PART = b'<a:log xmlns:a="urn:x"><a:c r="A1">one</a:c></a:log>'


class Told:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.said.append(f"<{name} {attributes.get('r', '')}")

    def end(self, name: str) -> None:
        self.said.append(f">{name}")

    def characters(self, text: str) -> None:
        self.said.append(text)


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_the_cut_of_the_chunks_makes_no_difference(size: int) -> None:
    told = Told()
    follow((PART[at : at + size] for at in range(0, len(PART), size)), told)
    assert "".join(told.said) == "<a:log <a:c A1one>a:c>a:log"


def test_names_with_their_namespace() -> None:
    told = Told()
    follow([PART], told, separator=" ")
    assert told.said[:2] == ["<urn:x log ", "<urn:x c A1"]


@pytest.mark.parametrize(
    "part", [b"", b"<a>", b"<a></b>", b'<?xml version="1.0" encoding="none-such"?><a/>']
)
def test_what_is_no_xml_is_unreadable(part: bytes) -> None:
    with pytest.raises(Unreadable):
        follow([part], Told())


def test_a_follower_may_refuse() -> None:
    class Refuses(Told):
        def start(self, name: str, attributes: dict[str, str]) -> None:
            raise ValueError(name)

    with pytest.raises(Unreadable):
        follow([PART], Refuses())
