"""Which of two values holds is asked for conflicts and for what looks like a name, else never."""

from streamlit.testing.v1 import AppTest

from tests.ui.desk import drawn


def page() -> None:
    import streamlit as st

    from readiness.ui import html
    from readiness.ui.deciding import decisions, which_holds
    from readiness.workspace.three_way import Line

    lines = [
        Line("plain", "changed", "a", "b", "a"),
        Line("clash", "conflict", "a", "b", "c"),
        Line("named", "changed", "a", "b", "a"),
    ]

    def seen(value: str | None) -> html.Html:
        return html.text(str(value))

    def decide(line: Line[str, str], why: str | None):
        return which_holds(line, why, of=line.key, file="report", seen=seen)

    st.write(decisions(lines, {"named": "It looks like a phone number."}, decide))


def test_a_conflict_waits_for_a_person_and_a_name_stays_out_until_one_says_otherwise() -> None:
    app = AppTest.from_function(page).run()
    assert not app.exception
    assert [radio.label for radio in app.radio] == [
        "Which one holds for clash?",
        "Which one holds for named?",
    ]
    assert [radio.value for radio in app.radio] == [None, "app"]
    assert "It identifies nobody: take the report's" in app.radio[1].options
    assert app.json[0].value == '{"named": "app"}'
    app = app.radio[0].set_value("file").run()
    assert app.json[0].value == '{"clash": "file", "named": "app"}'
    assert "In the report" in drawn(app)
