"""What the files of the operating model have in common."""

from readiness.content.shared_checks import once, unfilled, whole
from tests.content.broken import Edit


def test_an_open_brace_is_a_complaint_with_its_place(one: Edit) -> None:
    problem = one("retention.yaml", "{months}", "{months")
    assert problem.message == "a brace of the text is not closed"
    assert problem.row


def test_the_names_that_nothing_fills_in_order() -> None:
    [first, second] = unfilled("{b} and {days} and {a}", {"days", "rows"})
    assert first == ("nothing can be filled in for {a}", "Possible: {days}, {rows}.")
    assert second[0] == "nothing can be filled in for {b}"
    assert list(unfilled("{days}", {"days"})) == []


def test_the_second_of_two_equal_ids_is_named() -> None:
    [complaint] = once("x.yaml", "rows", "row", ["a", "b", "a"])
    assert (complaint.path, complaint.message) == (("rows", 2, "id"), "a stands twice")


def test_a_list_is_whole_in_any_order() -> None:
    assert list(whole("x.yaml", "rows", ["b", "a"], ["a", "b"])) == []
    [complaint] = whole("x.yaml", "rows", ["b"], ["a", "b"])
    assert complaint.advice == "Name each of a, b once."
