"""One workbench for the process."""

from readiness.ui.cached import workbench
from readiness.workspace.session import Session


def test_the_same_object_every_time(bench: Session) -> None:
    assert workbench() is bench
