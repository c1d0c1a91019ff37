"""The records of an assessment as evidence, measured when something changed."""

import hashlib
from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock

from readiness import __version__
from readiness.domain.assessment import Assessment
from readiness.domain.columns import ColumnContent
from readiness.domain.errors import NotAllowed
from readiness.domain.evidence import Evidence, Observation, counted_out
from readiness.domain.prints import VersionPrint
from readiness.domain.questionnaire import Questionnaire
from readiness.evidence.overlaps import without_overlaps
from readiness.evidence.roles import without_columns_of_people
from readiness.evidence.scan.print_bytes import print_from_bytes
from readiness.evidence.storing import from_bytes, joined
from readiness.metrics import measure
from readiness.store import Loaded, NewFile, StoredFile
from readiness.workspace import intake
from readiness.workspace.roles import explained, kinds_reduced
from readiness.workspace.session import Session
from readiness.workspace.vocabulary import vocabulary

Kept = tuple[NewFile | StoredFile, intake.Table]
"""What is known of a file, and the way to its table."""

KEPT = 16
IN_BOTH = "also in a newer file, counted there"
_LOCK = Lock()
_BY_STAMP: OrderedDict[tuple[str, bool], Evidence] = OrderedDict()
# A stamp holds the random ids of the files, which the store gives only to those who may read them.


def evidence_of(
    session: Session, assessment: str, loaded: Loaded, questionnaire: Questionnaire
) -> Evidence:
    """What the stored tables show, on the clock of the assessment; kept until that changes."""
    files = session.store.files(session.actor, assessment)
    if not files:
        return Evidence()
    stamp, sees_all = stamp_of(files, loaded.assessment, questionnaire), loaded.standing.sees_all
    with _LOCK:
        found = _BY_STAMP.get((stamp, sees_all))
    if found is None:
        found = session.store.measured(session.actor, assessment, stamp)
    if found is None and not sees_all:
        raise NotAllowed(
            "The records of this assessment have to be measured anew, which you may not do: their "
            "tables hold codes of people. Ask an owner or assessor to open the result once."
        )
    if found is None:
        kept = [(file, _table_of(session, assessment, file)) for file in files]
        columns = vocabulary(questionnaire.id, session.settings).columns
        found = measured_from(kept, loaded.assessment, questionnaire, columns)
        session.store.keep_measured(session.actor, assessment, stamp, found)
    with _LOCK:
        _BY_STAMP[stamp, sees_all] = found
        while len(_BY_STAMP) > KEPT:
            _BY_STAMP.popitem(last=False)
    return found


def _table_of(session: Session, assessment: str, file: StoredFile) -> intake.Table:
    return lambda: session.store.read_table(session.actor, assessment, file.id)


def stamp_of(
    files: Iterable[StoredFile], assessment: Assessment, questionnaire: Questionnaire
) -> str:
    """A hash of all that the measurements depend on: files, clock, profile, content, product."""
    parts = [
        __version__,
        # What was kept in another shape is measured anew.
        " ".join((*Evidence.model_fields, *Observation.model_fields)),
        questionnaire.sha256,
        assessment.as_of.isoformat(),
        assessment.profile.model_dump_json(),
        *(said.model_dump_json(exclude={"by"}) for said in assessment.complete_logs),
        *(f"{f.id} {f.sha256} {f.kind} {f.sheet}" for f in files),
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def measured_from(
    files: Iterable[Kept],
    assessment: Assessment,
    questionnaire: Questionnaire,
    columns: ColumnContent,
) -> Evidence:
    """The evidence of kept files, whether they lie in the store or were read a moment ago.

    ``columns``: what people call tables and columns, and when two files hold the same rows.
    Both faces come through here, so that they cannot differ.
    """
    files = list(files)
    if not files:
        return Evidence()
    about = [file for file, _ in files]
    parts = [
        (intake.register_entry(file), from_bytes(table()))
        for file, table in files
        if file.kind != intake.WORKBOOK
    ]
    once, overlaps = without_overlaps(parts, columns.thresholds)
    reduced = kinds_reduced(about)
    left_out = [row for o in overlaps if o.numbered for row in (*o.agree, *o.differ)]
    seen = measure(
        joined(without_columns_of_people(once, reduced)),
        questionnaire,
        assessment.as_of,
        files=[intake.register_entry(file) for file in about],
        exclusions=[
            *(left for file in about for left in intake.exclusions(file)),
            *counted_out(row.model_copy(update={"note": IN_BOTH}) for row in left_out),
        ],
        scans=[scan for file in about if (scan := intake.scan_of(file)) is not None],
        prints=prints_of(files),
        columns=columns,
        complete=assessment.complete_logs,
    )
    said = explained(seen.observations, reduced)
    return seen.model_copy(update={"overlaps": tuple(overlaps), "observations": said})


def prints_of(files: Iterable[Kept]) -> dict[str, VersionPrint]:
    """What comparing the kept workbooks needs, by the hash of the file; older ones have none."""
    found = {}
    for file, table in files:
        if file.kind == intake.WORKBOOK and (data := table()):
            found[file.sha256] = print_from_bytes(data)
    return found
