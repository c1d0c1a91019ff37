"""A model map for other eyes."""

from readiness.domain.base import remade
from readiness.engine import assess
from readiness.report.map_coded import rejudged, renamed, unworded
from tests.made import assessment, questionnaire
from tests.operating_model.maps import drawn


def test_the_same_flags_and_findings_without_a_typed_word() -> None:
    content = questionnaire()
    made = assessment(hybrid={}, operating=drawn(["F2", "F8"]))
    found = assess(made, content, robustness=False)
    coded = remade(made, operating=renamed(made.operating, content.model_map))
    other = rejudged(found, coded, content)
    assert other.hybrid == found.hybrid
    assert len(other.findings) == len(found.findings)
    texts = " ".join(finding.text for finding in other.findings)
    assert "not in the status view: Contractor 1" in texts
    assert "Maker" not in texts
    assert "Maker" in " ".join(finding.text for finding in found.findings)
    left = unworded(coded.operating).model_dump_json()
    for word in ("Maker", "Expansion", "Board", "COI", "S1", "Head of supply chain"):
        assert word not in left


def test_products_get_numbers() -> None:
    steps = [
        {"id": "a", "kind": "step", "name": "A", "product": "Alpha"},
        {"id": "b", "kind": "step", "name": "B", "product": "Beta"},
    ]
    made = assessment(operating={"map_nodes": steps})
    said = renamed(made.operating, questionnaire().model_map)
    assert [(n.name, n.product) for n in said.map_nodes] == [
        ("Step 1", "Product 1"),
        ("Step 2", "Product 2"),
    ]


def test_nothing_drawn_leaves_the_result_alone() -> None:
    made = assessment()
    found = assess(made, questionnaire(), robustness=False)
    assert rejudged(found, made, questionnaire()) is found
