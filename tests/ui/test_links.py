"""Links carry ids of assessment, capability and respondent, nothing else."""

from readiness.domain.assessment import Respondent
from readiness.ui import links


def test_an_address_holds_the_two_ids() -> None:
    assert links.address("questions", "a1", "CTL-1") == "questions?assessment=a1&capability=CTL-1"
    assert links.address("gaps", "a1", anchor="roadmap") == "gaps?assessment=a1#roadmap"


def test_an_id_from_outside_cannot_leave_its_place() -> None:
    odd = links.question('a"><script>', "x&y=z")
    assert "<script>" not in odd
    assert "x%26y%3Dz" in odd


def test_a_talk_goes_on_with_the_person_it_was_with() -> None:
    to = "questions?assessment=a1&amp;capability=CTL-1"
    assert f'href="{to}&amp;mode=interview&amp;who=r1"' in links.talk(
        "a1", "CTL-1", Respondent(id="r1", function="QA", seniority="lead")
    )
    assert f'href="{to}&amp;mode=team&amp;who=team"' in links.talk(
        "a1", "CTL-1", Respondent(id="team", function="TEAM")
    )
    assert f'href="{to}"' in links.talk("a1", "CTL-1", None)


def test_a_how_link_says_what_it_explains() -> None:
    assert 'aria-label="How it is calculated: maturity index"' in links.how(
        "a1", "index", "maturity index"
    )


def test_workings_go_to_their_anchor() -> None:
    assert 'href="result?assessment=a1&amp;capability=CTL-1#workings"' in links.workings(
        "a1", "CTL-1"
    )
