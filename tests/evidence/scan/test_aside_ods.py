"""What an ods file holds beside its cells, element by element."""

from readiness.domain.columns import IntakeErrors
from readiness.evidence.scan.aside_ods import aside_ods
from readiness.evidence.scan.package import Parts
from readiness.files.archive import open_archive
from readiness.files.limits import Limits
from tests.evidence.scan.sheets import with_part
from tests.files.making_old import ods, ods_row

NOTE = (
    '<office:annotation xmlns:dc="x"><dc:creator>Ann Author</dc:creator>'
    "<text:p>call</text:p><text:p>first</text:p></office:annotation>"
)
META = b"""<m xmlns="urn:meta" xmlns:dc="urn:dc">
<dc:title>Slots</dc:title><dc:creator>Ann</dc:creator>
<dc:date>2026-01-11T08:00:00</dc:date><user-defined name="Sponsor">Zeb</user-defined></m>"""
STYLES = b'<s xmlns="urn:s" xmlns:t="urn:t"><header><t:p>Page of Zeb</t:p></header></s>'


def parts(data: bytes) -> Parts:
    return Parts(open_archive("a.ods", data, Limits(), IntakeErrors()))


def test_annotations_have_their_cell_behind_repetitions() -> None:
    cells = (
        ods_row("a", attributes='table:number-rows-repeated="3"')
        + "<table:table-row>"
        + '<table:table-cell table:number-columns-repeated="2"/>'
        + f"<table:table-cell>{NOTE}<text:p>x</text:p></table:table-cell></table:table-row>"
        + f"<table:table-row><table:table-cell>{NOTE}</table:table-cell></table:table-row>"
    )
    found = aside_ods(parts(ods({"Plan": cells})))
    # Three rows, then the third cell of the fourth; then the first of the fifth.
    assert [(n.sheet, n.address, n.text) for n in found.notes] == [
        ("Plan", "C4", "call first"),
        ("Plan", "A5", "call first"),
    ]


def test_names_margins_and_properties() -> None:
    names = '<table:named-range table:name="Zeb_Q" table:cell-range-address="$Plan.$A$1"/>'
    data = with_part(ods({"Plan": [["x"]]}, before=names), "meta.xml", META)
    found = aside_ods(parts(with_part(data, "styles.xml", STYLES)))
    assert (found.modified, found.saved_by) == ("2026-01-11", "Ann")
    told = {(other.place, other.text, other.author) for other in found.others}
    assert {
        ("defined_name", "Zeb_Q $Plan.$A$1 ", False),
        ("property", "Slots", False), ("property", "Ann", True), ("property", "Zeb", False),
        ("property", "Sponsor", False), ("margin", "Page of Zeb", False),
    } <= told  # fmt: skip
