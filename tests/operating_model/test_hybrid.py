"""Fragmentation flags: when they bind, and the sentence that says so (method 1 and 12)."""

from readiness.domain.assessment import HybridAnswers, Profile
from readiness.operating_model.hybrid import judge_hybrid


def profile(parties: int | None) -> Profile:
    """A maker with so many parties."""
    return Profile(organisation="x", modality="autologous", stage="phase_1", parties=parties)


def test_several_parties_bind() -> None:
    answers = HybridAnswers(archetypes=("network",), flags=("F2", "F4"), not_known=("F6",))
    found = judge_hybrid(answers, profile(2))
    assert found.binding
    assert (found.archetypes, found.flags) == (("network",), ("F2", "F4"))
    assert found.text == "2 raised (F2, F4), 1 not known (F6)"


def test_one_party_is_ignored_and_said_so() -> None:
    found = judge_hybrid(HybridAnswers(flags=("F1", "F2", "F3")), profile(1))
    assert not found.binding
    assert found.flags == ("F1", "F2", "F3")
    assert found.text == "one party makes the product: flags are ignored"


def test_parties_not_known_are_asked_for() -> None:
    found = judge_hybrid(None, profile(None))
    assert (found.binding, found.parties) == (False, None)
    assert found.text == "say how many parties make the product"


def test_no_answers_raise_nothing() -> None:
    assert judge_hybrid(None, profile(3)).text == "0 raised"
