"""Signs can be told apart without colour, and every kind that a scan reports has one."""

import re
from pathlib import Path

from readiness.content.scan import load_scan_rules
from readiness.report.scan_signs import OTHER, SIGNS, rank_of, sign_of

CONTENT = Path(__file__).parents[2] / "questionnaires" / "cgt-operational-readiness"
# Reasons that belong to a kind of another name.
SHARED = {
    "unprotected_sheet", "hidden", "very_hidden", "external_file", "oldest_unconfirmed",
    "macros_signed", "macros_unread", "identifiable_elsewhere",
}  # fmt: skip


def test_every_kind_that_has_a_reason_has_a_sign() -> None:
    kinds = set(load_scan_rules(CONTENT).findings) - SHARED
    assert {kind for kind in kinds if sign_of(kind) is OTHER} == set()


def test_signs_with_a_place_differ_by_shape_glyph_and_words() -> None:
    placed = [sign for sign in SIGNS.values() if sign.symbol != OTHER.symbol]
    assert len(placed) > 15
    for each in ([s.symbol for s in placed], [s.glyph for s in placed], [s.words for s in placed]):
        assert len(set(each)) == len(placed)
    assert all(re.fullmatch(r"#[0-9A-F]{6}", sign.colour) for sign in placed)


def test_what_nobody_knows_comes_last() -> None:
    assert sign_of("unheard_of") is OTHER
    assert rank_of("overwritten") < rank_of("comment") < rank_of("unheard_of")
