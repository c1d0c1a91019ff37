"""The list of assessments with what each one says at a glance (screens 3.1)."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from readiness.domain.assessment import Form, Profile
from readiness.domain.errors import ReadinessError
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.domain.scale import Modality
from readiness.report.numerals import percent, two
from readiness.scoring.applicability import applies
from readiness.workspace.assessments import Listed, listed
from readiness.workspace.lacking import streams_on_file
from readiness.workspace.results import result
from readiness.workspace.session import Session

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
GIVEN_AT_START = ("organisation", "modality", "stage")


@dataclass(frozen=True)
class Glance:
    """One assessment of the list."""

    line: Listed
    content: Questionnaire | None
    result: Result | None
    """None if it cannot be opened, or if nothing was said yet."""
    trouble: str
    """Why it cannot be opened, or ''."""
    logs: int
    of_logs: int

    @property
    def is_done(self) -> bool:
        """Whether every question has an answer."""
        return self.line.asked > 0 and self.line.answered == self.line.asked

    @property
    def level(self) -> int | None:
        """The level to show in a badge; None while not enough is known."""
        return None if self.result is None or self.result.provisional else self.result.level

    @property
    def verdict(self) -> str:
        """The verdict as a title."""
        if self.trouble:
            return "Cannot be opened"
        if self.result is None:
            return "Not started"
        return self.result.verdict[:1].upper() + self.result.verdict[1:]

    @property
    def figures(self) -> str:
        """The index with its bounds, or what is known while there is no verdict."""
        said = self.result
        if self.trouble or said is None:
            return self.trouble or "No answer yet"
        if said.provisional or said.index is None:
            known = f"{percent(said.coverage or 0)} known"
            return known if said.drills else f"{known}, no drill"
        low, high = two(said.index_low), two(said.index_high)
        return f"Index {two(said.index)} ({low} to {high})"

    @property
    def about(self) -> str:
        """Organisation, modality and stage, in the words of the content."""
        row = self.line.row
        if self.content is None:
            return f"{row.organisation} · {row.modality} · {row.stage}"
        modality = next((m.name for m in self.content.modalities if m.id == row.modality), "")
        stage = next((s.name for s in self.content.stages if s.id == row.stage), row.stage)
        return f"{row.organisation} · {modality} · {stage}"


def glances(session: Session, find: str = "", client: str | None = None) -> list[Glance]:
    """Assessments, of one client if given, whose title or organisation holds ``find``, last changed
    first."""
    wanted = find.strip().casefold()
    lines = [
        line
        for line in listed(session, client)
        if wanted in f"{line.row.title} {line.row.organisation}".casefold()
    ]
    return [_glance(session, line) for line in lines]


def _glance(session: Session, line: Listed) -> Glance:
    content = session.questionnaires.get(line.row.questionnaire)
    if content is None:
        there = ", ".join(sorted(session.questionnaires))
        trouble = f"Made with the questionnaire {line.row.questionnaire}; here is {there}."
        return Glance(line, None, None, trouble, 0, 0)
    logs = streams_on_file(content, line.row.evidence_kinds)
    of_logs = len(content.streams)
    if not line.answered and not line.row.evidence_kinds:
        return Glance(line, content, None, "", logs, of_logs)
    try:
        return Glance(line, content, result(session, line.row.id), "", logs, of_logs)
    except (ReadinessError, ValueError) as error:
        return Glance(line, content, None, str(error), logs, of_logs)


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
