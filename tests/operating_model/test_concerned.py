"""What is said to a capability: under its name where it is asked, and against its claim."""

import pytest

from readiness.domain.result import CapabilityResult
from readiness.domain.scale import Level
from readiness.operating_model.concerned import Concerned

WORDS = "people say level {claimed}, and {count} of {of} are missing"


def concerned(
    claimed: Level | None = 4, applicable: bool = True, in_form: bool = True
) -> Concerned:
    shown = CapabilityResult(
        id="OPM-5",
        dimension="OPM",
        applicable=applicable,
        in_form=in_form,
        claimed=claimed,
        rule="4.1",
    )
    return Concerned.of("OPM-5", {"OPM-5": shown})


def test_a_warning_and_a_hint_are_sentences_under_its_name() -> None:
    said = concerned()
    for finding, severity in (
        (said.warn("x", "It is"), "warning"),
        (said.hint("x", "It is"), "hint"),
    ):
        assert (finding.capability, finding.text) == ("OPM-5", "It is.")
        assert finding.severity == severity


@pytest.mark.parametrize(("claimed", "told"), [(None, 0), (2, 0), (3, 1), (5, 1)])
def test_a_claim_counts_from_the_level_of_the_content(claimed: Level | None, told: int) -> None:
    found = list(concerned(claimed).against("x", 3, WORDS, count=2, of=9))
    assert [f.text for f in found] == [
        f"OPM-5: people say level {claimed}, and 2 of 9 are missing."
    ] * told


@pytest.mark.parametrize(("applicable", "in_form"), [(False, True), (True, False)])
def test_where_it_is_not_asked_nothing_is_listed_under_it(applicable: bool, in_form: bool) -> None:
    said = concerned(5, applicable, in_form)
    assert said == Concerned.of("OPM-5", {}) == Concerned(None, None)
    assert said.warn("x", "It is").capability is None
    assert not list(said.against("x", 1, WORDS, count=1, of=1))
