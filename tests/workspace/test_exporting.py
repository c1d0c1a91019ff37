"""What leaves is noted with the hash of exactly these bytes; what could not be made is not."""

import hashlib

import pytest

from readiness.workspace.exporting import taken_out
from tests.workspace.desk import begun


def test_the_hash_is_of_the_bytes_that_left() -> None:
    desk, id = begun()
    assert taken_out(desk, id, "Result (JSON)", lambda: b"{}") == b"{}"
    [noted] = desk.store.exports.of(desk.actor, id)
    assert (noted.what, noted.sha256) == ("Result (JSON)", hashlib.sha256(b"{}").hexdigest())


def test_what_fails_is_not_noted() -> None:
    desk, id = begun()

    def fails() -> bytes:
        raise ValueError("no result")

    with pytest.raises(ValueError, match="no result"):
        taken_out(desk, id, "Result (JSON)", fails)
    assert desk.store.exports.of(desk.actor, id) == []
