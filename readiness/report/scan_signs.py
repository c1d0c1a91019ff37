"""How each kind of sign of a workbook is drawn and called: its shape first, its colour second."""

from typing import NamedTuple


class Sign(NamedTuple):
    """``words``: for people; ``symbol``: on the map, ``glyph``: the same in a line of text."""

    words: str
    symbol: str
    colour: str
    glyph: str


AMBER, RUST, ROSE, BLUE, GREEN, SLATE = (
    "#E69F00", "#9C3D0A", "#CC79A7", "#0072B2", "#009E73", "#54626E",
)  # fmt: skip

DARK_AMBER = "#8A5A00"
"""For an outline: amber itself is too pale on white, and vanishes in grey."""

SIGNS = {
    "overwritten": Sign("formula overwritten by a value", "square", AMBER, "■"),
    "error_cell": Sign("formula shows an error", "x", RUST, "✖"),
    "circular": Sign("depends on its own result", "circle-x-open", RUST, "⊗"),
    "other_pattern": Sign("another formula than its column", "square-open", DARK_AMBER, "□"),
    "beyond_fill": Sign("row below the formulas", "triangle-down", AMBER, "▼"),
    "unlocked_formula": Sign("formula that anybody can overwrite", "square-x-open", SLATE, "⊠"),
    "identifiable": Sign("may identify somebody", "circle-open", ROSE, "○"),
    "double_booking": Sign("two bookings on one resource", "diamond", BLUE, "◆"),
    "patient_twice": Sign("one patient, two open bookings", "diamond-open", BLUE, "◇"),
    "duplicate_code": Sign("code that stands twice", "bowtie", GREEN, "⧓"),
    "code_spelling": Sign("code in another spelling", "bowtie-open", GREEN, "⋈"),
    "unconfirmed": Sign("still to be confirmed", "star", RUST, "★"),
    "text_date": Sign("date kept as text", "triangle-up-open", GREEN, "△"),
    "colour_as_data": Sign("colour as the only status", "hexagon-open", GREEN, "⬡"),
    "comment_instruction": Sign("comment that instructs", "triangle-right", BLUE, "▶"),
    "comment": Sign("comment", "triangle-right-open", BLUE, "▷"),
    "volatile_date": Sign("date that moves by itself", "hourglass", RUST, "⧗"),
    "volatile_formula": Sign("formula that changes by itself", "hourglass-open", SLATE, "⧖"),
    "external_link": Sign("reads another workbook", "star-diamond-open", BLUE, "✧"),
    "long_formula": Sign("long formula", "cross", SLATE, "✚"),
    "merged_data": Sign("merged cells", "square-cross-open", SLATE, "⊞"),
    "hidden_sheet": Sign("hidden sheet", "asterisk-open", SLATE, "·"),
    "conditional_formats": Sign("many conditional formats", "asterisk-open", SLATE, "·"),
    "no_saved_result": Sign("formulas without a saved result", "asterisk-open", SLATE, "·"),
    "key_sheet": Sign("key from codes to people", "asterisk-open", SLATE, "·"),
    "macros": Sign("macros", "asterisk-open", SLATE, "·"),
    "embedded_file": Sign("embedded files", "asterisk-open", SLATE, "·"),
    "broken_name": Sign("name that leads nowhere", "asterisk-open", SLATE, "·"),
    "staff_identifiable": Sign("names of staff or partners", "asterisk-open", SLATE, "·"),
    "values_only": Sign("read by its values", "asterisk-open", SLATE, "·"),
}
"""In the order in which a reader wants them; the last ones have no place on a map."""
OTHER = Sign("another sign", "asterisk-open", SLATE, "·")
_ORDER = {kind: place for place, kind in enumerate(SIGNS)}


def sign_of(kind: str) -> Sign:
    """The sign of a kind of finding."""
    return SIGNS.get(kind, OTHER)


def rank_of(kind: str) -> int:
    """Its place among the others."""
    return _ORDER.get(kind, len(_ORDER))
