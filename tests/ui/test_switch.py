"""A switch between parts: one is always chosen, and it is remembered."""

from streamlit.testing.v1 import AppTest

from tests.ui.desk import choose


def page() -> None:
    import streamlit as st

    from readiness.ui.switch import switch

    st.write(switch("Part", ["First", "Second"], "which"))


def test_the_first_is_chosen_until_another_is() -> None:
    app = AppTest.from_function(page).run()
    assert app.markdown[0].value == "First"
    app = choose(app, "Part", "Second")
    assert app.markdown[0].value == "Second"
    assert app.run().markdown[0].value == "Second"
