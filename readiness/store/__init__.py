"""The store: what was said and read, who changed it, and nobody else's.

Everything that a face or a use case needs stands here; SQL stays inside.
"""

from readiness.store.custody import Custody, Met, Shipment, custody
from readiness.store.entries import entry_of
from readiness.store.erased import ERASURE
from readiness.store.erasing import Erased, Request
from readiness.store.keeping import copied, put_back, verified
from readiness.store.meeting import Meeting
from readiness.store.membership import Assigned, Claimed, Member, MemberChange
from readiness.store.memory import MemoryStore
from readiness.store.moving import Holding, holdings, moved
from readiness.store.owning import Owned, name_owner, owned
from readiness.store.parcel import Client, Named, Parcel
from readiness.store.port import AssessmentStore, Export
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
    Outlined,
    Put,
    Saved,
    Seal,
    SharingChange,
    StoredFile,
    StoreUnavailable,
    Workspace,
)
from readiness.store.repository import Store, open_store
from readiness.store.rights import ROLES, Assignment, Role, Standing, refusal
from readiness.store.sealing import Frozen
from readiness.store.second_wall import keeps_apart
from readiness.store.verifying import Broken, Verified

__all__ = [
    "ERASURE",
    "ROLES",
    "WHOLE",
    "Actor",
    "AlreadyStored",
    "AssessmentRow",
    "AssessmentStore",
    "Assigned",
    "Assignment",
    "Broken",
    "Claimed",
    "Client",
    "Custody",
    "EntryClash",
    "EntryKey",
    "EntryStamp",
    "Erased",
    "Export",
    "Frozen",
    "HistoryRow",
    "Holding",
    "Kind",
    "Loaded",
    "Meeting",
    "Member",
    "MemberChange",
    "MemoryStore",
    "Met",
    "Named",
    "NewFile",
    "Outlined",
    "Owned",
    "Parcel",
    "Put",
    "Request",
    "Role",
    "Saved",
    "Seal",
    "SharingChange",
    "Shipment",
    "Standing",
    "Store",
    "StoreUnavailable",
    "StoredFile",
    "Verified",
    "Workspace",
    "copied",
    "custody",
    "entry_of",
    "holdings",
    "keeps_apart",
    "moved",
    "name_owner",
    "open_store",
    "owned",
    "put_back",
    "refusal",
    "verified",
]
