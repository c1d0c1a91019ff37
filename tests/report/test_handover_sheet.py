"""The network as a matrix: a row who hands over, a column who takes; typed words stay inside."""

import io
from typing import Any

from openpyxl import load_workbook

from readiness.engine import assess
from readiness.report.gap_workbook import gap_workbook
from readiness.report.layout import HANDOVERS, MODEL_MAP
from tests.made import assessment, questionnaire
from tests.operating_model.maps import drawn, passes

MAP = drawn(["F6", "F8"])
MAP["map_links"].append(passes("gift", "own", "cdmo", owner="", carries="=SUM(1)"))
MAP["map_nodes"] = (*MAP["map_nodes"], {"id": "attic", "kind": "clinic", "name": "Attic"})


def report(view: str = "full", said: dict[str, Any] = MAP) -> io.BytesIO:
    made = assessment(hybrid={}, operating=said)
    found = assess(made, questionnaire(), robustness=False)
    return io.BytesIO(gap_workbook(found, made, questionnaire(), view=view))


def test_what_passes_and_what_is_wrong_with_it() -> None:
    page = load_workbook(report())[HANDOVERS]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=4)]
    assert rows[0] == [
        "From",
        "Own (own site)",
        "Maker (contractor)",
        "Attic (clinic)",
        "Board (status view)",
    ]
    own, maker, attic = rows[1:4]
    assert own[1] == "Runs: Expansion"
    assert own[2] == (
        "Data: File, ✗ no escalation time\n=SUM(1): File, ✗ no owner\n"
        "✗ F5 no owner of the whole chain\n✗ F6 no escalation times"
    )
    assert maker[4] == "✗ F8 no common status view"
    assert attic[1:] == [None, None, "–", None]


def test_nodes_without_a_link_are_listed_on_the_sheet_of_the_map() -> None:
    texts = [cell.value for cell in load_workbook(report())[MODEL_MAP]["A"]]
    assert texts[texts.index("Without a link") :] == ["Without a link", "Attic (clinic)"]
    whole = [cell.value for cell in load_workbook(report(said=drawn()))[MODEL_MAP]["A"]]
    assert whole[-1] == "Every node of the map has a link."


def test_who_sees_it_and_what_of_it() -> None:
    client = load_workbook(report("client"))[HANDOVERS]
    words = " ".join(str(cell.value) for row in client for cell in row)
    assert "Contractor 1 (contractor)" in words
    assert not [word for word in ("Maker", "Attic", "SUM") if word in words]
    assert HANDOVERS not in load_workbook(report("cdmo:cdmo")).sheetnames
    assert HANDOVERS not in load_workbook(report(said={})).sheetnames
