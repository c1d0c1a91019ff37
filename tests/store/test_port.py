"""Both stores have every method of the contract, with its signature."""

import inspect

import pytest

from readiness.store import AssessmentStore, MemoryStore, Store
from readiness.store.exports import SqlExports
from readiness.store.held_exports import HeldExports
from readiness.store.held_outlines import HeldOutlines
from readiness.store.outlines import SqlOutlines
from readiness.store.port import Exports, Outlines

KINDS = [
    *((AssessmentStore, kind) for kind in (Store, MemoryStore)),
    *((Outlines, kind) for kind in (SqlOutlines, HeldOutlines)),
    *((Exports, kind) for kind in (SqlExports, HeldExports)),
]
CASES = [
    (contract, kind, name)
    for contract, kind in KINDS
    for name, method in vars(contract).items()
    if not name.startswith("_") and callable(method)
]


@pytest.mark.parametrize(("contract", "kind", "name"), CASES)
def test_signatures_agree(contract, kind, name):
    wanted = inspect.signature(getattr(contract, name))
    found = inspect.signature(getattr(kind, name))
    assert list(found.parameters.items()) == list(wanted.parameters.items())
    assert inspect.getdoc(getattr(kind, name))
