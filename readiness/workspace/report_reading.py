"""A gap report that came back: whether it is ours, whose, of when, and which sheet is which.

Codes RT01 to RT12 are those of the workbook specification, *Round trip*.
"""

import re

from readiness.files.anatomy import Anatomy
from readiness.files.opened import OpenedFile
from readiness.report.exported import EDITED, FORMAT, FORMAT_KEY, Exported, read_exported
from readiness.report.gap_workbook import SHEETS
from readiness.report.layout import EXPORTED, REGISTER
from readiness.report.sealing import seal
from readiness.workspace.offline import Origin
from readiness.workspace.returned import Remarks, hidden_rows, refuse_file, stamp_of

AGAIN = "Export the report again, and make or copy the changes in that one"
NOT_READ = frozenset(SHEETS) - frozenset(EDITED)
"""Sheets that hold nothing to bring back; they need not even be readable."""
STAMP = re.compile(r"Report ([0-9a-f]{16}) · (.+)")


def read_identity(opened: OpenedFile, anatomy: Anatomy) -> Exported:
    """What left with the report. Raises InputRefused: RT01, RT02, RT03, RT05, RT45, RT46."""
    name = opened.name
    if opened.macros:
        refuse_file(name, "RT02", "contains macros", "Save it as .xlsx without macros")
    if opened.type not in ("xlsx", "ods"):
        refuse_file(name, "RT01", "is not an Excel workbook (.xlsx)", "Save it as .xlsx")
    if anatomy.external:
        message = "refers to other workbooks"
        refuse_file(name, "RT03", message, "Paste those cells as values, and save it again")
    rows = hidden_rows(opened, EXPORTED)
    if not rows:
        message = (
            "is no gap report that can come back: it was not made by this tool, is the board view, "
            "or its hidden sheet was deleted"
        )
        refuse_file(name, "RT05", message, AGAIN)
    if rows[0] != [FORMAT_KEY, FORMAT, *rows[0][2:]]:
        refuse_file(name, "RT46", "was made by another version of this tool", AGAIN)
    if rows[-1][0] != "seal" or rows[-1][1:2] != [seal(rows[:-1])]:
        refuse_file(
            name, "RT45", "its hidden sheet was changed: it no longer says what left", AGAIN
        )
    try:
        return read_exported(rows)
    except (IndexError, KeyError, ValueError):  # sealed anew by a stranger's hand
        refuse_file(name, "RT45", "its hidden sheet cannot be read", AGAIN)


def check_origin(exported: Exported, origin: Origin, remarks: Remarks) -> None:
    """Whose report it is, and of when. Raises InputRefused: RT07, RT08; notes RT30, RT34."""
    if exported.assessment != origin.id:
        message = (
            f'belongs to the assessment "{exported.title}", this is "{origin.assessment.title}"'
        )
        refuse_file(remarks.file, "RT07", message, "Open that assessment and bring it back there")
    content = origin.questionnaire
    made, here = f"{exported.questionnaire} {exported.version}", f"{content.id} {content.version}"
    if made != here:
        message = f"was made with the questionnaire {made}, the assessment uses {here}"
        refuse_file(remarks.file, "RT08", message, AGAIN)
    if exported.sha256 != content.sha256:
        message = "the wording or a figure of the questionnaire changed since the export"
        remarks.note("RT34", message, "")
    if exported.revision != origin.revision:
        message = (
            f"was exported at revision {exported.revision}, the assessment is at "
            f"{origin.revision}: a cell that changed on both sides is a conflict"
        )
        remarks.note("RT30", message, "")


def sheets_of(opened: OpenedFile, exported: Exported, remarks: Remarks) -> dict[str, str]:
    """Sheet as exported -> its name now, known by its stamp, else by its name.

    Raises InputRefused for a sheet of another report (RT06). The register must be there (RT09);
    another sheet that is missing says nothing (RT47).
    """
    found: dict[str, str] = {}
    for info in opened.sheets:
        if info.name.startswith("_") or info.name in NOT_READ:
            continue
        stamp = stamp_of(opened, info.name, STAMP)
        if stamp and stamp[1] != exported.report:
            message = f"the sheet {info.name[:31]} comes from another report"
            refuse_file(opened.name, "RT06", message, "Send each report back as it was exported")
        sheet = stamp[2] if stamp else info.name
        if sheet in found:
            message = f"the sheet {sheet} is here twice"
            remarks.refuse("RT15", message, info.name, advice="Delete one of them")
        elif sheet in EDITED:
            found[sheet] = info.name
    for sheet in exported.sheets:
        if sheet in found:
            continue
        if sheet == REGISTER:
            message = "the sheet is missing, or its name and its stamp are both gone"
            remarks.refuse("RT09", message, sheet, advice=AGAIN)
        else:
            remarks.note("RT47", "the sheet is missing; what it said stays as it is", sheet)
    return found
