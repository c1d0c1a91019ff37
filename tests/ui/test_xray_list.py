"""The x-ray stands before the download, counts by gravity and leads to the place to mend."""

from tests.ui.conftest import Opener, drawn


def test_it_counts_and_leads(open_page: Opener, half: str) -> None:
    app = open_page("report", half)
    assert not app.exception
    page = drawn(app)
    assert "The report can be built all the same." in page
    assert "✗ error" in page
    assert "▲ warning" in page
    assert f'href="questions?assessment={half}&amp;capability=' in page
    headers = [h.value for h in app.header]
    assert headers.index("Before it leaves: what does not fit") < headers.index("Gap report")
