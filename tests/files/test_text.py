"""Delimited text: encodings, delimiters, rows in their place."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.columns import IntakeErrors
from readiness.domain.errors import InputRefused
from readiness.files.limits import Limits
from readiness.files.opened import OpenedFile
from readiness.files.text import decode, find_delimiter, open_text

TABLE = "Nr;Datum;Prüfer\n1;03.04.2025;Größe\n2;05.04.2025;Ä\n"


def opened(data: bytes, limits: Limits | None = None) -> OpenedFile:
    return open_text("a.csv", data, "", limits or Limits(), IntakeErrors())


def code(data: bytes, limits: Limits | None = None) -> tuple[str, int | None]:
    with pytest.raises(InputRefused) as refused:
        opened(data, limits)
    return refused.value.problems[0].code, refused.value.problems[0].row


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "cp1252"),
    ],
)
def test_encodings(encoding: str, found: str) -> None:
    file = opened(TABLE.encode(encoding))
    assert file.encoding == found
    assert file.sheet().rows[1] == ["1", "03.04.2025", "Größe"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    text = TABLE.replace(";", delimiter)
    assert find_delimiter(text) == delimiter
    assert opened(text.encode()).type == ("tsv" if delimiter == "\t" else "csv")


def test_title_lines_and_commas_in_text_do_not_decide() -> None:
    text = "Export, printed on Monday, page 1\n\nNo;Title\n1;wash, repeat\n2;fill, stop, go\n3;x\n"
    assert find_delimiter(text) == ";"


def test_rows_count_as_a_spreadsheet_program_counts_them() -> None:
    rows = opened(b'a,b\n"two\nlines",1\n\nx,2\n').sheet().rows
    assert rows == [["a", "b"], ["two\nlines", "1"], [], ["x", "2"]]


@given(
    st.lists(
        st.lists(st.text("ab;,\t|\"'\n x1é€", min_size=1, max_size=6), min_size=2, max_size=2),
        min_size=3,
        max_size=8,
    ),
)
def test_what_a_program_writes_is_read_back(rows: list[list[str]]) -> None:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";", quoting=csv.QUOTE_ALL).writerows([["id", "text"], *rows])
    assert opened(buffer.getvalue().encode()).sheet().rows == [["id", "text"], *rows]


def test_an_unbalanced_quote_is_refused_instead_of_swallowing_the_rest() -> None:
    assert code(b'a,b\n1,"open\n2,x\n3,y\n') == ("quotes_unbalanced", 2)
    assert code(b'a,b\n1,"in"side\n') == ("quotes_unbalanced", 2)


def test_a_cell_without_end_is_refused() -> None:
    assert code(b'a,b\n1,"' + b"x" * 200_000 + b'"\n')[0] == "cell_too_long"


def test_limits() -> None:
    many = b"a,b,c\n" * 10
    assert code(many, Limits(max_rows=5))[0] == "too_many_rows"
    assert code(many, Limits(max_columns=2)) == ("too_many_columns", 1)
    assert code(many, Limits(max_cells=20))[0] == "too_many_cells"


def test_nothing_but_spaces_is_empty_and_bytes_are_no_text() -> None:
    assert code(b"\xef\xbb\xbf \n\t\n")[0] == "empty_file"
    assert code(b"\x00\x01\x02\x03")[0] == "wrong_type"
    assert decode(b"\x81\x8d") is None
