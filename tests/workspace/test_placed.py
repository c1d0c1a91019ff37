"""YAML with its lines."""

import pytest

from readiness.domain.errors import InputRefused
from readiness.workspace.placed import read_placed, say_where

TEXT = """\
a: 1
b:
  - {c: x, d: 2}
  - c: y
"""


def refused(text: str) -> list[str]:
    with pytest.raises(InputRefused) as error:
        read_placed(text, "f.yaml")
    return [str(problem) for problem in error.value.problems]


def test_values_are_plain_and_lines_are_known():
    placed = read_placed(TEXT, "f.yaml")
    assert placed.value == {"a": 1, "b": [{"c": "x", "d": 2}, {"c": "y"}]}
    assert placed.line(("b", 0, "d")) == 3
    assert placed.line(("b", 1, "c")) == 4
    assert placed.line(("b", 1, "missing", "deeper")) == 4
    assert placed.line(("missing",)) == 1


def test_words_stay_words_as_yaml_1_2_has_it():
    assert read_placed("{a: yes, b: no, c: on, d: 012, e: 1e3}", "").value["a"] == "yes"


def test_keys_that_stand_twice_are_refused_each_with_its_line():
    assert refused("a: 1\nb: {c: 1, c: 2}\na: 2\n") == [
        "f.yaml:2: b, c stands here twice. Keep one",
        "f.yaml:3: a stands here twice. Keep one",
    ]


def test_references_tags_and_odd_keys_are_refused():
    assert "references" in refused("a: &x [1]\nb: *x\n")[0]
    assert refused("? [b]\n: 1\n") == ["f.yaml:1: A key is a word or a number"]
    assert read_placed("a: !!python/object:os.system {b: 1}", "").value == {"a": {"b": 1}}
    assert "no value" in refused("a: !thing 3\n")[0]


def test_broken_text_has_a_line():
    assert refused("a: 1\nb: [1, 2\nc: 3\n")[0].startswith("f.yaml:3: This is no YAML")
    assert refused("a: \x00")
    assert refused("[" * 5000)
    assert refused("a: " + "9" * 5000)


def test_two_documents_are_one_too_many():
    assert refused("a: 1\n---\nb: 2\n")


def test_a_place_is_said_in_words():
    assert say_where(("responses", 2, "level")) == "responses, entry 3, level"
