"""Archetypes and fragmentation flags (method 12, domain 1.13)."""

from readiness.domain.assessment import Assessment, HybridAnswers, Profile
from readiness.domain.map_result import MapResult
from readiness.domain.result import HybridResult


def hybrid_of(assessment: Assessment, found: MapResult | None) -> HybridResult:
    """What people typed and what the map shows, judged as one."""
    return judge_hybrid(counted(assessment.hybrid, found), assessment.profile)


def counted(said: HybridAnswers | None, found: MapResult | None) -> HybridAnswers | None:
    """What counts of archetypes and flags, typed and read off the map alike.

    Raised is what people or the map raise; *not known* what neither decides. Without a map it is
    what people said.
    """
    if found is None:
        return said
    return HybridAnswers(
        archetypes=tuple(one.id for one in found.archetypes if one.holds),
        flags=tuple(flag.id for flag in found.flags if flag.state == "raised"),
        not_known=tuple(flag.id for flag in found.flags if flag.state == "not known"),
    )


def judge_hybrid(answers: HybridAnswers | None, profile: Profile) -> HybridResult:
    """The flags that bind from level 4 on, and the sentence that says so.

    With one party the flags are ignored and said so; with parties not known the condition cannot
    be judged (method 1, condition 5). A flag marked *not known* binds like a raised one.
    """
    said = answers or HybridAnswers()
    binding = profile.parties is not None and profile.parties > 1
    return HybridResult(
        archetypes=said.archetypes,
        flags=said.flags,
        not_known=said.not_known,
        parties=profile.parties,
        binding=binding,
        text=_sentence(said, profile, binding),
    )


def _sentence(said: HybridAnswers, profile: Profile, binding: bool) -> str:
    if profile.parties is None:
        return "say how many parties make the product"
    if not binding:
        return "one party makes the product: flags are ignored"
    parts = [f"{len(said.flags)} raised" + (f" ({', '.join(said.flags)})" if said.flags else "")]
    if said.not_known:
        parts.append(f"{len(said.not_known)} not known ({', '.join(said.not_known)})")
    return ", ".join(parts)
