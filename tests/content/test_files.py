"""What stands in which file."""

from readiness.content.files import (
    HEAD,
    SINGLE,
    WHOLE,
    Clause,
    ClauseGroup,
    HeadFile,
    kind_of,
    list_files,
)
from readiness.domain.capability import Reference
from readiness.domain.questionnaire import Questionnaire
from tests.content.broken import Copy

OWN_FILES = {"dimensions", "streams", "metrics", *WHOLE, "xray", "sha256"}


def test_head_holds_what_has_no_file_of_its_own() -> None:
    orders = {"dimension_order", "stream_order"}
    assert set(HeadFile.model_fields) - orders == set(Questionnaire.model_fields) - OWN_FILES


def test_a_clause_can_say_all_that_a_reference_says() -> None:
    assert set(Clause.model_fields) == {*Reference.model_fields, "id"}
    assert set(ClauseGroup.model_fields) == {*Reference.model_fields, "name", "clauses"} - {"text"}


def test_a_clause_speaks_like_its_group_unless_it_says_otherwise() -> None:
    own = Clause(id="b", text="B", mark="V", note="Draft.")
    group = ClauseGroup(
        name="G",
        region="US",
        applies_from="phase_2",
        modalities=("autologous",),
        mark="M",
        note="Shared.",
        clauses=(Clause(id="a", text="A"), own),
    )
    first, second = (group.reference(clause) for clause in group.clauses)
    assert first == Reference(
        text="A",
        region="US",
        applies_from="phase_2",
        modalities=("autologous",),
        mark="M",
        note="Shared.",
    )
    assert (second.region, second.mark, second.note) == ("US", "V", "Draft.")


def test_kinds_and_files(copy: Copy) -> None:
    names = list_files(copy.folder)
    assert names[0] == HEAD
    assert len(names) == len(SINGLE) + 10 + 4
    assert {kind_of(name) for name in names} == {
        "questionnaire",
        "references",
        *WHOLE,
        "xray",
        "dimension",
        "metrics",
    }
    assert kind_of("dimensions/OPM.yaml") == "dimension"
    assert kind_of("metrics/heroics.yaml") == "metrics"
