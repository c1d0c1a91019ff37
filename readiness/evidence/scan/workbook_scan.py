"""The scan of one saved version of a scheduling workbook, whatever its format."""

import json

from readiness.domain.columns import IntakeErrors
from readiness.domain.scan import WorkbookScan
from readiness.domain.scan_rules import ScanRules
from readiness.evidence.privacy import Coder
from readiness.evidence.scan.formula_scan import scan_formulas
from readiness.evidence.scan.markup import MarkupError
from readiness.evidence.scan.print_bytes import print_to_bytes
from readiness.evidence.scan.prints import PrintTaker
from readiness.evidence.scan.reader import TooManyCells
from readiness.evidence.scan.result import Looked
from readiness.evidence.scan.values_scan import scan_values
from readiness.files.limits import Limits
from readiness.files.opened import OpenedFile
from readiness.files.worker import Worker, run_apart

_BY_FORMULAS = {"xlsx", "xlsm"}
_BY_VALUES = {"xls", "xlsb", "ods"}


def scan_workbook(
    opened: OpenedFile,
    rules: ScanRules,
    *,
    errors: IntakeErrors | None = None,
    limits: Limits | None = None,
    coder: Coder | None = None,
    prints: PrintTaker | None = None,
) -> WorkbookScan:
    """What a scheduling workbook shows of itself (domain 4.2.3, S1 to S7; 4.3).

    ``rules``, ``errors``: content; ``limits``: those that the file passed at the door; ``coder``:
    codes of the assessment, so that an editor has one code in all versions; ``prints``: takes
    what comparing this version with the next one needs, of xlsx and xlsm. Macros are not run,
    links not followed, nothing is calculated anew. No text of the workbook's cells is in the
    result. Of xls, xlsb and ods the values are read and the formulas are not. Raises InputRefused
    (``not_a_workbook``, ``broken_workbook``, ``too_many_cells``, and those of the archive).
    """
    looked = look_into(opened, rules, errors or IntakeErrors(), limits or Limits(), prints)
    return looked.coded(coder or Coder())


def scan_apart(
    opened: OpenedFile,
    rules: ScanRules,
    prints: PrintTaker,
    *,
    errors: IntakeErrors,
    limits: Limits,
    coder: Coder,
    worker: Worker | None = None,
) -> tuple[WorkbookScan, bytes]:
    """``scan_workbook`` in the process for untrusted files, within its time and memory.

    With the print as bytes for the store, b"" for none. Raises InputRefused: ``too_slow``,
    ``too_heavy``, and those of ``scan_workbook``.
    """
    facts = (rules, errors, limits, prints)
    told = run_apart(opened, _told, *facts, limits=limits, errors=errors, worker=worker)
    line, _, taken = told.partition(b"\n")
    scan, saved_by = json.loads(line)
    return Looked(WorkbookScan.model_validate(scan), saved_by).coded(coder), taken


def look_into(
    opened: OpenedFile,
    rules: ScanRules,
    errors: IntakeErrors,
    limits: Limits,
    prints: PrintTaker | None = None,
) -> Looked:
    """The scan before the editor has a code. Raises as ``scan_workbook``."""
    try:
        if opened.type in _BY_FORMULAS:
            return scan_formulas(opened, rules, errors, limits, prints)
        if opened.type in _BY_VALUES:
            return scan_values(opened, rules, errors, limits)
    except MarkupError as error:
        raise errors.refused("broken_workbook", opened.name, detail=str(error)) from None
    except TooManyCells as error:
        most = limits.max_scan_cells
        raise errors.refused(
            "too_many_cells", opened.name, count=f"over {error}", limit=most
        ) from None
    raise errors.refused("not_a_workbook", opened.name)


def _told(
    opened: OpenedFile,
    rules: ScanRules,
    errors: IntakeErrors,
    limits: Limits,
    prints: PrintTaker,
) -> bytes:
    """One line with the scan and who saved the file, then the print."""
    looked = look_into(opened, rules, errors, limits, prints)
    line = json.dumps([looked.scan.model_dump(mode="json"), looked.saved_by]).encode()
    return line + b"\n" + (print_to_bytes(prints.taken) if prints.taken else b"")
