"""The JSON of the operating model."""

import json

from readiness.engine import assess
from tests.made import assessment, questionnaire
from tests.operating_model.partners import answers, maker, said, table


def test_shares_are_numbers_and_what_is_not_known_is_null() -> None:
    operating = said(maker(), table(5, 4, 3, 3), answers(CD_5=2))
    made = assessment(operating=operating.model_dump())
    document = json.loads(assess(made, questionnaire(), robustness=False).model_dump_json())
    [partner] = document["operating_model"]["partners"]
    assert partner["slots"]["utilisation"] == 0.6
    assert partner["score"] == 50.0
    assert partner["mirror"] is None
    assert {part["id"]: part["score"] for part in partner["parts"]}["openness"] is None
