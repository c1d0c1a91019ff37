"""The files of the operating model hold what the entries hold."""

import pytest
from pydantic import ValidationError

from readiness.domain.operating import Operating
from readiness.domain.operating_files import PartnerFile
from tests.store.samples import operating


def test_a_partner_and_its_file_are_the_same() -> None:
    said = operating()
    mine = Operating(
        partners=said.partners,
        partner_answers=said.partner_answers,
        partner_failures=said.partner_failures,
        partner_slots=said.partner_slots,
    )
    assert PartnerFile.of(said.partners[0], said).taken("vector") == mine


def test_the_name_of_the_file_must_be_an_id() -> None:
    with pytest.raises(ValidationError):
        PartnerFile(name="Maker").taken("No Id")
