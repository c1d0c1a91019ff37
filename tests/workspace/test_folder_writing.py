"""What is written reads back equal."""

from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.assessment import Respondent, Response
from readiness.workspace.folder_writing import write_assessment
from tests.store.samples import full, small
from tests.workspace.folders import EXAMPLE, content, parse

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def known(assessment):
    """A sample of the store made to fit the content and the demands on a folder."""
    metrics, capabilities = content().metric_by_id, content().capabilities
    assert {m.metric for m in assessment.measurements} <= set(metrics)
    assert {r.capability for r in assessment.responses} <= set(capabilities)
    blocks = {b.id: b.points for b in content().drills.blocks}
    assert all(n <= blocks[b] for d in assessment.drills for b, n in d.blocks.items())
    return assessment


def test_the_example_is_written_a_line_an_entry():
    text = write_assessment(parse(EXAMPLE))
    assert parse(text) == parse(EXAMPLE)
    assert "  - {capability: DIG-2, respondent: r1, level: unknown}\n" in text
    assert "as_of: 2026-11-22\n" in text
    assert "weights: {P: 0.45, R: 0.3, L: 0.25}" in text


def test_something_of_every_kind_comes_back_exact():
    assessment = known(full())
    assert parse(write_assessment(assessment)) == assessment


def test_what_is_not_known_is_not_written():
    text = write_assessment(small())
    assert "sites" not in text
    assert "window" not in text
    assert "responses" not in text


@given(TEXTS, TEXTS, TEXTS)
def test_any_text_comes_back(title, note, role):
    profile = full().profile.model_copy(update={"organisation": title})
    said = small().model_copy(
        update={
            "title": title,
            "profile": profile,
            "respondents": (Respondent(id="r1", function="QA", chain_owner=role),),
            "responses": (Response(capability="OPM-1", respondent="r1", level=2, note=note),),
        }
    )
    assert parse(write_assessment(said)) == said
