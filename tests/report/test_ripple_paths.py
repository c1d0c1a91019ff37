"""A native chart for each change that has weeks, with its words for who does not see it."""

import io
import re
import zipfile

from openpyxl import load_workbook

from readiness.engine import assess
from readiness.report.gap_workbook import gap_workbook
from readiness.report.layout import RIPPLE
from tests.made import assessment, questionnaire
from tests.operating_model.worksheets import area, change

PLANNED = change(area("analytics", 4), area("comparability", 10), id="a", name="Reagent")
BARE = change(area("digital"), id="b", name="Label")


def test_begins_are_invisible_and_weeks_stand_in_one_of_two_colours() -> None:
    made = assessment(operating={"changes": [one.model_dump() for one in (PLANNED, BARE)]})
    found = assess(made, questionnaire(), robustness=False)
    report = io.BytesIO(gap_workbook(found, made, questionnaire()))
    texts = [cell.value for cell in load_workbook(report)[RIPPLE]["A"]]
    assert "Path of Reagent" in texts
    assert "Path of Label" not in texts
    with zipfile.ZipFile(report) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if "charts/" in name]
    [chart] = [text for text in parts if 'grouping val="stacked"' in text]
    begin, critical, other = re.findall(r"<ser>.*?</ser>", chart)
    assert "<a:noFill" in begin
    assert "<a:noFill" not in critical + other
    weeks = [re.findall(r"<numLit>.*</numLit>", series)[0] for series in (begin, critical, other)]
    points = [re.findall(r'<pt idx="(\d)"><v>([\d.]+)</v>', values) for values in weeks]
    assert points == [[("0", "0"), ("1", "4")], [("0", "4"), ("1", "10")], []]
    assert "Comparability: 10 weeks, longest path" in begin
