"""Claims: what people say of a capability, and what of it is backed (method 2)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from pydantic import TypeAdapter

from readiness.domain.assessment import Basis, Consensus, Respondent, Response
from readiness.domain.capability import Capability
from readiness.domain.result import AnswerWorking, Finding
from readiness.domain.rules import ClaimRules
from readiness.domain.scale import Level

Workings = tuple[AnswerWorking, ...]
WORKINGS: TypeAdapter[Workings] = TypeAdapter(Workings)


class Voice(NamedTuple):
    """A level given by one respondent, and what it backs."""

    respondent: str
    function: str
    seniority: str
    level: Level
    basis: Basis
    backs: Level


@dataclass(frozen=True)
class Claim:
    """All that was said of one capability.

    ``level`` None: nobody gave a level. ``backing`` and ``proof`` (backing without statements)
    come from the answers alone; records are added in the final level.
    """

    applicable: bool = True
    level: Level | None = None
    backing: Level | None = None
    proof: Level | None = None
    low: tuple[Level, Level, Level | None] | None = None
    """Lowest level given, its least backing and the proof of that answer (method 5, bounds)."""
    high: Level | None = None
    source: Literal["answers", "consensus", "none"] = "none"
    reason: str = ""
    voices: tuple[Voice, ...] = ()
    answers: tuple[AnswerWorking, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    @property
    def on_paper(self) -> bool:
        """At least one level on a document or a record (evidence coverage)."""
        return self.proof is not None


def lower_median(levels: Sequence[Level]) -> Level:
    """Of an even count the smaller middle one (method 2). Raises ValueError on none."""
    if not levels:
        raise ValueError("the median of no levels is not defined")
    return sorted(levels)[(len(levels) - 1) // 2]


def hear(
    capability: Capability,
    responses: Sequence[Response],
    consensus: Consensus | None,
    respondents: Mapping[str, Respondent],
    rules: ClaimRules,
) -> Claim:
    """The claim of one capability that the content makes applicable (method 2)."""
    silent, unscored, given = _sorted_out(responses, capability)
    findings: list[Finding] = []
    if consensus is not None and consensus.level == "not_applicable":
        if not given and not unscored:
            answers = _unheard(responses, respondents)
            return Claim(applicable=False, source="consensus", answers=answers)
        findings.append(_refused(capability))
        consensus = None
    if silent and not given and not unscored and consensus is None:
        if not capability.gate:
            answers = _unheard(responses, respondents)
            return Claim(applicable=False, source="answers", answers=answers)
        if capability.visibility:
            given = list(silent)
    elif silent and given:
        findings.append(_overruled(capability, len(silent)))
    voices = _voices(given, respondents, rules)
    answers = _workings(responses, given, voices, respondents)
    if consensus is not None:
        return _from_consensus(consensus, voices, answers, findings, rules)
    if not voices:
        reason = _why_unknown(responses, silent)
        return Claim(reason=reason, answers=answers, findings=tuple(findings))
    return _from_voices(voices, answers, findings)


def _sorted_out(
    responses: Sequence[Response], capability: Capability
) -> tuple[list[Response], list[Response], list[Response]]:
    """Answers of *not applicable*, of *unknown* that leave it unscored, and levels.

    A *not applicable* without its reason is no answer yet.
    """
    silent: list[Response] = []
    unscored: list[Response] = []
    given: list[Response] = []
    for response in responses:
        if not response.is_complete:
            continue
        if response.level == "not_applicable":
            silent.append(response)
        elif response.level == "unknown" and not capability.visibility:
            unscored.append(response)
        else:
            given.append(response)
    return silent, unscored, given


def _level(response: Response) -> Level:
    return response.level if isinstance(response.level, int) else 1


def _basis(response: Response) -> Basis:
    return (response.basis or "statement") if isinstance(response.level, int) else "statement"


def _voices(
    given: Sequence[Response], respondents: Mapping[str, Respondent], rules: ClaimRules
) -> tuple[Voice, ...]:
    heard = [(r.respondent, *_who(r, respondents), _level(r), _basis(r)) for r in given]
    corroborated = is_corroborated([(function, level) for _, function, _, level, _ in heard], rules)
    most = {basis: ceiling(basis, corroborated, rules) for basis in rules.ceilings}
    return tuple(
        Voice(respondent, function, seniority, level, basis, min(level, most[basis]))
        for respondent, function, seniority, level, basis in heard
    )


def is_corroborated(given: Sequence[tuple[str, Level]], rules: ClaimRules) -> bool:
    """Whether enough different functions gave the corroborating level (method 2)."""
    functions = {function for function, level in given if level >= rules.corroborating_level}
    return len(functions) >= rules.corroborating_functions


def ceiling(basis: Basis, corroborated: bool, rules: ClaimRules) -> Level:
    """The highest level that a basis backs (method 2)."""
    if basis == "statement" and corroborated:
        return rules.corroborated_ceiling
    return rules.ceilings[basis]


def _from_voices(
    voices: tuple[Voice, ...], answers: tuple[AnswerWorking, ...], findings: list[Finding]
) -> Claim:
    levels = [v.level for v in voices]
    lowest = min(levels)
    at_lowest = [v for v in voices if v.level == lowest]
    weakest = min(at_lowest, key=lambda v: (v.backs, v.basis != "statement"))
    return Claim(
        level=lower_median(levels),
        backing=max(v.backs for v in voices),
        proof=max((v.backs for v in voices if v.basis != "statement"), default=None),
        low=(lowest, weakest.backs, None if weakest.basis == "statement" else weakest.backs),
        high=max(levels),
        source="answers",
        voices=voices,
        answers=answers,
        findings=tuple(findings),
    )


def _from_consensus(
    consensus: Consensus,
    voices: tuple[Voice, ...],
    answers: tuple[AnswerWorking, ...],
    findings: list[Finding],
    rules: ClaimRules,
) -> Claim:
    assert consensus.level != "not_applicable"
    corroborated = is_corroborated([(v.function, v.level) for v in voices], rules)
    backs = min(consensus.level, ceiling(consensus.basis, corroborated, rules))
    proof = None if consensus.basis == "statement" else backs
    return Claim(
        level=consensus.level,
        backing=backs,
        proof=proof,
        low=(consensus.level, backs, proof),
        high=consensus.level,
        source="consensus",
        voices=voices,
        answers=answers,
        findings=tuple(findings),
    )


def _who(response: Response, respondents: Mapping[str, Respondent]) -> tuple[str, str]:
    """Function and seniority; one who is not listed is a function of their own."""
    known = respondents.get(response.respondent)
    return (known.function, known.seniority) if known else (response.respondent, "")


def _workings(
    responses: Sequence[Response],
    given: Sequence[Response],
    voices: Sequence[Voice],
    respondents: Mapping[str, Respondent],
) -> Workings:
    heard = dict(zip(map(id, given), voices, strict=True))
    return _checked(_working(r, heard.get(id(r)), respondents) for r in responses)


def _unheard(responses: Sequence[Response], respondents: Mapping[str, Respondent]) -> Workings:
    return _checked(_working(r, None, respondents) for r in responses)


def _checked(workings: Iterable[dict[str, object]]) -> Workings:
    """All answers of a capability at once: their number makes this the longest part of a run."""
    return WORKINGS.validate_python(tuple(workings))


def _working(
    response: Response, voice: Voice | None, respondents: Mapping[str, Respondent]
) -> dict[str, object]:
    function, seniority = voice[1:3] if voice else _who(response, respondents)
    return {
        "respondent": response.respondent,
        "function": function,
        "seniority": seniority,
        "said": response.level,
        "basis": voice.basis if voice else _basis(response),
        "level": voice.level if voice else None,
        "backs": voice.backs if voice else None,
        "note": response.note,
        "reason": response.reason,
        "proof": response.proof,
    }


def _why_unknown(responses: Sequence[Response], silent: Sequence[Response]) -> str:
    if not any(r.is_complete for r in responses):
        return "not applicable without a reason: open" if responses else "not answered"
    if silent and len(silent) == len(responses):
        return "not applicable needs a consensus with a reason on a gate; read as unknown"
    return "answered: do not know"


def _refused(capability: Capability) -> Finding:
    return Finding(
        kind="not_applicable_contradicted",
        capability=capability.id,
        text=(
            f"The consensus that {capability.id} does not apply does not stand: somebody gave a "
            "level or said unknown. The answers count."
        ),
    )


def _overruled(capability: Capability, count: int) -> Finding:
    return Finding(
        kind="not_applicable_contradicted",
        capability=capability.id,
        text=(
            f"{count} of the respondents say that {capability.id} does not apply, others gave a "
            "level. The level counts."
        ),
    )
