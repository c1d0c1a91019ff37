"""What hangs on the weights stands on Gaps, once it is opened."""

from tests.ui.conftest import drawn


def test_every_gap_has_its_shares_of_ranks(look, example):
    app = look("gaps", example)
    assert "How often each gap takes each rank" not in drawn(app)
    app.session_state[f"weighing_{example}"] = True
    app.run()
    assert not app.exception
    page = drawn(app)
    assert "How often each gap takes each rank" in page
    assert "What changes the first 5, from 45 · 30 · 25 %" in page
    # PPL-4 and CTL-2 are fixed by rule; PRC-5 comes first by number under some weights.
    assert "First by number under" in page
    assert "no weights" in page
