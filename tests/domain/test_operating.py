"""The operating model as a part of an assessment."""

from readiness.domain.operating import Operating
from tests.made import assessment


def test_nothing_is_said_of_it_at_first() -> None:
    assert assessment().operating == Operating()
    assert not any(getattr(Operating(), name) for name in Operating.model_fields)
