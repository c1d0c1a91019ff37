"""Who holds what, and what nobody has shown."""

from datetime import date

from readiness.domain.retention import Retained
from readiness.engine import assess
from readiness.operating_model.retention import judge_retention
from tests.made import assessment, everywhere, people, questionnaire

RULES = questionnaire().retention
AS_OF = date(2026, 11, 22)
LOW = [{"id": row.id, "held": "sponsor", "last_proof": "2026-11-01"} for row in RULES.rows]


def findings(rows, level: int = 2) -> dict[str, str]:
    made = assessment(
        respondents=people("QA"),
        responses=everywhere(level, "document"),
        operating={"retention": rows},
    )
    found = assess(made, questionnaire(), robustness=False)
    return {
        f"{f.kind} {f.capability}": f.text for f in found.findings if f.kind.startswith("retention")
    }


def test_there_are_eleven_rows_and_silence_gives_no_matrix() -> None:
    assert len(RULES.rows) == 11
    assert judge_retention(RULES, (), AS_OF) is None
    assert judge_retention(RULES, [Retained(id="slots", clause="7.2")], AS_OF) is None
    assert findings([]) == {}


def test_everything_held_and_shown_is_left_alone() -> None:
    assert findings(LOW, level=5) == {}


def test_proof_counts_for_twelve_months() -> None:
    # Twelve months before 2026-11-22 is 2025-11-22.
    days = {"2025-11-22": True, "2025-11-21": False, "2026-11-23": False}
    for day, is_shown in days.items():
        one = Retained(id="slots", held="sponsor", last_proof=date.fromisoformat(day))
        found = judge_retention(RULES, [one], AS_OF)
        assert found is not None
        assert {row.id: row.is_shown for row in found.rows}["slots"] is is_shown


def test_vendor_only_anywhere_is_a_finding_of_the_capability() -> None:
    found = findings([*LOW[:-1], {"id": "regulatory", "held": "vendor_only"}])
    assert list(found) == ["retention_vendor_only OPM-3"]
    assert found["retention_vendor_only OPM-3"].startswith(
        "Regulatory dialogue: held by the vendor alone"
    )


def test_a_claim_that_the_matrix_contradicts_is_told_from_level_three_on() -> None:
    rows = [*LOW[:-1], {"id": "regulatory", "held": "vendor_only"}]
    assert findings(rows, level=3)["retention_claim OPM-3"] == (
        "OPM-3: people claim level 3, and 1 of 11 rows are held by the vendor alone."
    )
    assert "retention_claim OPM-3" not in findings(rows, level=2)


def test_open_ends_are_told_by_name() -> None:
    made = assessment(
        operating={"retention": [{"id": "slots", "held": "shared"}, *LOW[:7], *LOW[9:]]}
    )
    found = assess(made, questionnaire(), robustness=False)
    texts = [f.text for f in found.findings if f.kind == "retention_open"]
    assert texts == [
        "Retention matrix: shared, and no clause of a contract says so: slot allocation.",
        "Retention matrix: no proof in the last 12 months: slot allocation.",
        "Retention matrix: nobody has said who holds: material status.",
    ]
