"""The list of assessments with what each one says at a glance (screens 3.1)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from readiness.domain.assessment import Form, Profile
from readiness.domain.outline import Outline
from readiness.domain.portfolio import PortfolioLine
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.scale import Modality
from readiness.report.numerals import percent, two
from readiness.report.sentences import capitalised
from readiness.scoring.applicability import applies
from readiness.store import AssessmentRow
from readiness.workspace.assessments import Listed, lined, listed
from readiness.workspace.clients import clients
from readiness.workspace.lacking import streams_on_file
from readiness.workspace.outlines import Summed, summed
from readiness.workspace.session import Session

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
GIVEN_AT_START = ("organisation", "modality", "stage")


@dataclass(frozen=True)
class Glance:
    """One assessment of the list."""

    line: Listed
    content: Questionnaire | None
    outline: Outline | None
    """None if it cannot be opened, or if nothing was said yet."""
    trouble: str
    """Why it cannot be opened, or ''."""
    logs: int
    of_logs: int
    is_own: bool = False
    """One answers what was assigned here, and sees no result."""

    @property
    def is_done(self) -> bool:
        """Whether every question has an answer."""
        return self.line.asked > 0 and self.line.answered == self.line.asked

    @property
    def level(self) -> int | None:
        """The level to show in a badge; None while not enough is known."""
        return None if self.outline is None or self.outline.provisional else self.outline.level

    @property
    def verdict(self) -> str:
        """The verdict as a title."""
        if self.trouble:
            return "Cannot be opened"
        if self.is_own:
            return "Your questions"
        if self.outline is None:
            return "Not started"
        return capitalised(self.outline.verdict)

    @property
    def figures(self) -> str:
        """The index with its bounds, or what is known while there is no verdict."""
        said = self.outline
        if self.trouble or said is None:
            return self.trouble or ("Your own answers alone" if self.is_own else "No answer yet")
        if said.provisional or said.index is None:
            known = f"{percent(said.coverage or 0)} known"
            return known if said.is_drilled else f"{known}, no drill"
        low, high = two(said.index_low), two(said.index_high)
        return f"Index {two(said.index)} ({low} to {high})"

    @property
    def about(self) -> str:
        """Organisation, modality and stage, in the words of the content."""
        return about(self.line.row, self.content)


def about(row: AssessmentRow | PortfolioLine, content: Questionnaire | None) -> str:
    """Organisation, modality and stage, in the words of the content where it is there."""
    if content is None:
        return f"{row.organisation} · {row.modality} · {row.stage}"
    modality = next((m.name for m in content.modalities if m.id == row.modality), "")
    stage = next((s.name for s in content.stages if s.id == row.stage), row.stage)
    return f"{row.organisation} · {modality} · {stage}"


def found(session: Session, find: str = "", client: str | None = None) -> list[AssessmentRow]:
    """Assessments, of one client if given, whose line holds ``find``, last changed first."""
    wanted = find.strip().casefold()
    contents = session.questionnaires
    return [
        row
        for row in listed(session, client)
        if not wanted
        or wanted in f"{row.title} {about(row, contents.get(row.questionnaire))}".casefold()
    ]


def glances(session: Session, rows: Sequence[AssessmentRow]) -> list[Glance]:
    """These assessments with what each says; of thousands, hand in those that are shown."""
    own = {one.id for one in clients(session) if one.role == "respondent"}
    short = summed(session, [row for row in rows if row.workspace not in own])
    return [replace(_glance(session, row, short), is_own=row.workspace in own) for row in rows]


def _glance(session: Session, row: AssessmentRow, short: Summed) -> Glance:
    content = session.questionnaires.get(row.questionnaire)
    trouble = short.troubles.get(row.id, "")
    logs = streams_on_file(content, row.evidence_kinds) if content else 0
    of_logs = len(content.streams) if content else 0
    outline = short.outlines.get(row.id)
    return Glance(lined(session, row), content, outline, trouble, logs, of_logs)


def questions_for(questionnaire: Questionnaire, modality: Modality, form: Form) -> int:
    """How many questions a maker of this modality is asked, as long as no more is known."""
    profile = Profile(organisation="", modality=modality, stage=questionnaire.stages[0].id)
    return sum(
        applies(c, profile) and (form == "full" or c.id in questionnaire.short_capabilities)
        for c in questionnaire.capabilities.values()
    )


def later_fields() -> int:
    """Fields of the profile that the form of a new assessment leaves for later."""
    return len(set(Profile.model_fields) - set(GIVEN_AT_START))


def in_words(count: int) -> str:
    """Ten and less as a word."""
    return SMALL[count] if 0 <= count < len(SMALL) else str(count)


def place_of_data(session: Session) -> str:
    """Where everything is kept."""
    url = session.settings.database_url
    # An address may hold a password: only the machine is named.
    return (
        f"the database on {urlsplit(url).hostname or 'disk'}"
        if url
        else str(session.settings.data_dir)
    )


def where(session: Session) -> str:
    """*On this computer*, or *on your server* where the store is a database of its own."""
    url = session.settings.database_url
    return "on your server" if url and not url.startswith("sqlite") else "on this computer"
