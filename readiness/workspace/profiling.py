"""What each field of the profile changes, found by comparing what the content asks (screens 1)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from readiness.domain.assessment import Assessment, Profile
from readiness.domain.capability import Reference
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import DrillResult
from readiness.domain.scale import Modality, Stage
from readiness.operating_model.nodes import counted
from readiness.operating_model.oversight import questions_for as overseen_by
from readiness.scoring.applicability import applies
from readiness.stress.drill import score_drills
from readiness.workspace.overview import questions_for

FLAG_STATES = ("yes", "no", "not known")


def effects(questionnaire: Questionnaire, assessment: Assessment) -> dict[str, str]:
    """By field of the profile (and ``form``, ``as_of``): what its value changes here, in words."""
    profile = assessment.profile
    return {
        "modality": _modality(questionnaire, profile),
        "stage": _stage(questionnaire, profile),
        "sites": "With the parties it tells how many contractors there are, if you do not.",
        "parties": _parties(questionnaire, profile),
        "contractors": _away(questionnaire, profile, {"contractors": 0}, {"contractors": 1}),
        "gene_modified": _away(
            questionnaire, profile, {"gene_modified": False}, {"gene_modified": True}
        ),
        "automation": _automation(questionnaire, profile),
        "regions": _regions(questionnaire, profile),
        "point_of_care": _point_of_care(questionnaire, assessment),
        "demand_per_year": "What the scaling limits of the operating model are held against.",
        "launch_date": "Printed with the profile; the distance to launch does not depend on it.",
        "form": _form(questionnaire, profile),
        "as_of": "The clock of every figure: windows, ages of drills and documents end here.",
    }


def effects_at_start(
    questionnaire: Questionnaire, modality: Modality, stage: Stage
) -> dict[str, str]:
    """The same for the fields that a new assessment asks for, before there is one."""
    profile = Profile(organisation="", modality=modality, stage=stage)
    return {
        "modality": _modality(questionnaire, profile),
        "stage": _stage(questionnaire, profile),
    }


def _asked(questionnaire: Questionnaire, profile: Profile) -> list[str]:
    return [c.id for c in questionnaire.capabilities.values() if applies(c, profile)]


def _with(profile: Profile, changes: Mapping[str, Any]) -> Profile:
    return profile.model_copy(update=dict(changes))


def _modality(questionnaire: Questionnaire, profile: Profile) -> str:
    here = set(_asked(questionnaire, profile))
    others = [
        id
        for m in questionnaire.modalities
        for id in _asked(questionnaire, _with(profile, {"modality": m.id}))
        if id not in here
    ]
    away = list(dict.fromkeys(others))
    asked = f"{len(here)} questions are asked"
    fallen = f"; {', '.join(away)} fall away" if away else "; none falls away"
    scaled = [m.id for m in questionnaire.metrics if profile.modality in m.cut_factor]
    cuts = f". Cut points of {', '.join(scaled)} are scaled" if scaled else ""
    return f"{asked}{fallen}{cuts}."


def _stage(questionnaire: Questionnaire, profile: Profile) -> str:
    counts = Counter(
        questionnaire.target(id, profile.stage) for id in _asked(questionnaire, profile)
    )
    targets = ", ".join(f"{n} at level {level}" for level, n in sorted(counts.items()))
    speaking = Counter(
        questionnaire.speaks(r, profile.stage) for r in _clauses(questionnaire, profile)
    )
    past = f", {speaking['past']} no longer" if speaking["past"] else ""
    return (
        f"Targets now: {targets}. Of the clauses cited {speaking['now']} apply today, "
        f"{speaking['later']} apply later{past}."
    )


def _clauses(questionnaire: Questionnaire, profile: Profile) -> list[Reference]:
    """Each clause once, of the questions asked and for this modality."""
    found = {
        reference.text: reference
        for c in questionnaire.capabilities.values()
        if applies(c, profile)
        for reference in c.references
        if not reference.modalities or profile.modality in reference.modalities
    }
    return list(found.values())


def _parties(questionnaire: Questionnaire, profile: Profile) -> str:
    limit = next((s.flags_fewer_than for s in questionnaire.verdict.steps if s.flags_fewer_than), 0)
    if profile.parties is None:
        return (
            "Own sites and contractors that make the product. Until you say so, no level above 3 "
            "can be reached."
        )
    if profile.parties < 2:
        return "One party makes the product: the fragmentation flags are ignored."
    return f"Several parties: level 4 asks for fewer than {limit} fragmentation flags."


def _away(
    questionnaire: Questionnaire,
    profile: Profile,
    without: Mapping[str, Any],
    having: Mapping[str, Any],
) -> str:
    """Which questions hang on a yes-or-no fact, and whether they are asked now."""
    more = set(_asked(questionnaire, _with(profile, having)))
    less = set(_asked(questionnaire, _with(profile, without)))
    hanging = sorted(more ^ less)
    if not hanging:
        return "No question hangs on it for this modality."
    now = set(_asked(questionnaire, profile))
    asked = [id for id in hanging if id in now]
    gone = [id for id in hanging if id not in now]
    parts = [f"{', '.join(asked)} is asked"] if asked else []
    parts += [f"{', '.join(gone)} falls away"] if gone else []
    return " and ".join(parts) + " as it stands."


def _point_of_care(questionnaire: Questionnaire, assessment: Assessment) -> str:
    more = len(overseen_by(questionnaire.oversight, counted(assessment, questionnaire)))
    if not more:
        return "No extra questions on QA oversight as it stands; it moves no figure."
    return f"{more} extra questions on QA oversight under Operating model; it moves no figure."


def _automation(questionnaire: Questionnaire, profile: Profile) -> str:
    watched = [m.id for m in questionnaire.metrics if m.under_reporting]
    if not watched:
        return "It moves no figure."
    least = float(questionnaire.records.under_reporting)
    if profile.automation == "electronic":
        return f"{', '.join(watched)} under {least:g} per batch is taken as it is."
    return (
        f"{', '.join(watched)} under {least:g} per batch counts as under-reporting until a look "
        "into executed records shows otherwise."
    )


def _regions(questionnaire: Questionnaire, profile: Profile) -> str:
    clauses = _clauses(questionnaire, profile)
    if not profile.regions:
        return f"Clauses of every region are printed: {len(clauses)}."
    everywhere = {"any", "ICH", *profile.regions}
    kept = sum(r.region in everywhere for r in clauses)
    return f"{kept} of {len(clauses)} clauses are printed: these regions and what holds anywhere."


def _form(questionnaire: Questionnaire, profile: Profile) -> str:
    full = questions_for(questionnaire, profile.modality, "full")
    short = questions_for(questionnaire, profile.modality, "short")
    return (
        f"Full: {full} questions. Short: {short}, and no verdict above transitional. Switching "
        "loses no answer."
    )


def regions_known(questionnaire: Questionnaire) -> list[str]:
    """Regions that clauses of the content speak of."""
    found = {r.region for c in questionnaire.capabilities.values() for r in c.references} - {
        "any",
        "ICH",
    }
    return sorted(found, key=("US", "EU", "UK").index)


@dataclass(frozen=True)
class Flag:
    """A fragmentation flag with its definition and how it stands."""

    id: str
    name: str
    text: str
    state: str


def flags(questionnaire: Questionnaire, assessment: Assessment) -> list[Flag]:
    """Every flag; one that nobody spoke of is *not known*: silence is never read as good."""
    said = assessment.hybrid
    found = []
    for flag in questionnaire.hybrid.flags:
        state = "not known"
        if said is not None and flag.id not in said.not_known:
            state = "yes" if flag.id in said.flags else "no"
        found.append(Flag(flag.id, flag.name, flag.text, state))
    return found


@dataclass(frozen=True)
class Held:
    """A drill on record with the points that count, and why."""

    key: str
    result: DrillResult
    name: str
    mandatory: bool

    @property
    def why(self) -> str:
        """How the points come about, and whether this is the one that counts."""
        return self.result.workings + ("" if self.result.latest else "; a later one counts")


def held(questionnaire: Questionnaire, assessment: Assessment, keys: Iterable[str]) -> list[Held]:
    """The drills on record; ``keys``: by which each is removed, in the order of entry."""
    rules = questionnaire.drills
    scenarios = {s.id: s for s in rules.scenarios}
    scored = list(score_drills(assessment.drills, rules, assessment.as_of))
    found = []
    for key, drill in zip(keys, assessment.drills, strict=True):
        [alone] = score_drills([drill], rules, assessment.as_of)
        mine = next(
            r
            for r in scored
            if r.model_copy(update={"latest": False}) == alone.model_copy(update={"latest": False})
        )
        scored.remove(mine)
        scenario = scenarios[drill.scenario]
        found.append(Held(key, mine, scenario.name, scenario.mandatory))
    return found
