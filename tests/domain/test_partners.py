"""What can be said of a contract maker."""

import pytest
from pydantic import ValidationError

from readiness.domain.partners import Partner, PartnerAnswer, SlotMonth


def test_what_was_not_said_is_none_and_never_nought() -> None:
    partner = Partner(id="vector", name="Maker")
    assert (partner.claimed_failures, partner.claimed_utilisation) == (None, None)
    assert PartnerAnswer(partner="vector", question="CD-1").score is None


@pytest.mark.parametrize("id", ["", "Vector", "a b", "../x", "a|b"])
def test_an_id_is_part_of_a_file_name(id: str) -> None:
    with pytest.raises(ValidationError):
        Partner(id=id, name="Maker")


def test_a_share_is_a_share_and_a_month_a_month() -> None:
    with pytest.raises(ValidationError):
        Partner.model_validate({"id": "p", "name": "Maker", "claimed_utilisation": 90})
    row = {"partner": "p", "offered": 1, "booked": 1, "started": 1, "completed": 1}
    with pytest.raises(ValidationError):
        SlotMonth.model_validate(row | {"month": "2026-13"})
    cancelled = {"cancelled_sponsor": 2, "cancelled_other": 1}
    assert SlotMonth.model_validate(row | {"month": "2026-12"} | cancelled).cancelled == 3
