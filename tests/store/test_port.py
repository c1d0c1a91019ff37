"""Both stores have every method of the contract, with its signature."""

import inspect

import pytest

from readiness.store import AssessmentStore, MemoryStore, Store

METHODS = [name for name in vars(AssessmentStore) if not name.startswith("_")]


@pytest.mark.parametrize("kind", [Store, MemoryStore])
@pytest.mark.parametrize("name", METHODS)
def test_signatures_agree(kind, name):
    wanted = inspect.signature(getattr(AssessmentStore, name))
    found = inspect.signature(getattr(kind, name))
    assert list(found.parameters.items()) == list(wanted.parameters.items())
    assert inspect.getdoc(getattr(kind, name))
