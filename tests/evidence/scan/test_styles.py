"""Locked cells and dates by number of the cell format."""

from readiness.evidence.scan.styles import read_styles

# Format 14 is a built-in date, 30 a regional one; 164 is a date by its code, 165 only spells one
# inside quotation marks. `protection` of the cell style (cellStyleXfs) is not the cell's own.
STYLES = b"""<styleSheet xmlns="u">
<numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/><numFmt numFmtId="165" formatCode='0 "d"'/>
</numFmts>
<cellStyleXfs><xf numFmtId="0"><protection locked="0"/></xf></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"><protection locked="0"/></xf>
<xf numFmtId="165"><protection hidden="1"/></xf><xf numFmtId="30"/></cellXfs></styleSheet>"""


def test_dates_and_locks() -> None:
    styles = read_styles(STYLES)
    assert styles.dates == {"1", "2", "4"}
    assert styles.unlocked == {"2"}
