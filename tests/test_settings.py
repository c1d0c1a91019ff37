"""Settings from the environment."""

import stat
import sys
from pathlib import Path

import pytest

from readiness.domain.errors import InputRefused
from readiness.settings import PREFIX, Settings, is_every, is_loopback, load_settings, user_data_dir


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(PREFIX + name.upper(), raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))


def test_defaults_lie_in_the_user_s_data_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    settings = load_settings()
    assert settings.data_dir == tmp_path / "share" / "readiness"
    assert settings.store_url == f"sqlite:///{tmp_path / 'share' / 'readiness'}/readiness.sqlite"
    assert not settings.data_dir.exists()


def test_every_platform_has_its_folder(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert user_data_dir() == Path.home() / "Library" / "Application Support" / "readiness"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "C:/Users/x/AppData/Local")
    assert user_data_dir() == Path("C:/Users/x/AppData/Local") / "readiness"
    monkeypatch.delenv("LOCALAPPDATA")
    assert user_data_dir() == Path.home() / "AppData" / "Local" / "readiness"
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("XDG_DATA_HOME")
    assert user_data_dir() == Path.home() / ".local" / "share" / "readiness"


@pytest.mark.skipif(sys.platform == "win32", reason="modes of folders are POSIX")
def test_the_data_folder_is_closed_to_others(monkeypatch, tmp_path):
    monkeypatch.setenv("READINESS_DATA_DIR", str(tmp_path / "own"))
    made = load_settings().make_data_dir()
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    assert load_settings().make_data_dir() == made


def test_a_folder_that_cannot_be_made_is_said(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("READINESS_DATA_DIR", str(tmp_path / "file" / "below"))
    with pytest.raises(InputRefused, match="READINESS_DATA_DIR"):
        load_settings().make_data_dir()


def test_variables_are_read(monkeypatch):
    monkeypatch.setenv("READINESS_DATABASE_URL", "sqlite:////there/x.sqlite")
    monkeypatch.setenv("READINESS_PORT", "9000")
    monkeypatch.setenv("READINESS_MAX_FILE_MB", "7")
    settings = load_settings()
    assert settings.store_url == "sqlite:////there/x.sqlite"
    assert (settings.port, settings.max_file_mb) == (9000, 7)


def test_what_is_not_valid_is_named_all_at_once(monkeypatch):
    monkeypatch.setenv("READINESS_PORT", "high")
    monkeypatch.setenv("READINESS_MAX_ROWS", "0")
    with pytest.raises(InputRefused) as refused:
        load_settings()
    named = {p.column for p in refused.value.problems}
    assert named == {"READINESS_PORT", "READINESS_MAX_ROWS"}


def test_every_setting_is_described():
    assert all(info.description for info in Settings.model_fields.values())


@pytest.mark.parametrize(
    ("host", "loopback", "every"),
    [
        ("localhost", True, False),
        ("127.0.0.1", True, False),
        ("::1", True, False),
        ("::", False, True),
        ("0::0", False, True),
        ("192.168.1.7", False, False),
        ("app.maker.example", False, False),
    ],
)
def test_what_an_address_reaches(host: str, loopback: bool, every: bool) -> None:
    assert (is_loopback(host), is_every(host)) == (loopback, every)
