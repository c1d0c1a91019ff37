"""Keys of an installation, and whom a person trusts."""

import stat

import pytest

from readiness.domain.errors import ReadinessError
from readiness.settings import Settings
from readiness.workspace.signing import (
    KEY_FILE,
    TRUSTED_FILE,
    fingerprint,
    holds,
    known,
    public_key,
    sign,
    trust,
)


@pytest.fixture
def here(tmp_path) -> Settings:
    return Settings(data_dir=tmp_path / "here")


def test_the_key_is_made_once_and_closed_to_others(here) -> None:
    first = public_key(here)
    assert public_key(here) == first
    assert len(first) == 32
    place = here.data_dir / KEY_FILE
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(here.data_dir.stat().st_mode) == 0o700


def test_a_signature_fits_these_bytes_and_this_key_alone(here, tmp_path) -> None:
    other = Settings(data_dir=tmp_path / "there")
    signed = sign(here, b"said")
    assert holds(public_key(here), signed, b"said")
    assert not holds(public_key(here), signed, b"sad")
    assert not holds(public_key(other), signed, b"said")
    assert not holds(b"no key", signed, b"said")
    assert not holds(public_key(here), signed[:-1], b"said")


def test_a_fingerprint_is_read_aloud_in_groups() -> None:
    # SHA-256 of 32 zero bytes begins 66687aad f862bd77 6c8fc18b 8e9f8e20.
    assert fingerprint(bytes(32)) == "6668 7aad f862 bd77 6c8f c18b 8e9f 8e20"


def test_trust_is_remembered(here, tmp_path) -> None:
    key = public_key(Settings(data_dir=tmp_path / "there"))
    assert known(here, key) == "unknown"
    trust(here, key)
    assert known(here, key) == "trusted"
    assert stat.S_IMODE((here.data_dir / TRUSTED_FILE).stat().st_mode) == 0o600
    assert known(here, public_key(here)) == "own"
    # Who has a key of their own trusts nobody else's for that.
    assert known(here, public_key(Settings(data_dir=tmp_path / "third"))) == "unknown"


def test_what_cannot_be_read_trusts_nobody(here, tmp_path) -> None:
    here.make_data_dir()
    (here.data_dir / TRUSTED_FILE).write_text("{")
    with pytest.raises(ReadinessError, match="no key is trusted"):
        known(here, bytes(32))
    (here.data_dir / KEY_FILE).write_text("no key")
    with pytest.raises(ReadinessError, match="is no key"):
        sign(here, b"")
