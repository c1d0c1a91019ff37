"""Several voices on one capability, in sentences (screens 3.2, *Compare*)."""

from collections.abc import Iterable
from fractions import Fraction

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Agreement, AnswerWorking, CapabilityResult, Result
from readiness.report.numerals import number, plural, two
from readiness.report.sentences import Phrase, Sentence, asked, capitalised
from readiness.report.workings import BASES, who
from readiness.scoring.claims import lower_median

STRENGTH = ("statement", "document", "record")


def meaning(agreement: Agreement, content: Questionnaire) -> str:
    """What an agreement means in the words of the content; empty where there is no figure."""
    if agreement.alpha is None:
        return ""
    return next(
        (
            word.text
            for word in content.claims.agreement_words
            if word.at_least is None or Fraction(agreement.alpha) >= word.at_least
        ),
        "",
    )


def standing(shown: CapabilityResult, content: Questionnaire) -> Sentence:
    """*Claimed 3 (lower median of 6) · backing 3 (best: document, Supply chain, lead) · ...*."""
    levels = [a.level for a in shown.answers if a.level is not None]
    parts = [
        ("Claimed", shown.claimed, _claimed(shown, len(levels))),
        ("backing", shown.backing, _best(shown, content)),
        ("evidenced", shown.evidenced, ""),
        ("records", shown.records, ""),
    ]
    said: list[Phrase] = []
    for name, level, how in parts:
        said += [Phrase(f"{name} "), Phrase("not known" if level is None else str(level), True)]
        said.append(Phrase(f" ({how}) · " if how else " · "))
    if len(levels) > 1:
        apart = max(levels) - min(levels)
        far = plural(apart, "level") if apart else "no level"
        return (*said, Phrase(f"answers {far} apart", apart >= content.claims.apart), Phrase("."))
    return (*said[:-1], Phrase(said[-1].text.removesuffix(" · ") + "."))


def _claimed(shown: CapabilityResult, count: int) -> str:
    if shown.claim_source == "consensus":
        return f"a consensus, in place of {plural(count, 'answer')}"
    return f"lower median of {count}" if count > 1 else ""


def _best(shown: CapabilityResult, content: Questionnaire) -> str:
    """What carries the backing: the strongest basis among the answers that reach it."""
    if shown.backing is None:
        return ""
    reach = [a for a in shown.answers if a.backs == shown.backing]
    if shown.claim_source == "consensus":
        return "best: records" if shown.records == shown.backing else "on the consensus"
    if not reach:
        return "best: records"
    best = max(reach, key=lambda a: STRENGTH.index(a.basis))
    return f"best: {BASES[best.basis]}, {who(best, content)}"


def seniority(result: Result) -> str:
    """How executives answer beside the floor, over the questions that both answered."""
    pairs = [pair for c in asked(result) if (pair := _top_and_floor(c.answers))]
    if not pairs:
        return ""
    above, below = sum(t > f for t, f in pairs), sum(t < f for t, f in pairs)
    mean = Fraction(sum(t - f for t, f in pairs), len(pairs))
    way = f"{two(abs(mean))} levels {'above' if mean > 0 else 'below'} on average"
    if mean == 0:
        way = "level with it on average"
    counts = (number(above) if above else "none", number(below) if below else "none")
    return (
        f"{capitalised(plural(len(pairs), 'question'))} answered by executives and by the floor: "
        f"executives stand above the floor on {counts[0]}, below it on {counts[1]}, {way}."
    )


def _top_and_floor(answers: Iterable[AnswerWorking]) -> tuple[int, int] | None:
    """Lower medians of the executives and of the floor; a team has no seniority."""
    people = [a for a in answers if a.level is not None and a.function != "TEAM"]
    top = [a.level for a in people if a.seniority == "executive" and a.level is not None]
    floor = [a.level for a in people if a.seniority == "floor" and a.level is not None]
    return (lower_median(top), lower_median(floor)) if top and floor else None
