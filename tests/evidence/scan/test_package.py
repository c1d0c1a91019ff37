"""Parts of the archive and how they refer to each other."""

import io
import zipfile

import pytest

from readiness.domain.columns import IntakeErrors
from readiness.evidence.scan.markup import MarkupError
from readiness.evidence.scan.package import DefinedName, Package, SheetPart
from readiness.files.archive import open_archive
from readiness.files.limits import Limits

KIND = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
PARTS = {
    "_rels/.rels": f'<r><Relationship Type="{KIND}officeDocument" Target="/Xl/book.xml"/></r>',
    "xl/book.xml": (
        '<workbook xmlns:r="x"><workbookPr date1904="1"/><sheets>'
        '<sheet name="Plan" r:id="a"/><sheet name="Old" state="veryHidden" r:id="b"/>'
        '<sheet name="Chart" state="hidden" r:id="c"/></sheets><definedNames>'
        '<definedName name="Rate">#REF!</definedName>'
        '<definedName name="_xlnm.Print_Area">Plan!$A$1</definedName></definedNames></workbook>'
    ),
    "xl/_rels/book.xml.rels": (
        f'<r><Relationship Id="a" Type="{KIND}worksheet" Target="sheets/one.xml"/>'
        f'<Relationship Id="b" Type="{KIND}worksheet" Target="/xl/sheets/../sheets/two.xml"/>'
        f'<Relationship Id="c" Type="{KIND}chartsheet" Target="charts/c.xml"/>'
        f'<Relationship Id="d" Type="{KIND}externalLink" Target="x" TargetMode="External"/></r>'
    ),
    "xl/sheets/one.xml": "<one/>",
    "xl/sheets/Two.xml": "<two/>",
    "xl/charts/c.xml": "<c/>",
}


def package(**parts: str | None) -> Package:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in {**PARTS, **parts}.items():
            if text is not None:
                archive.writestr(name, text)
    return Package(open_archive("x.xlsx", buffer.getvalue(), Limits(), IntakeErrors()))


def test_sheets_names_and_relations() -> None:
    own = package()
    assert own.sheets == (
        SheetPart("Plan", "visible", "worksheet", "xl/sheets/one.xml"),
        SheetPart("Old", "very_hidden", "worksheet", "xl/sheets/Two.xml"),
        SheetPart("Chart", "hidden", "chartsheet", ""),
    )
    assert own.names == (
        DefinedName("Rate", "#REF!"),
        DefinedName("_xlnm.Print_Area", "Plan!$A$1", built_in=True),
    )
    assert own.date_1904
    assert own.read(own.sheets[1].part) == b"<two/>"
    assert own.related(own.workbook, "chartsheet") == ["xl/charts/c.xml"]
    assert own.related(own.workbook, "externalLink") == []
    assert own.parts("xl/sheets/") == ["xl/sheets/Two.xml", "xl/sheets/one.xml"]


@pytest.mark.parametrize(
    "parts",
    [
        {"_rels/.rels": None},
        {"_rels/.rels": "<r/>"},
        {"xl/book.xml": "<workbook>"},
        {"xl/sheets/one.xml": None},
        {"xl/_rels/book.xml.rels": None},
    ],
)
def test_a_package_without_its_parts_is_refused(parts: dict[str, str | None]) -> None:
    with pytest.raises(MarkupError):
        package(**parts)
