"""The bounds of a file agree with the settings of the same name."""

from dataclasses import fields

from readiness.files.limits import Limits
from readiness.settings import Settings


def test_defaults_are_those_of_the_settings() -> None:
    settings = Settings()
    for bound in fields(Limits):
        if bound.name != "ratio_from_mb":
            assert getattr(Limits(), bound.name) == getattr(settings, bound.name)
