"""The transparency scorecard of a contract maker (method 12, domain 7)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from readiness.domain.operating import Operating
from readiness.domain.operating_result import CheckFound, CountedAnswer, PartnerResult, PartScore
from readiness.domain.partners import Partner, PartnerAnswer, Score
from readiness.domain.scorecard import MirrorQuestion, ScorecardRules, TransparencyBand
from readiness.operating_model.partner_checks import Supplied, found_by
from readiness.operating_model.slot_table import slot_figures

TOP: Score = 4


def score_partners(rules: ScorecardRules, said: Operating) -> tuple[PartnerResult, ...]:
    """The scorecard of every partner, in the order of entry."""
    return tuple(score_partner(rules, partner, said) for partner in said.partners)


def score_partner(rules: ScorecardRules, partner: Partner, said: Operating) -> PartnerResult:
    """Score, band, sub-scores, red flags and what the partner's own figures contradict.

    Score: ``100 * sum(weight * score) / (4 * sum of the weights asked)``. A question that was not
    asked leaves the sum and is listed: it counts against the sponsor. An answer that the supplied
    table contradicts counts 0. Enough red flags among the questions named lower the band by one.
    """
    given = {a.question: a for a in said.partner_answers if a.partner == partner.id}
    seen = _supplied(rules, partner, said, given)
    checks = found_by(rules.checks, seen)
    answers = _counted(rules, given, checks)
    scores = {a.question: a.counted for a in answers}
    red = tuple(a.question for a in answers if a.red_flag)
    score = weighted(rules.questions, scores)
    before = _band(rules.bands, score, 0)
    lowered = sum(q in rules.lowering.among for q in red) >= rules.lowering.flags
    band = _band(rules.bands, score, int(lowered))
    mirror = {id: answer.score for id, answer in given.items()}
    return PartnerResult(
        id=partner.id,
        name=partner.name,
        score=score,
        band=band.name if band else None,
        band_before_flags=before.name if before else None,
        supports=band.supports if band else None,
        parts=_parts(rules, scores),
        asked=sum(s is not None for s in scores.values()),
        of=len(rules.questions),
        not_asked=tuple(q for q, s in scores.items() if s is None),
        red_flags=red,
        reactions={a.question: a.reaction for a in answers if a.reaction},
        answers=answers,
        checks=checks,
        slots=seen.slots,
        mirror=weighted(rules.mirror, mirror),
    )


def weighted(
    questions: Sequence[MirrorQuestion], scores: Mapping[str, Score | None]
) -> Fraction | None:
    """0 to 100 over what was asked; None if nothing was."""
    asked = [(q.weight, s) for q in questions if (s := scores.get(q.id)) is not None]
    if not asked:
        return None
    reached = sum((w * s for w, s in asked), start=Fraction(0))
    return 100 * reached / (TOP * sum((w for w, _ in asked), start=Fraction(0)))


def _supplied(
    rules: ScorecardRules, partner: Partner, said: Operating, given: Mapping[str, PartnerAnswer]
) -> Supplied:
    rows = tuple(row for row in said.partner_slots if row.partner == partner.id)
    as_given = {id: answer.score for id, answer in given.items()}
    return Supplied(
        partner=partner,
        answers=given,
        failures=[f for f in said.partner_failures if f.partner == partner.id],
        rows=rows,
        slots=slot_figures(rows),
        parts={p.id: p.score for p in _parts(rules, as_given)},
    )


def _counted(
    rules: ScorecardRules, given: Mapping[str, PartnerAnswer], checks: Sequence[CheckFound]
) -> tuple[CountedAnswer, ...]:
    contradicting = {check.id for check in rules.checks if check.contradicts}
    found = []
    for question in rules.questions:
        answer = given.get(question.id)
        mine = [check for check in checks if check.question == question.id]
        against = [check for check in mine if check.id in contradicting]
        score = answer.score if answer else None
        counts: Score | None = 0 if score is not None and against else score
        raised = (answer is not None and answer.red_flag) or any(c.red_flag for c in mine)
        found.append(
            CountedAnswer(
                question=question.id,
                given=score,
                counted=counts,
                reason="; ".join(c.text for c in against) if counts != score else "",
                red_flag=raised,
                reaction=answer.reaction if answer else "",
            )
        )
    return tuple(found)


def _parts(rules: ScorecardRules, scores: Mapping[str, Score | None]) -> tuple[PartScore, ...]:
    found = []
    for part in rules.parts:
        mine = [q for q in rules.questions if q.part == part.id]
        asked = sum(scores.get(q.id) is not None for q in mine)
        found.append(
            PartScore(
                id=part.id,
                name=part.name,
                score=weighted(mine, scores),
                asked=asked,
                of=len(mine),
            )
        )
    return tuple(found)


def _band(
    bands: Sequence[TransparencyBand], score: Fraction | None, lower: int
) -> TransparencyBand | None:
    if score is None:
        return None
    place = next(n for n, band in enumerate(bands) if score >= band.at_least)
    return bands[min(place + lower, len(bands) - 1)]
