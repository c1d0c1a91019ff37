"""The report of the demonstration, recalculated from nothing: as exported, with other weights."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from readiness.report.facts import Facts
from readiness.report.gap_workbook import build
from readiness.settings import Settings
from readiness.workspace.demo import example_folder
from readiness.workspace.folders import open_folder, report_of
from tests.report.edits import reweighed
from tests.report.office import TOLERANCE, converted, unvalued, values
from tests.report.test_gap_workbook import live_differences

REGISTER = "Gap register"
HEADINGS = 4


def stripped(report: bytes) -> bytes:
    """The shipped file without the values that it carries: LibreOffice trusts those it finds."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(report)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"</f><v>[^<]*</v>", b"</f>", data)
                assert b"</f><v>" not in data
            archive.writestr(name, data)
    return target.getvalue()


def column(cells: dict[tuple[str, str], Any], heading: str) -> str:
    """The letters of a column of the register by its heading."""
    return next(
        address.removesuffix(str(HEADINGS))
        for (sheet, address), value in cells.items()
        if sheet == REGISTER and value == heading and re.fullmatch(rf"[A-Z]+{HEADINGS}", address)
    )


@pytest.mark.office
@pytest.mark.timeout(240)
def test_recalculated_priorities_and_ranks_are_those_of_the_result(tmp_path: Path) -> None:
    case = open_folder(example_folder(), lambda _: None, Settings(data_dir=tmp_path / "data"))
    facts = Facts(case.result, case.assessment, case.questionnaire, case.evidence)
    after, cells = reweighed(facts)
    altered = unvalued(build(facts), cells)
    saved = converted({"demo": stripped(report_of(case)), "altered": altered}, tmp_path)
    assert [g.capability for g in after.gaps] != [g.capability for g in facts.gaps]
    wrong = live_differences(build(after), saved["altered"])
    assert not wrong, (len(wrong), list(wrong.items())[:10])
    found = values(saved["demo"])
    ids = {
        value: address.removeprefix("A")
        for (sheet, address), value in found.items()
        if sheet == REGISTER and re.fullmatch(r"A\d+", address)
    }
    priority, rank, band = (column(found, name) for name in ("Priority", "Rank", "Band"))
    assert len(case.result.gaps.next_stage) > 20
    for gap in case.result.gaps.next_stage:
        row = ids[gap.capability]
        assert abs(found[REGISTER, f"{priority}{row}"] - float(gap.priority)) <= TOLERANCE
        assert found[REGISTER, f"{rank}{row}"] == gap.rank
        assert found[REGISTER, f"{band}{row}"] == gap.band
