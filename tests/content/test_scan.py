"""``scan.yaml`` to rules, with the line of every error."""

from pathlib import Path

import pytest

from readiness.content.scan import load_scan_rules
from readiness.domain.errors import ContentRefused

SHIPPED = Path(__file__).parents[2] / "questionnaires" / "cgt-operational-readiness"


def refused(folder: Path, text: str) -> list[tuple[int | None, str]]:
    (folder / "scan.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentRefused) as caught:
        load_scan_rules(folder)
    return [(problem.row, problem.message) for problem in caught.value.problems]


def test_shipped_rules_load_and_word_every_identifier() -> None:
    rules = load_scan_rules(SHIPPED)
    assert float(rules.block_share) == 0.8
    assert set(rules.identifiers) == {
        "name",
        "birth_date",
        "record_number",
        "email",
        "phone",
        "initials",
        "partial_date",
    }
    assert set(rules.patient_levels) == {"found", "partial", "key_sheet", "coded", "nothing"}


def test_errors_name_their_line(tmp_path: Path) -> None:
    found = refused(tmp_path, "version: 1\nblock_shares: 0.8\nheadings:\n  patients: [x]\n")
    assert [row for row, _ in found] == [4, 2]
    assert refused(tmp_path, "version: 1\nlong_formula: many\n")[0][0] == 2
    assert refused(tmp_path, "version: 1\nversion: 2\n")[0][0] == 2
    assert refused(tmp_path, "version: [1\n")[0][0] is not None


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ContentRefused, match=r"scan\.yaml: the file is missing"):
        load_scan_rules(tmp_path)
