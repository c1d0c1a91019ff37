"""A check of the content is whole: its limits and what it can say."""

import pytest
from pydantic import ValidationError

from readiness.domain.scorecard import PartnerCheck


def test_a_check_needs_exactly_its_limits() -> None:
    told = {"id": "few", "check": "few_months", "question": "CD-3", "text": "{months} months"}
    assert PartnerCheck.model_validate(told | {"limits": {"months": 12}}).severity == "warning"
    with pytest.raises(ValidationError, match="limits of few_months are months"):
        PartnerCheck.model_validate(told)
    with pytest.raises(ValidationError, match="limits of no_table are none"):
        PartnerCheck.model_validate(
            told | {"check": "no_table", "text": "none", "limits": {"months": 12}}
        )


def test_a_sentence_names_only_what_its_check_finds() -> None:
    with pytest.raises(ValidationError, match="nothing can be filled in for offered"):
        PartnerCheck.model_validate(
            {"id": "x", "check": "no_table", "question": "CD-3", "text": "{offered}"}
        )
