"""A partner's facts hold the shared capabilities alone, ranked among themselves."""

from dataclasses import replace

from readiness.engine import assess
from readiness.report.facts import Facts
from readiness.report.partner import concerning
from tests.operating_model.partners import answers, maker, said, table


def test_the_order_stays_and_the_ranks_close_up(facts: Facts) -> None:
    party = facts.questionnaire.hybrid.parties[0]
    mine = concerning(facts, party)
    assert [g.rank for g in mine.gaps] == list(range(1, len(mine.gaps) + 1))
    wanted = [g.capability for g in facts.gaps if g.capability in party.capabilities]
    assert [g.capability for g in mine.gaps] == wanted
    assert len(wanted) > 5


def test_an_incident_attaches_where_it_did_in_the_whole(facts: Facts) -> None:
    """With a part of the capabilities a fallback of method 7 (b) must not come into play."""
    for party in facts.questionnaire.hybrid.parties:
        for row in concerning(facts, party).rows:
            assert row.incident == facts.row_of[row.capability.id].incident


def test_findings_name_no_other_capability(facts: Facts) -> None:
    party = facts.questionnaire.hybrid.parties[1]
    mine = concerning(facts, party)
    others = set(facts.questionnaire.capabilities) - set(party.capabilities)
    assert mine.result.findings
    for finding in mine.result.findings:
        assert not [id for id in others if id in finding.text], finding.text
    assert mine.result.drills == mine.result.roadmap == ()


def test_no_maker_reads_what_is_thought_of_another_one(facts: Facts) -> None:
    operating = said(
        maker(name="Rival Works", claimed_utilisation="0.9"), table(5, 4, 3, 3), answers(CD_3=4)
    )
    whole = facts.assessment.model_copy(update={"operating": operating})
    judged = assess(whole, facts.questionnaire, facts.evidence, robustness=False)
    assert any("Rival Works" in finding.text for finding in judged.findings)
    facts = replace(facts, assessment=whole, result=judged)
    for party in facts.questionnaire.hybrid.parties:
        mine = concerning(facts, party)
        assert "Rival Works" not in mine.result.model_dump_json()
        assert "Rival Works" not in mine.assessment.model_dump_json()
