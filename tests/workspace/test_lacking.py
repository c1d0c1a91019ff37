"""What is needed and what its lack costs, counted from the content."""

from readiness.workspace.lacking import MAIN, kinds_of, lacks, needs, streams_on_file
from tests.made import questionnaire

CONTENT = questionnaire()


def test_every_stream_has_its_kinds_and_every_kind_its_stream() -> None:
    assert set(MAIN) == {s.id for s in CONTENT.streams}
    every = {kind for kinds in MAIN.values() for kind in kinds}
    assert every == set().union(*(kinds_of(m) for m in CONTENT.metrics))


def test_needs_name_people_first_then_each_stream() -> None:
    found = needs(CONTENT)
    assert len(found) == 1 + len(CONTENT.streams)
    assert "8 functions" in found[0].what
    assert "60 %" in found[0].without
    assert all("capabilities" in need.without for need in found[1:])


def test_a_stream_counts_once_a_figure_of_it_can_be_counted() -> None:
    assert streams_on_file(CONTENT, []) == 0
    assert streams_on_file(CONTENT, ["qualifications"]) == 1
    every = {kind for kinds in MAIN.values() for kind in kinds}
    assert streams_on_file(CONTENT, every) == 4


def test_lacks_are_the_kinds_that_would_add_a_figure() -> None:
    nothing = lacks(CONTENT, [], [])
    assert {lack.kind for lack in nothing} == {k for kinds in MAIN.values() for k in kinds}
    counts = [len(lack.metrics) for lack in nothing]
    assert counts == sorted(counts, reverse=True)
    assert sum(bool(lack.index) for lack in nothing) == len(CONTENT.streams)
    everything = [m.id for m in CONTENT.metrics]
    assert lacks(CONTENT, [], everything) == []


def test_a_lack_says_its_cost_in_words() -> None:
    [lack] = [k for k in lacks(CONTENT, [], []) if k.kind == "qualifications"]
    assert lack.metrics == ("H3",)
    assert lack.cost.startswith("Without it: ")
    assert "H3 not measured" in lack.cost
