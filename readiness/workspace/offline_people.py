"""Which sheet is whose: sheets known by their stamp, respondents by their code."""

from collections.abc import Mapping
from typing import cast

from readiness.domain.assessment import FunctionCode, Respondent, Seniority
from readiness.files.opened import OpenedFile
from readiness.report.interview_layout import (
    CODE_HEAD,
    LISTS,
    META,
    SENIORITIES,
    STAMP,
    START,
    Identity,
)
from readiness.workspace.offline_reading import AGAIN, CODE, Person
from readiness.workspace.returned import Remarks, refuse_file, stamp_of


def sheet_codes(opened: OpenedFile, identity: Identity, remarks: Remarks) -> dict[str, str]:
    """Name of each sheet that is read -> function code; renamed sheets are known by their stamp.

    Raises InputRefused for a sheet of another workbook (IV04).
    """
    codes: dict[str, str] = {}
    for info in opened.sheets:
        if info.name in (START, LISTS, META):
            continue
        stamp = stamp_of(opened, info.name, STAMP)
        if stamp and stamp[1] != identity.workbook:
            message = f"the sheet {info.name[:31]} comes from another interview workbook"
            refuse_file(opened.name, "IV04", message, "Send each workbook back as it was exported")
        code = stamp[2] if stamp else info.name
        if code not in identity.sheets:
            remarks.note("IV10", "is no sheet of this workbook; ignored", info.name)
        elif code in codes.values():
            message = f"the sheet {code} is here twice; this one was not read"
            remarks.refuse("IV13", message, info.name, advice="Delete one of them")
        else:
            codes[info.name] = code
    for code in identity.sheets:
        if code not in codes.values():
            remarks.note("IV08", "the sheet is missing; its answers stay as they are", code)
    return codes


def respondent_of(
    identity: Identity,
    known: Mapping[str, Respondent],
    code: str,
    sheet: str,
    person: Person | None,
    remarks: Remarks,
) -> Respondent | None:
    """Who answered a sheet; None with the reason in ``remarks`` (IV18, IV26, IV27, IV28)."""
    typed = person.code if person else ""
    row = person.row if person else None
    place = START if person else sheet
    if identity.respondent and typed in ("", identity.respondent):
        return known.get(identity.respondent)
    if identity.respondent:
        message = f"this workbook was made for {identity.respondent}, here another code was typed"
        remarks.refuse("IV26", message, place, row, CODE_HEAD, advice=AGAIN)
        return None
    if not typed:
        message = f"{sheet} has answers but no respondent code; none of them was read"
        advice = f"Write a code such as r7 beside {code} on the sheet {START}"
        remarks.refuse("IV18", message, place, row, CODE_HEAD, advice=advice)
        return None
    if not CODE.fullmatch(typed):
        expected = "letters and digits without blanks, at most 20"
        message = f"the respondent code of {sheet} is no code"
        remarks.refuse("IV27", message, place, row, CODE_HEAD, expected=expected)
        return None
    return _named(known.get(typed), typed, code, sheet, person, remarks)


def _named(
    there: Respondent | None,
    typed: str,
    code: str,
    sheet: str,
    person: Person | None,
    remarks: Remarks,
) -> Respondent | None:
    row = person.row if person else None
    if there is not None and there.function != code:
        message = f"{typed} belongs to {there.function}; {sheet} was not read"
        advice = "Write the code of somebody of this function, or a new one"
        remarks.refuse("IV28", message, START, row, CODE_HEAD, advice=advice)
        return None
    if there is not None:
        return there
    seniority = person.seniority if person and person.seniority in SENIORITIES else ""
    if not seniority and code != "TEAM":
        remarks.note("IV29", f"the seniority of {typed} is not said; taken as lead", START, row)
    return Respondent(
        id=typed,
        function=cast("FunctionCode", code),
        seniority=cast("Seniority", seniority or "lead"),
    )
