"""Every part together, and nothing where nothing was said."""

from readiness.domain.operating import Operating
from readiness.domain.operating_result import OperatingResult
from readiness.engine import assess
from readiness.operating_model.judging import judge_operating, operating_findings
from readiness.report.gap_workbook import HELD, held_sheets
from readiness.workspace.demo import example_folder
from readiness.workspace.folder import read_assessment
from readiness.workspace.operating_files import FOLDER, WHOLE
from tests.made import assessment, questionnaire
from tests.workspace.northgate import case


def test_silence_gives_an_empty_result_and_no_finding() -> None:
    found = judge_operating(assessment(), questionnaire())
    assert found == OperatingResult()
    assert list(operating_findings(found, assessment(), questionnaire(), {})) == []


def test_the_demonstration_is_caught_by_its_own_vector_maker() -> None:
    said = read_assessment(example_folder(), lambda _: questionnaire())
    found = judge_operating(said, questionnaire())
    [vector] = [partner for partner in found.partners if partner.id == "vector"]
    # 64 of 70 weights asked; without CD-1 and CD-3, which the table contradicts, weight times score
    # of CD-2, 4 to 14, 16 to 18 and 20 is 5+8+6+12+8+9+9+4+8+12+3+6+6+6+9+4 = 115:
    # 100 * 115 / (4 * 64) = 44.9, opaque; CD-1, CD-3 and CD-10 are red flags: one band lower.
    assert vector.score == 100 * 115 / (4 * 64)
    assert (vector.band_before_flags, vector.band) == ("opaque", "do not rely")
    assert vector.red_flags == ("CD-1", "CD-3", "CD-10")


def test_the_map_of_the_demonstration_shows_a_third_flag() -> None:
    """People said F2 and F8: two of three. Orders and certificates are scans, nothing is a file."""
    said = read_assessment(example_folder(), lambda _: questionnaire())
    assert said.hybrid is not None
    assert said.hybrid.flags == ("F2", "F8")
    found = assess(said, questionnaire(), robustness=False)
    assert found.hybrid.text == "3 raised (F2, F4, F8)"
    differing = [f.text for f in found.findings if f.kind == "map_differs"]
    assert [text[:29] for text in differing[:1]] == ["Model map: F4 data as scans: "]
    [step] = [step for step in found.steps if step.level == 4]
    [flags] = [one for one in step.conditions if one.id == "fragmentation"]
    assert not flags.met


def test_the_demonstration_uses_every_part() -> None:
    """Over the fields, files and sheets themselves: a part that is new cannot be forgotten."""
    demonstration = case()
    said, found = demonstration.assessment.operating, demonstration.result.operating_model
    assert [name for name in Operating.model_fields if not getattr(said, name)] == []
    assert [name for name in OperatingResult.model_fields if not getattr(found, name)] == []
    assert held_sheets(found) == tuple(sheet for sheet, _, _ in HELD)
    files = {file.name for file in (example_folder() / FOLDER).iterdir()}
    assert not set(WHOLE) - files


def test_the_demonstration_is_asked_about_oversight_of_three_places() -> None:
    """Own suite, vector maker, contract laboratory; three answers missing under a claim of 4."""
    demonstration = case()
    texts = [f.text for f in demonstration.result.findings if f.kind == "oversight_claim"]
    assert texts == [
        "QMS-5: people claim level 4, and 3 of 8 extra questions are answered with missing."
    ]
    assert not [f for f in demonstration.result.findings if "the profile says" in f.text]
