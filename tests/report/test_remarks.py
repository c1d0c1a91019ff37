"""Findings, notes and reasons in words."""

from readiness.domain.gaps import RoadmapItem
from readiness.domain.questionnaire import Questionnaire
from readiness.engine import assess
from readiness.report.facts import Facts
from readiness.report.remarks import (
    agreement,
    contradiction,
    finding_name,
    records_missing,
    roadmap_reason,
    rules_in_words,
    short_form,
    single_source,
    without_proof,
)
from tests.made import assessment, everywhere, people


def test_kinds_have_names(content: Questionnaire) -> None:
    assert finding_name("contradiction", content).startswith("Contradiction")
    assert finding_name(content.xray[0].id, content) == content.xray[0].name
    assert finding_name("something_else", content) == "Something else"


def test_a_contradiction_names_both_levels(facts: Facts, content: Questionnaire) -> None:
    found = [f for f in facts.result.findings if f.kind == "contradiction"]
    for finding in found:
        shown = next(c for c in facts.result.capabilities if c.id == finding.capability)
        text = contradiction(finding, facts.result, content)
        assert f"people say {shown.claimed}, the records show {shown.records}" in text


def test_one_voice_everywhere_is_said_once(content: Questionnaire) -> None:
    made = assessment(respondents=people("QA"), responses=everywhere(3))
    result = assess(made, content, robustness=False)
    assert single_source(result).startswith("50 capabilities rest on a single source")
    text = records_missing(result)
    assert f"{result.measurable} capabilities rest on answers" in text
    assert text.startswith(f"Records missing, {result.measurable} of {result.measurable}")
    assert short_form(result, content) == ""


def test_nothing_said_rests_on_nothing(content: Questionnaire) -> None:
    result = assess(assessment(), content, robustness=False)
    assert single_source(result) == ""
    assert "rest on answers" not in records_missing(result)


def test_the_short_form_says_what_it_leaves_out(content: Questionnaire) -> None:
    result = assess(assessment(form="short"), content, robustness=False)
    outside = sum(c.applicable and not c.in_form for c in result.capabilities)
    assert str(outside) in short_form(result, content) or "outside" in short_form(result, content)
    assert "no verdict above transitional" in short_form(result, content)


def test_scenarios_are_named_in_a_rule(content: Questionnaire) -> None:
    said = rules_in_words(("critical fail in the drill site_down",), content)
    assert said == "critical fail in the drill site down"


def test_only_what_moved_an_action_is_told() -> None:
    item = RoadmapItem(
        order=1,
        capability="CTL-2",
        wave=0,
        final=1,
        target=3,
        reason="This cannot wait.; PPL-4 needs it first",
    )
    assert roadmap_reason(item, "This cannot wait.") == "PPL-4 needs it first"
    plain = item.model_copy(update={"reason": "This cannot wait."})
    assert roadmap_reason(plain, "This cannot wait.") == "—"


def test_agreement_needs_two_voices(facts: Facts, content: Questionnaire) -> None:
    assert agreement(assess(assessment(), content, robustness=False)) == ""
    text = agreement(facts.result)
    assert f"n = {facts.result.agreement.n}" in text or "none" in text


def test_statements_alone_are_no_proof(content: Questionnaire) -> None:
    told = assessment(respondents=people("QA"), responses=everywhere(2, "statement"))
    gates = [c.id for c in content.capabilities.values() if c.gate]
    assert list(without_proof(assess(told, content, robustness=False), content)) == gates
    shown = assessment(respondents=people("QA"), responses=everywhere(2, "document"))
    assert without_proof(assess(shown, content, robustness=False), content) == ()
