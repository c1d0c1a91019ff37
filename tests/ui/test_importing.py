"""Import: a file is asked for, and nothing happens before it is there."""

from tests.ui.conftest import Opener


def test_import_is_offered_on_the_first_page(open_page: Opener, bench: object) -> None:
    app = open_page("assessments")
    assert not app.exception
    assert [u.proto.label for u in app.get("file_uploader")] == ["Assessment as .zip"]
    assert "Import it" not in [b.label for b in app.button]
