"""A maker's question list of an assessment folder: out, and back with a diff (domain 7)."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml.comments import CommentedMap

from readiness.domain.assessment import Assessment
from readiness.domain.errors import NotFound
from readiness.domain.operating_files import AnswerRow, FailureRow
from readiness.domain.partners import Partner, PartnerAnswer, PartnerFailure
from readiness.files.worker import open_apart
from readiness.report.partner_questions import partner_questions
from readiness.settings import load_settings
from readiness.workspace.folder import FILE, parse_assessment, read_assessment
from readiness.workspace.folder_editing import (
    edit_file,
    edit_folder,
    finder,
    list_of,
    replace_rows,
)
from readiness.workspace.operating_files import ENDING, FOLDER, PARTNER, with_operating
from readiness.workspace.partner_back import PartnerBack, compared, entries
from readiness.workspace.partner_returned import ANSWER, FAILURE, Key, Value
from readiness.workspace.three_way import Choice, decided
from readiness.workspace.vocabulary import limits, vocabulary

Changed = Mapping[tuple[str, str], dict[str, Any]]
Places = Mapping[str, tuple[str, tuple[str, ...], Any]]
WHOSE: Places = {
    ANSWER: ("answers", ("question",), AnswerRow),
    FAILURE: ("failures", ("n",), FailureRow),
}
"""In the file of a maker: the list, what its entries are known by, and one of them."""
AMONG: Places = {
    ANSWER: ("partner_answers", ("partner", "question"), PartnerAnswer),
    FAILURE: ("partner_failures", ("partner", "n"), PartnerFailure),
}
"""The same in ``assessment.yaml``, where the entries of every maker stand together."""


def questions_of(folder: Path, partner: str) -> bytes:
    """The questions as a workbook to send. Raises InputRefused, NotFound."""
    find = finder(load_settings())
    said = read_assessment(folder, find, unfinished=True)
    return partner_questions(_maker(said, partner).name, find(said.questionnaire).cdmo, said.as_of)


def look_at_file(folder: Path, partner: str, file: Path) -> PartnerBack:
    """What a list would change; nothing is written. Raises InputRefused, NotFound."""
    settings = load_settings()
    find = finder(settings)
    said = read_assessment(folder, find, unfinished=True)
    content = find(said.questionnaire)
    if not file.is_file():
        raise NotFound(f"There is no file {file}.")
    errors = vocabulary(content.id, settings).columns.errors
    opened = open_apart(file.name, file, limits(settings), errors)
    return compared(opened, said.operating, _maker(said, partner), content.cdmo)


def take_file(folder: Path, back: PartnerBack, choices: Mapping[Key, Choice]) -> int:
    """Write what was decided where the maker stands, and how it was before beside it.

    Comments and the order of lines stay. A text that looks as if it named somebody is left out.
    Returns how many values were written. Raises Undecided for a conflict without a choice; then
    nothing is written.
    """
    find = finder(load_settings())
    said = read_assessment(folder, find, unfinished=True)
    taken = decided(back.lines, back.chosen(choices))
    changed = entries(said.operating, back.partner, taken)
    own = folder / FOLDER / f"{PARTNER}{back.partner}{ENDING}"
    if not taken:
        return 0
    if not own.is_file():
        edit_folder(folder, find, lambda document: _among(document, changed))
        return len(taken)
    text = (folder / FILE).read_text(encoding="utf-8-sig")
    bare = parse_assessment(text, find, str(folder / FILE), unfinished=True)
    others = {p.name: p.read_bytes() for p in own.parent.glob(f"*{ENDING}") if p != own}

    def check(new: str) -> object:
        files = others | {own.name: new.encode()}
        return with_operating(bare, files, find(said.questionnaire), f"{own.parent}/")

    edit_file(own, lambda document: _replace(document, WHOSE, changed, partner=""), check)
    return len(taken)


def _among(document: Any, changed: Changed) -> None:
    if document.get("operating") is None:
        document["operating"] = CommentedMap()
    _replace(document["operating"], AMONG, changed)


def _replace(document: Any, places: Places, changed: Changed, **own: Any) -> None:
    for kind, (name, parts, model) in places.items():
        rows = [model(**value | own) for (of, _), value in changed.items() if of == kind]
        values = {tuple(str(getattr(row, part)) for part in parts): row for row in rows}
        if values:
            replace_rows(list_of(document, name), parts, values)


def lines_of(back: PartnerBack) -> Iterable[str]:
    """The difference in lines: what, from what to what; typed words are not repeated."""
    for line in back.lines:
        place = " ".join(line.key[1:])
        now, found = _say(line.stored), _say(line.found)
        if line.kind == "conflict":
            yield f"{place}: conflict: here {now}, in the list {found}"
        else:
            yield f"{place}: {line.kind}: {now} -> {found}"
        if line.key in back.asks:
            yield f"{place}: left out: {back.asks[line.key]}"


def _say(value: Value | None) -> str:
    if value is None:
        return "nothing"
    return f"a text of {len(value)} letters" if isinstance(value, str) else str(value)


def _maker(said: Assessment, partner: str) -> Partner:
    found = next((one for one in said.operating.partners if one.id == partner), None)
    if found is None:
        known = ", ".join(one.id for one in said.operating.partners) or "none"
        raise NotFound(f"There is no contract maker {partner!r} in this folder; there is {known}.")
    return found
