"""The store: what was said and read, who changed it, and nobody else's.

Everything that a face or a use case needs stands here; SQL stays inside.
"""

from readiness.store.entries import entry_of
from readiness.store.memory import MemoryStore
from readiness.store.port import AssessmentStore
from readiness.store.records import (
    WHOLE,
    Actor,
    AlreadyStored,
    AssessmentRow,
    EntryClash,
    EntryKey,
    EntryStamp,
    HistoryRow,
    Kind,
    Loaded,
    NewFile,
    Put,
    Saved,
    StoredFile,
    StoreUnavailable,
    Workspace,
)
from readiness.store.repository import Store, open_store

__all__ = [
    "WHOLE",
    "Actor",
    "AlreadyStored",
    "AssessmentRow",
    "AssessmentStore",
    "EntryClash",
    "EntryKey",
    "EntryStamp",
    "HistoryRow",
    "Kind",
    "Loaded",
    "MemoryStore",
    "NewFile",
    "Put",
    "Saved",
    "Store",
    "StoreUnavailable",
    "StoredFile",
    "Workspace",
    "entry_of",
    "open_store",
]
