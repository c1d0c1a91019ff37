"""YAML 1.2 with every duplicate key named, and the line of any value."""

from readiness.content.reading import read


def test_no_stays_text_and_numbers_stay_numbers() -> None:
    source, problems = read("a.yaml", b"a: No\nb: on\nc: 0.80\nd: yes\ne: true\nf: 012\n")
    assert not problems
    assert source.values == {"a": "No", "b": "on", "c": 0.8, "d": "yes", "e": True, "f": 12}


def test_every_duplicate_key_has_its_line() -> None:
    text = b"# head\na: 1\nb:\n  c: 1\n  c: 2\na: 2\nl:\n  - {x: 1, x: 2}\n"
    source, problems = read("a.yaml", text)
    assert [(p.row, p.found) for p in problems] == [(5, "c"), (6, "a"), (8, "x")]
    assert str(problems[1]) == (
        "a.yaml:6: the key 'a' stands here a second time. Keep one of them; the first is in line 2"
    )
    assert source.values is not None


def test_broken_yaml_names_the_line() -> None:
    _, [problem] = read("a.yaml", b'a: 1\nb: "open\nc: 2\n')
    assert problem.row is not None
    assert problem.row >= 2
    assert problem.message.startswith("this is no YAML")
    assert "quotation mark" in problem.advice


def test_not_utf_8() -> None:
    _, [problem] = read("a.yaml", "a: é".encode("latin-1"))
    assert problem.message == "the file is not UTF-8 text"
    assert problem.advice == "Save it as UTF-8."


def test_byte_order_mark_is_no_error() -> None:
    source, problems = read("a.yaml", b"\xef\xbb\xbfa: 1\n")
    assert (source.values, problems) == ({"a": 1}, ())


def test_empty_file() -> None:
    _, [problem] = read("a.yaml", b"# only words\n")
    assert (problem.row, problem.message) == (1, "the file is empty")


def test_control_character() -> None:
    _, [problem] = read("a.yaml", b"a: \x01\n")
    assert problem.message.startswith("this is no YAML")


def test_line_of_a_value_and_of_what_is_nearest() -> None:
    source, _ = read("a.yaml", b"# head\na:\n  - x: 1\n    y: 2\n  - z\n")
    assert source.line(()) == 1
    assert source.line(("a",)) == 2
    assert source.line(("a", 0)) == 3
    assert source.line(("a", 0, "y")) == 4
    assert source.line(("a", 1)) == 5
    assert source.line(("a", 0, "missing", 3)) == 3
    assert source.line(("a", 9)) == 2


def test_line_in_a_file_that_cannot_be_read() -> None:
    source, _ = read("a.yaml", b"a: [1\n")
    assert source.line(("a",)) == 1
    assert not list(source.duplicates())
