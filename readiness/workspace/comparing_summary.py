"""Two assessments compared, in lines of text for the command line."""

from collections.abc import Iterator

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.two_rounds import TwoRounds
from readiness.report.rounds_lines import lines
from readiness.report.rounds_words import headline, named, remarks, tally
from readiness.report.side_lines import SideLine, side_lines


def comparison_lines(found: TwoRounds, content: Questionnaire) -> list[str]:
    """What moved, worse first, then each capability that differs with the reasons on both sides.

    ``content``: of the later one, for names.
    """
    told = lines(found, content)
    before, after = found.before.content.version, found.after.content.version
    sides = [line for line in side_lines(found, content) if not line.is_alike]
    ends = f"{named(found.before)} (content {before}), against {named(found.after)} (content"
    return [
        headline(found),
        f"{ends} {after}). {tally(told)}",
        *remarks(found),
        "",
        *(f"  {o.way}: {o.kind} {o.id or o.name}: {o.before} → {o.after}. {o.why}" for o in told),
        "",
        f"Capabilities that differ: {len(sides)}",
        *(said for line in sides for said in _sides(line)),
    ]


def _sides(line: SideLine) -> Iterator[str]:
    yield f"  {line.id} {line.name}" + (f" ({line.why.lower()})" if line.why else "")
    for level, words in ((line.level_before, line.before), (line.level_after, line.after)):
        yield f"    level {'?' if level is None else level}: {words}"
