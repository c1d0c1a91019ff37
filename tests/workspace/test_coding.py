"""Codes stay the same from file to file, and no code goes to two people."""

import stat
from pathlib import Path

from readiness.settings import Settings
from readiness.store import NewFile
from readiness.workspace.coding import KEY_FILE, coder_of, fresh_coder, with_codes


def settings(folder: Path) -> Settings:
    return Settings(data_dir=folder)


def test_the_next_file_goes_on_where_the_last_one_left_off(tmp_path: Path) -> None:
    coder, salt = coder_of(settings(tmp_path), ())
    assert [coder.code("P", name) for name in ("Ina Adler", "Tom Berg")] == ["P01", "P02"]
    kept = with_codes(NewFile("a.csv", "1", "interventions", b""), coder, salt)
    again, same_salt = coder_of(settings(tmp_path), [kept.meta])
    assert same_salt == salt
    assert again.code("P", "tom berg") == "P02"
    assert again.code("P", "Uta Carl") == "P03"


def test_an_older_file_that_goes_takes_no_code_along(tmp_path: Path) -> None:
    coder, salt = coder_of(settings(tmp_path), ())
    coder.code("P", "Ina Adler")
    coder.code("P", "Tom Berg")
    second = with_codes(NewFile("b.csv", "2", "interventions", b""), coder, salt)
    again, _ = coder_of(settings(tmp_path), [second.meta])
    assert again.code("P", "Uta Carl") == "P03"


def test_what_is_remembered_holds_no_name_and_needs_the_key(tmp_path: Path) -> None:
    coder, salt = coder_of(settings(tmp_path / "one"), ())
    coder.code("P", "Ina Adler")
    kept = with_codes(NewFile("a.csv", "1", "interventions", b""), coder, salt)
    assert "Adler" not in str(kept.meta)
    elsewhere, _ = coder_of(settings(tmp_path / "two"), [kept.meta])
    assert elsewhere.code("P", "Ina Adler") == "P02"


def test_the_key_is_closed_to_others_and_made_once(tmp_path: Path) -> None:
    coder_of(settings(tmp_path), ())
    key = tmp_path / KEY_FILE
    first = key.read_bytes()
    coder_of(settings(tmp_path), ())
    assert key.read_bytes() == first
    assert stat.S_IMODE(key.stat().st_mode) & 0o077 == 0


def test_a_fresh_coder_knows_nobody() -> None:
    assert fresh_coder().state() == {}
