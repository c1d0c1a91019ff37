"""An assessment folder, read and judged: the way of the command line (formats, *Commands*)."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from readiness.domain.assessment import Assessment
from readiness.domain.errors import InputRefused, NotFound, Problem
from readiness.domain.evidence import Evidence, EvidenceFinding
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.domain.two_rounds import TwoRounds
from readiness.engine import assess
from readiness.evidence.intake import inspect
from readiness.evidence.mapping import FileMapping
from readiness.evidence.privacy import Coder
from readiness.files.opened import OpenedFile
from readiness.files.worker import open_apart
from readiness.report.gap_workbook import gap_workbook
from readiness.report.views import FULL, view_of, views
from readiness.settings import Settings, load_settings
from readiness.store import NewFile
from readiness.workspace import intake, planning
from readiness.workspace.coded import FOLDER as CODED
from readiness.workspace.coded import read_folder
from readiness.workspace.coding import fresh_coder
from readiness.workspace.earlier_rounds import OTHER_CLIENT, is_same_client
from readiness.workspace.folder import FILE, FindQuestionnaire, read_assessment
from readiness.workspace.mappings import FILE as MAPPINGS
from readiness.workspace.mappings import FOLDER, mappings_text, read_mappings, unnamed
from readiness.workspace.measuring import measured_from
from readiness.workspace.report_weeks import report_weeks
from readiness.workspace.roles import is_role_only
from readiness.workspace.sensitivity import cut_sensitivity
from readiness.workspace.session import load_questionnaires
from readiness.workspace.starting import START, to_confirm
from readiness.workspace.stated import with_complete
from readiness.workspace.swapping import Round
from readiness.workspace.tallies import clashes
from readiness.workspace.two_rounds import two_rounds
from readiness.workspace.vocabulary import Vocabulary, limits, vocabulary

Tell = Callable[[str], None]


# What of a doubt stands in the document; what was found in a cell is in its message alone.
DOUBT = ("file", "sheet", "row", "column", "message", "expected", "advice")


@dataclass(frozen=True)
class Case:
    """Everything that went into a judgement, and the judgement."""

    assessment: Assessment
    questionnaire: Questionnaire
    evidence: Evidence
    result: Result
    in_doubt: tuple[Problem, ...] = ()
    """What is to be confirmed or corrected of files of which nothing was measured."""


def open_folder(
    path: Path, tell: Tell, settings: Settings | None = None, *, partly: bool = False
) -> Case:
    """Read a folder, measure its files and judge it.

    ``tell`` is told what is done now. ``partly``: a file in doubt does not stop the others. Raises
    InputRefused with every problem of every file, NotFound if it is no assessment folder.
    """
    settings = settings or load_settings()
    known = load_questionnaires(settings)
    # An export of the app may be unfinished, as the app itself judges it all the while.
    exported = (path / CODED).is_dir()
    assessment = read_assessment(path, _finder(known), unfinished=exported)
    assessment = with_complete(assessment, mappings_text(path), str(path / MAPPINGS))
    questionnaire = known[assessment.questionnaire]
    read, in_doubt = _understood(path, assessment, settings, fresh_coder(), tell)
    if in_doubt and not partly:
        raise InputRefused(in_doubt)
    files = read_folder(path) + read
    tell("Measuring")
    kept = [(file, _bytes_of(file)) for file in files]
    words = vocabulary(assessment.questionnaire, settings)
    evidence = measured_from(kept, assessment, questionnaire, words.columns)
    problems = list(clashes(assessment, evidence))
    if problems:
        raise InputRefused(
            [Problem(str(path / FILE), p.message, column=p.file, advice=p.advice) for p in problems]
        )
    result = assess(assessment, questionnaire, evidence)
    return Case(assessment, questionnaire, evidence, result, tuple(in_doubt))


def _finder(known: Mapping[str, Questionnaire]) -> FindQuestionnaire:
    def find(id: str) -> Questionnaire:
        if id not in known:
            raise NotFound(f"There is no questionnaire {id!r}; there is {', '.join(known)}.")
        return known[id]

    return find


def _bytes_of(file: NewFile) -> intake.Table:
    return lambda: file.table


def read_files(
    path: Path, assessment: Assessment, settings: Settings, coder: Coder, tell: Tell
) -> list[NewFile]:
    """Every file of ``evidence/``, as ``evidence.yaml`` names it or as it is surely known.

    Raises InputRefused with every problem of every file.
    """
    found, problems = _understood(path, assessment, settings, coder, tell)
    if problems:
        raise InputRefused(problems)
    return found


def _understood(
    path: Path, assessment: Assessment, settings: Settings, coder: Coder, tell: Tell
) -> tuple[list[NewFile], list[Problem]]:
    """The files that could be read, and every problem of the others."""
    coder.roles_only = is_role_only(assessment)
    words, bounds = vocabulary(assessment.questionnaire, settings), limits(settings)
    named = read_mappings(path, words.columns)
    plan: list[tuple[str, FileMapping | None]] = [(mapping.file, mapping) for mapping in named]
    plan += [(name, None) for name in unnamed(path, named)]
    found: list[NewFile] = []
    problems: list[Problem] = []
    for name, known in plan:
        tell(f"Reading {name}")
        try:
            opened = open_apart(name, path / FOLDER / name, bounds, words.columns.errors)
            mapping = _confirmed(known) if known else _sure_mapping(opened, words)
            found.append(intake.take(opened, mapping, words, coder, bounds))
        except InputRefused as error:
            problems += error.problems
    return found, problems


def _confirmed(mapping: FileMapping) -> FileMapping:
    """The mapping itself. Raises InputRefused while something of it is still to be confirmed."""
    if mapping.to_confirm:
        advice = "Correct the entry in evidence.yaml, then take this line out of to_confirm"
        sheet, row = mapping.sheet, mapping.header_row
        raise InputRefused(
            [
                Problem(mapping.file, f"To confirm: {said}", sheet, row, advice=advice)
                for said in mapping.to_confirm
            ]
        )
    return mapping


def _sure_mapping(opened: OpenedFile, words: Vocabulary) -> FileMapping:
    """The mapping of a file that nobody named. Raises InputRefused unless all of it is sure."""
    proposal = inspect(opened, words.columns)
    if proposal.can_be_read and not proposal.needs_person:
        return proposal.mapping()
    advice = f"Name it in evidence.yaml ({START} begins one), or confirm its columns in the app"
    raise InputRefused(
        [
            Problem(
                opened.name,
                f"Not sure: {said}",
                sheet=proposal.sheet,
                row=proposal.header_row,
                advice=advice,
            )
            for said in to_confirm(proposal)
        ]
    )


def report_of(case: Case, view: str = FULL, against: Case | None = None) -> bytes:
    """The Excel gap report; ``against`` an earlier round with what moved since, and why.

    Raises NotFound for a view that there is not or that shows no earlier round, InputRefused for
    a round of another client.
    """
    known = [v.id for v in views(case.questionnaire)]
    if view not in known:
        raise NotFound(f"There is no view {view!r}; there is {', '.join(known)}.")
    if against and view_of(case.questionnaire, view).party is not None:
        raise NotFound(f"The view {view!r} shows no earlier round; take full, client or board.")
    return gap_workbook(
        case.result,
        case.assessment,
        case.questionnaire,
        case.evidence,
        view=view,
        sensitivity=cut_sensitivity(case.assessment, case.questionnaire, case.evidence),
        rounds=between(against, case) if against else None,
        weeks=report_weeks(
            planning.Case(case.assessment, case.questionnaire, case.evidence, case.result)
        ),
        exported_by="command line",
    )


def between(before: Case, after: Case) -> TwoRounds:
    """What moved between two folders of one client, and why.

    Raises InputRefused for two clients or two questionnaires.
    """
    old, new = before.assessment, after.assessment
    if not is_same_client(old.profile.organisation, new.profile.organisation):
        raise InputRefused([Problem(FILE, OTHER_CLIENT, advice="Compare rounds of one client")])
    return side_by_side(before, after)


def side_by_side(before: Case, after: Case) -> TwoRounds:
    """What differs between any two folders of one questionnaire, and why.

    Raises InputRefused for two questionnaires.
    """
    old, new = before.assessment, after.assessment
    if old.questionnaire != new.questionnaire:
        said = f"One was made with {old.questionnaire}, the other with {new.questionnaire}"
        raise InputRefused([Problem(FILE, said, advice="Compare rounds of one questionnaire")])
    return two_rounds(_round(before), _round(after))


def _round(case: Case) -> Round:
    return Round(case.assessment, case.questionnaire, case.evidence)


def measured(case: Case) -> str:
    """The evidence alone, as JSON: every measurement with its rows (formats, *Result*)."""
    whole = case.result.model_dump(mode="json", by_alias=True)
    recorded = case.evidence.model_dump(mode="json", by_alias=True)
    overlaps = [
        EvidenceFinding(kind="overlap", text=o.text, evidence=(*o.agree, *o.differ)).model_dump(
            mode="json"
        )
        for o in case.evidence.overlaps
    ]
    shown = {
        "measurements": whole["measurements"],
        "exclusions": whole["exclusions"],
        "findings": [*recorded["findings"], *overlaps],
        "versions": recorded["versions"],
        "in_doubt": [{name: getattr(problem, name) for name in DOUBT} for problem in case.in_doubt],
    }
    return json.dumps(shown, indent=2, ensure_ascii=False)
