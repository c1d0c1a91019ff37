"""Which capabilities a profile switches on (method 2, *Not applicable*; domain 1.11)."""

from collections.abc import Iterable

from readiness.domain.assessment import Profile
from readiness.domain.capability import Capability, OnlyIf


def applies(capability: Capability, profile: Profile) -> bool:
    """Whether the content asks this capability of this profile.

    A fact of the profile that is not known keeps the capability in: silence removes nothing.
    """
    if profile.modality not in capability.modalities:
        return False
    if capability.only_if is None or profile.modality in capability.only_if.except_for:
        return True
    return holds(capability.only_if, profile) is not False


def holds(condition: OnlyIf, profile: Profile) -> bool | None:
    """Whether the profile fulfils the condition; None where the profile does not say."""
    counted = {"contractors": profile.contractors_known, "parties": profile.parties}
    if condition.field in counted:
        known = counted[condition.field]
        return None if known is None else known >= (condition.at_least or 0)
    if condition.field == "regions":
        return condition.includes in profile.regions if profile.regions else None
    return bool(getattr(profile, condition.field)) == condition.equals


def any_holds(conditions: Iterable[OnlyIf], profile: Profile) -> bool | None:
    """Whether the profile fulfils one of them; None where it leaves that open."""
    found = [holds(condition, profile) for condition in conditions]
    return True if True in found else None if None in found else False


def surely_applies(capability: Capability, profile: Profile) -> bool:
    """Whether the profile itself says that a conditional capability applies."""
    if capability.only_if is None or profile.modality not in capability.modalities:
        return False
    if profile.modality in capability.only_if.except_for:
        return True
    return holds(capability.only_if, profile) is True
