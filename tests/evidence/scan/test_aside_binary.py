"""What an xlsb file holds beside its cells, record by record."""

from struct import pack

from readiness.domain.columns import IntakeErrors
from readiness.evidence.scan.aside_binary import aside_binary
from readiness.evidence.scan.package import Parts
from readiness.files.archive import open_archive
from readiness.files.limits import Limits
from readiness.files.opening import open_upload
from tests.evidence.scan.sheets import with_part
from tests.files.making import changed
from tests.files.making_old import part, wide, xlsb

CORE = b"""<p xmlns="urn:p"><title>Slots of Zeb</title><lastModifiedBy>Ann</lastModifiedBy>
<modified>2026-01-11T08:00:00Z</modified></p>"""
RELATIONS = b"""<Relationships><Relationship Id="r1" Type="http://x/comments"
Target="../comments1.bin"/></Relationships>"""


def commented() -> bytes:
    """A workbook with a comment in C5, a defined name and properties."""
    area = pack("<IIII", 4, 4, 2, 2)
    comment = part(
        (635, pack("<I", 0) + area + bytes(16)),
        (637, pack("<B", 0) + wide("call Zeb first")),
        (636, b""),
    )
    name = (39, pack("<IBI", 0, 0, 0) + wide("Zeb_Q") + bytes(4))
    data = changed(
        xlsb({"Plan": [["x"]]}),
        lambda path, old: old + part(name) if path == "xl/workbook.bin" else old,
    )
    data = with_part(data, "xl/worksheets/_rels/sheet1.bin.rels", RELATIONS)
    data = with_part(data, "xl/comments1.bin", comment)
    return with_part(data, "docProps/core.xml", CORE)


def test_comments_names_and_properties() -> None:
    data = commented()
    parts = Parts(open_archive("a.xlsb", data, Limits(), IntakeErrors()))
    found = aside_binary(parts, open_upload("a.xlsb", data).sheets)
    assert [(n.sheet, n.address, n.text) for n in found.notes] == [("Plan", "C5", "call Zeb first")]
    assert (found.modified, found.saved_by) == ("2026-01-11", "Ann")
    told = {(other.place, other.text) for other in found.others}
    assert {("defined_name", "Zeb_Q"), ("property", "Slots of Zeb")} <= told
