"""The file that says at whose people sign in is checked before the app starts."""

from pathlib import Path

import pytest

from readiness.domain.errors import InputRefused
from readiness.workspace.sign_in_file import read_sign_in_file

GOOD = """[auth]
redirect_uri = "https://readiness.maker.example/oauth2callback"
cookie_secret = "0123456789abcdef0123456789abcdef"
client_id = "readiness"
client_secret = "not for others"
server_metadata_url = "https://id.maker.example/.well-known/openid-configuration"
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "sign-in.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_it_says_for_whom_tokens_are_made_and_where_the_app_is_opened(tmp_path: Path) -> None:
    found = read_sign_in_file(written(tmp_path, GOOD))
    assert found.client_id == "readiness"
    assert found.address == "https://readiness.maker.example"
    below = GOOD.replace("example/oauth2", "example/tools/oauth2")
    assert read_sign_in_file(written(tmp_path, below)).address.endswith("example/tools")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("/oauth2callback", "/callback"), "auth.redirect_uri"),
        (("https://readiness.maker.example", "http://localhost:{port}"), "auth.redirect_uri"),
        (("0123456789abcdef0123456789abcdef", "not for others"), "auth.cookie_secret"),
        (('client_id = "readiness"', ""), "auth.client_id"),
        (("https://id.maker", "id.maker"), "auth.server_metadata_url"),
        (("[auth]", "[other]"), "auth"),
        (("[auth]", "[auth"), None),
    ],
)
def test_what_is_wrong_is_named_and_no_secret_told(
    tmp_path: Path, change: tuple[str, str], place: str | None
) -> None:
    with pytest.raises(InputRefused) as refused:
        read_sign_in_file(written(tmp_path, GOOD.replace(*change)))
    assert [problem.column for problem in refused.value.problems] == [place]
    assert "not for others" not in str(refused.value)


ROLES = """
[roles]
claim = "groups"

[[roles.give]]
value = "cgt-quality"
workspace = "My assessments"
role = "reader"
"""


def test_it_may_say_which_roles_a_claim_gives(tmp_path: Path) -> None:
    found = read_sign_in_file(written(tmp_path, GOOD + ROLES)).roles
    assert found is not None
    assert found.claim == "groups"
    assert [(one.value, one.workspace, one.role) for one in found.give] == [
        ("cgt-quality", "My assessments", "reader")
    ]
    assert read_sign_in_file(written(tmp_path, GOOD)).roles is None


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (('role = "reader"', 'role = "owner"'), "roles.give.0.role"),
        (('role = "reader"', 'rolle = "reader"'), "roles.give.0.role"),
        (('claim = "groups"', ""), "roles.claim"),
        (('"cgt-quality"', '""'), "roles.give.0.value"),
    ],
)
def test_no_claim_makes_an_owner_and_no_line_is_passed_over(
    tmp_path: Path, change: tuple[str, str], place: str
) -> None:
    with pytest.raises(InputRefused) as refused:
        read_sign_in_file(written(tmp_path, GOOD + ROLES.replace(*change)))
    assert place in [problem.column for problem in refused.value.problems]


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="cannot be read"):
        read_sign_in_file(tmp_path / "missing.toml")
