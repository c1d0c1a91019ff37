"""The sentences about two rounds: level and index of both, and what to know first."""

from dataclasses import replace

from readiness.domain.base import remade
from readiness.domain.result import QuestionnaireStamp
from readiness.report.rounds_lines import lines
from readiness.report.rounds_words import headline, named, remarks, tally
from readiness.workspace.two_rounds import two_rounds
from tests.made import questionnaire, said
from tests.rounds import one

LOW, HIGH = one(said("OPM-1", 1)), one(said("OPM-1", 4, basis="record"))


def test_the_headline_says_what_moved_and_what_stayed() -> None:
    found = two_rounds(LOW, HIGH)
    assert headline(found) == "Overall level still 1, maturity index from 1.00 to 4.00."
    assert headline(two_rounds(LOW, LOW)) == "Nothing moved: the two rounds are the same."
    assert named(found.before) == "Test, as of 22 Nov 2026"


def test_the_tally_counts_the_lines_each_way() -> None:
    found = lines(two_rounds(HIGH, LOW), questionnaire())
    worse = sum(line.direction == "worse" for line in found)
    other = sum(line.direction == "other" for line in found)
    assert worse > 2
    assert tally(found) == f"{worse} worse, 0 better, {other} otherwise changed."


def test_another_content_is_said_whether_it_can_be_judged_or_not() -> None:
    newer = replace(LOW, questionnaire=remade(questionnaire(), version="2099.1", sha256="new"))
    (words,) = remarks(two_rounds(LOW, newer))
    assert "later one with 2099.1" in words
    then = QuestionnaireStamp(id=questionnaire().id, version="2020.1", sha256="old")
    (words,) = remarks(two_rounds(LOW, HIGH, then))
    assert words.startswith("The earlier round was judged with content 2020.1")
    assert "moves nothing" in words


def test_another_modality_and_carried_levels_are_said() -> None:
    carried = [
        {"metric": metric, "level": 3, "measured_on": "2026-11-22"} for metric in ("H1", "D1")
    ]
    other = one(profile={"modality": "in_vivo"}, carried=carried)
    modality, kept = remarks(two_rounds(LOW, other))
    assert "not comparable" in modality
    assert kept.startswith("Two metrics of the later round carry")
    assert list(remarks(two_rounds(LOW, HIGH))) == []
