"""Words that nobody mapped are listed with their counts, and what is said of them is kept."""

from readiness.workspace import evidence, intake
from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn, press
from tests.ui.test_evidence_draft import drop

LOG = "Dev #,Date Discovered,Severity,Root Cause\n" + "".join(
    f"D-{n},2026-0{n}-01,{'odd' if n % 2 else 'Minor'},RC-7\n" for n in range(1, 8)
)


def test_unmapped_words_are_listed_mapped_and_kept_with_the_file(
    look: Opener, desk: Session, begun: str
) -> None:
    app = press(drop(look("evidence", begun), "a.csv", LOG), "Looks right")
    # Four of the seven rows say so.
    assert "<strong>odd</strong> · 4×" in drawn(app)
    assert any("of your own in 7 cells" in e.label for e in app.expander)
    meaning = next(s for s in app.selectbox if s.label == "Meaning of odd")
    app = meaning.set_value("critical").run()
    assert "chosen by you" in drawn(app)
    app = press(app, "Confirm")
    [kept] = evidence.kept(desk, begun)
    assert intake.mapping_of(kept).values == {"severity": {"odd": "critical"}}
    assert not any("odd" in note for note in intake.notes(kept))
