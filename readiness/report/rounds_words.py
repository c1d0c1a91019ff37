"""What two rounds say in sentences: the headline, what to know first, and which inputs differ."""

from collections.abc import Iterator

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.two_rounds import RoundStamp, TwoRounds
from readiness.report.numerals import plural, two
from readiness.report.rounds_lines import ORDER, Line, lines
from readiness.report.sentences import capitalised

NAMED = 8
"""Metrics named in a sentence; of more the count is told."""
HOW = (
    "Causes are swapped one at a time, from the earlier round to the later one, and judged anew "
    "after each: content, profile, answers, what was shown for them, records, drills, incidents, "
    "ratings and settings, date. So the parts of a move make the whole."
)


def named(stamp: RoundStamp) -> str:
    """*Northgate baseline, as of 22 Nov 2026*."""
    return f"{stamp.title}, as of {stamp.as_of:%d %b %Y}"


def headline(found: TwoRounds) -> str:
    """Level and index of both rounds in a sentence."""
    if found.is_still:
        return "Nothing moved: the two rounds are the same."
    level, index = found.level, found.index
    ends = f"from {level.before} to {level.after}" if level.is_moved else f"still {level.after}"
    way = (
        f"from {two(index.before)} to {two(index.after)}"
        if index.is_moved
        else f"still {two(index.after)}"
    )
    return f"Overall level {ends}, maturity index {way}."


def since(found: TwoRounds, content: Questionnaire) -> str:
    """The move since the earlier round in a line, for a page that has no room for the sheet."""
    said = headline(found)
    return f"Since {found.before.as_of:%d %b %Y}: {said}" + (
        "" if found.is_still else f" {capitalised(tally(lines(found, content)))}"
    )


def tally(told: tuple[Line, ...]) -> str:
    """*Two lines worse, five better, one otherwise changed.*"""
    counts = [sum(line.direction == way for line in told) for way in ORDER]
    words = ("worse", "better", "otherwise changed")
    parts = [f"{count} {word}" for count, word in zip(counts, words, strict=True)]
    return ", ".join(parts) + "."


def remarks(found: TwoRounds) -> Iterator[str]:
    """What to know before reading a figure: another content, another modality, carried levels."""
    old, new = found.before, found.after
    if old.content != new.content:
        yield (
            f"The earlier round is judged with content {old.content.version}, the later one with "
            f"{new.content.version}: what the content alone moved stands as its own cause."
        )
    elif old.judged_then is not None:
        yield (
            f"The earlier round was judged with content {old.judged_then.version} when the later "
            f"one was begun. Here both are judged with {new.content.version}, so that the content "
            "moves nothing; figures printed then may differ from those shown as before."
        )
    if old.modality != new.modality:
        yield "The modality is another one: levels of different modalities are not comparable."
    carried = found.carried
    if carried:
        which = f" ({', '.join(carried)})" if len(carried) <= NAMED else ""
        verb = "carries" if len(carried) == 1 else "carry"
        yield (
            f"{capitalised(plural(len(carried), 'metric'))} of the later round {verb} the level of "
            f"an earlier one{which}, not measured since: nothing moves, and nothing new is shown."
        )
