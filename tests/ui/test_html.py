"""Pieces of HTML: everything from outside is escaped, every colour has its word."""

from readiness.ui import html

EVIL = "<script>alert('x')</script> & \"q\""


def test_text_from_outside_is_escaped_everywhere() -> None:
    pieces = [
        html.text(EVIL),
        html.bold(EVIL),
        html.tag("span", html.text(EVIL), EVIL, title_=EVIL),
        html.table([EVIL], [[html.text(EVIL)]], caption=EVIL),
        html.progress(1, 2, EVIL),
        html.paragraph(EVIL),
    ]
    for piece in pieces:
        assert "<script>" not in piece
        assert "&lt;script&gt;" in piece


def test_a_level_is_a_digit_and_not_only_a_colour() -> None:
    for level in (1, 2, 3, 4, 5):
        assert f">{level}</span>" in html.level_badge(level)
    unknown = html.level_badge(None)
    assert ">?</span>" in unknown
    assert 'title="not known"' in unknown


def test_bars_stay_inside_their_cell() -> None:
    assert "width:50.0%" in html.bar(5, 10)
    assert "width:100.0%" in html.bar(20, 10)
    assert "width:0.0%" in html.bar(-1, 10)
    assert "width:0.0%" in html.bar(1, 0)


def test_progress_says_its_values() -> None:
    shown = html.progress(3, 50, "questions answered")
    assert 'role="progressbar"' in shown
    assert 'aria-valuenow="3"' in shown
    assert 'aria-valuemax="50"' in shown


def test_headings_of_a_table_have_a_scope() -> None:
    shown = html.table(["Who", "Said"], [[html.text("r1"), html.text(2)]], row_classes=["rd-rule"])
    assert shown.count('<th scope="col">') == 2
    assert '<tr class="rd-rule">' in shown


def test_met_is_a_word() -> None:
    assert "met" in html.met(True)
    assert "not met" in html.met(False)
