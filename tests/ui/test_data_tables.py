"""The tables of data before AI."""

from fractions import Fraction

from readiness.domain.evidence import JoinTest, LogLink, RowRef
from readiness.domain.operating import Operating
from readiness.operating_model.data_readiness import judge_data
from readiness.ui.data_tables import join_table, set_table, use_table
from tests.made import questionnaire

RULES = questionnaire().data_readiness


def test_a_row_a_log_with_what_breaks() -> None:
    logs = (
        LogLink(id="a", name="Schedule", every=True, found=1, missing=(RowRef(file="r", row=7),)),
        LogLink(id="b", name="Notes", every=False, found=1, strays=(RowRef(file="n", row=3),)),
        LogLink(id="c", name="Release", every=True, is_tested=False, reason="no log is on file"),
        LogLink(id="d", name="Records", every=True, found=2),
    )
    joins = JoinTest(batches=2, young=0, strays=1, linked=1, of=3, share=Fraction(1, 3), logs=logs)
    shown = join_table(joins)
    for words in (
        "1 of 2</td><td>not found: r: row 7",
        "1 of 2, and need not name every one</td><td>of no known batch: n: row 3",
        "not tested</td><td>no log is on file",
        "2 of 2</td><td>nowhere",
    ):
        assert words in shown


def test_what_was_not_said_is_said_to_be_so() -> None:
    said = Operating.model_validate(
        {
            "data_sets": [{"id": "a", "name": "A", "stamped": True, "origin": "copy"}],
            "ai_uses": [{"id": "u", "name": "U", "consumes": ["a"]}],
        }
    )
    found = judge_data(RULES, said, None)
    assert found is not None
    shown = set_table(RULES, found)
    assert (shown.count("? not said"), shown.count("✓ met"), shown.count("✗ not met")) == (2, 1, 1)
    assert "not counted" in shown
    assert "✗ not ready" in use_table(RULES, found)
    assert "A: not born in a system of record, not said: identified, complete" in use_table(
        RULES, found
    )
