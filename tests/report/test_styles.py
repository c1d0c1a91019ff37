"""Named styles: words and digits stay readable on their colours."""

from readiness.report.styles import (
    BAND_FILLS,
    BAND_INKS,
    LEVEL_FILLS,
    LEVEL_INKS,
    LOOKS,
    new_book,
)


def luminance(colour: str) -> float:
    """WCAG relative luminance."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_ink_on_every_fill_has_enough_contrast() -> None:
    pairs = [
        *zip(LEVEL_FILLS, LEVEL_INKS, strict=True),
        *((BAND_FILLS[band], BAND_INKS[band]) for band in BAND_FILLS),
        *((look.fill, look.ink) for look in LOOKS.values() if look.fill),
    ]
    for fill, ink in pairs:
        # Small grey notes on a tile are the lowest pair.
        assert contrast(fill, ink) >= 3.9, (fill, ink)


def test_every_style_is_named_and_the_default_font_is_everywhere() -> None:
    workbook, looks = new_book()
    assert set(looks) == set(LOOKS)
    assert {f"rd_{name}" for name in LOOKS} <= set(workbook.named_styles)
    assert workbook.add("Sheet")["A1"].font.name == "Arial"


def test_only_inputs_are_open_and_all_of_them_are_yellow() -> None:
    assert {n for n, look in LOOKS.items() if look.open} == {n for n in LOOKS if "input" in n}
    assert len({look.fill for look in LOOKS.values() if look.open}) == 1
