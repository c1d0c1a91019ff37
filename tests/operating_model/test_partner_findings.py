"""What the scorecards say to the capability; no level moves."""

import pytest

from readiness.engine import assess
from tests.made import assessment, everywhere, people, questionnaire
from tests.operating_model.partners import answers, maker, said, table

PROFILE = {
    "organisation": "Alder",
    "modality": "autologous",
    "stage": "phase_1",
    "sites": 1,
    "parties": 2,
    "contractors": 1,
}
OPAQUE = said(
    maker(claimed_utilisation="0.9"), table(5, 4, 3, 3), answers(CD_3=4, CD_5=4)
)  # 37.5, opaque, as reckoned in test_scorecard


def judged(operating, level=4, **profile):
    made = assessment(
        respondents=people("QA"),
        responses=everywhere(level, "document"),
        profile=PROFILE | profile,
        operating=operating.model_dump(),
    )
    return assess(made, questionnaire(), robustness=False)


def test_a_claim_above_the_weakest_scorecard_is_a_finding_and_moves_no_level() -> None:
    found = judged(OPAQUE)
    [above] = [f for f in found.findings if f.kind == "above_scorecard"]
    assert above.capability == "MAT-5"
    assert above.text == (
        "MAT-5: People claim level 4; the scorecard of Maker (opaque) supports 2."
    )
    without = judged(said(maker()))
    assert [c.final for c in found.capabilities] == [c.final for c in without.capabilities]


@pytest.mark.parametrize(("level", "told"), [(2, 0), (3, 1)])
def test_a_claim_that_the_weakest_scorecard_supports_is_none(level: int, told: int) -> None:
    found = judged(OPAQUE, level)
    assert sum(f.kind == "above_scorecard" for f in found.findings) == told


def test_red_flags_bear_the_name_of_the_partner_and_the_question() -> None:
    [flag] = [f for f in judged(OPAQUE).findings if f.kind == "partner_red_flag"]
    assert flag.text.startswith("Maker, CD-3: Use of 90 % is claimed")
    assert flag.capability == "MAT-5"


def test_where_no_contractor_is_asked_about_the_check_stands_without_a_capability() -> None:
    found = judged(OPAQUE, parties=1, contractors=0)
    [flag] = [f for f in found.findings if f.kind == "partner_red_flag"]
    assert flag.capability is None
    assert not [f for f in found.findings if f.kind == "above_scorecard"]
