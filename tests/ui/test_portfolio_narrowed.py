"""The lines of a portfolio are searched, filtered by modality and put into an order."""

from readiness.workspace.answers import answer
from readiness.workspace.assessments import create
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn


def test_find_modality_and_order(look: Opener, desk: Session) -> None:
    for name, modality, level in (
        ("Ash", "autologous", 3),
        ("Birch", "autologous", 1),
        ("Cedar", "in_vivo", 2),
        ("Dogwood", "in_vivo", 4),
    ):
        id = create(desk, name, modality, "phase_1")  # type: ignore[arg-type]  # a modality
        answer(desk, id, "OPM-1", "team", level=level, basis="record")  # type: ignore[arg-type]  # a level
    app = look("portfolio")
    assert order(drawn(app), "Ash", "Birch", "Cedar", "Dogwood") == "BCAD"
    app = choose(app, "Order", "By name")
    assert order(drawn(app), "Ash", "Birch", "Cedar", "Dogwood") == "ABCD"
    app = choose(app, "Modality", "in_vivo")
    assert order(drawn(app), "Ash", "Birch", "Cedar", "Dogwood") == "CD"
    app = next(t for t in app.text_input if t.label.startswith("Find")).input("DOG").run()
    assert order(drawn(app), "Ash", "Birch", "Cedar", "Dogwood") == "D"
    app = next(t for t in app.text_input if t.label.startswith("Find")).input("ash").run()
    assert not app.exception
    assert any("No assessment fits" in m.value for m in app.markdown)


def order(page: str, *names: str) -> str:
    """The first letters of the names that stand on the page, in their order there."""
    return "".join(n[0] for n in sorted((n for n in names if n in page), key=page.index))
