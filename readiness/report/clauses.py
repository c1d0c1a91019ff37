"""Clauses as they bind: now, or at a later stage (method 7; domain 0.2)."""

from readiness.domain.assessment import Profile
from readiness.domain.capability import Reference
from readiness.domain.questionnaire import Questionnaire


def is_printed(reference: Reference, profile: Profile, content: Questionnaire) -> bool:
    """Whether a clause concerns this maker: its region, its modality, and not yet past.

    A profile without regions prints the clauses of every region.
    """
    regions = {"any", "ICH", *profile.regions}
    if profile.regions and reference.region not in regions:
        return False
    if reference.modalities and profile.modality not in reference.modalities:
        return False
    stages = [s.id for s in content.stages]
    until = reference.applies_until
    return until is None or stages.index(profile.stage) <= stages.index(until)


def clauses(references: tuple[Reference, ...], profile: Profile, content: Questionnaire) -> str:
    """Lines such as *Applies now: ...* and *Will apply at Launch: ...*, each clause with its mark.

    ``""`` where no clause concerns the profile.
    """
    stages = [s.id for s in content.stages]
    here = stages.index(profile.stage)
    found: dict[int, list[str]] = {}
    for reference in references:
        if is_printed(reference, profile, content):
            begins = max(here, stages.index(reference.applies_from))
            note = f" ({reference.note})" if reference.note else ""
            found.setdefault(begins, []).append(f"{reference.text}{note} [{reference.mark}]")
    lines = []
    for begins, texts in sorted(found.items()):
        name = content.stage_name(stages[begins])
        when = "Applies now" if begins == here else f"Will apply at {name}"
        lines.append(f"{when}: {'; '.join(texts)}")
    return "\n".join(lines)
