"""Vocabulary and limits come from content and settings."""

from pathlib import Path

import pytest

from readiness.content import content_root
from readiness.content.scan import load_scan_rules
from readiness.domain.errors import ContentRefused
from readiness.settings import Settings
from readiness.workspace.vocabulary import limits, vocabulary

ID = "cgt-operational-readiness"


def test_vocabulary_is_that_of_the_content_and_read_once() -> None:
    found = vocabulary(ID)
    assert "deviations" in found.columns.kinds
    assert found.columns.errors.errors
    assert found.scan.long_formula > 0
    assert vocabulary(ID) is found


def test_tables_and_workbooks_share_one_list_of_words_that_name_nobody() -> None:
    found = vocabulary(ID)
    assert found.scan.not_names == found.columns.no_person
    assert load_scan_rules(content_root() / ID).not_names == frozenset()


def test_a_folder_without_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentRefused):
        vocabulary(ID, Settings(content_dir=tmp_path))


def test_limits_follow_the_settings() -> None:
    found = limits(Settings(max_file_mb=7, max_rows=11))
    assert (found.max_file_mb, found.max_rows) == (7, 11)
