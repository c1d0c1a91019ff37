"""Reading an assessment folder: the example of the formats, and every way to get it wrong."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from readiness.domain.errors import InputRefused, NotFound
from readiness.workspace.folder import FILE, LISTS, MAX_MB, read_assessment
from tests.workspace.folders import EXAMPLE, find, line_of, parse, problems


def test_the_example_of_the_formats_is_read():
    found = parse(EXAMPLE)
    assert found.as_of == date(2026, 11, 22)
    assert found.profile.parties == 2
    assert found.window is not None
    assert found.window.from_ == date(2025, 9, 22)
    assert [r.level for r in found.responses] == [2, "not_applicable", "unknown"]
    assert found.measurements[3].value == Fraction(23, 4)
    assert found.settings.weights == {
        "P": Fraction(9, 20),
        "R": Fraction(3, 10),
        "L": Fraction(1, 4),
    }
    assert found.hybrid is not None
    assert found.hybrid.flags == ("F2", "F4", "F6", "F8")


def test_a_folder_is_read_and_problems_name_its_file(tmp_path: Path):
    file = tmp_path / FILE
    file.write_text("\ufeff" + EXAMPLE, encoding="utf-8")
    assert read_assessment(tmp_path, find) == parse(EXAMPLE)
    file.write_text(EXAMPLE.replace("sites: 1", "site: 1"), encoding="utf-8")
    with pytest.raises(InputRefused) as refused:
        read_assessment(tmp_path, find)
    assert str(refused.value.problems[0]).startswith(f"{file}:")


def test_what_is_no_folder_is_said(tmp_path: Path):
    with pytest.raises(NotFound, match=FILE):
        read_assessment(tmp_path, find)
    (tmp_path / FILE).write_bytes(b"title: \xff\xfe")
    with pytest.raises(InputRefused, match="UTF-8"):
        read_assessment(tmp_path, find)
    (tmp_path / FILE).write_bytes(b"#" * (MAX_MB * 1024 * 1024 + 1))
    with pytest.raises(InputRefused, match="larger"):
        read_assessment(tmp_path, find)


@pytest.mark.parametrize("text", ["", "just words", "- a\n- list", "a: [1", "\x00"])
def test_what_is_no_assessment_is_refused(text):
    with pytest.raises(InputRefused):
        parse(text)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("format: 1", "format: 2", "found 2"),
        ("title: Northgate baseline\n", "\n", "title: is missing"),
        ("modality: autologous", "modality: autologus", "nearest valid name is autologous"),
        ("sites: 1", "site: 1", "nearest valid name is sites"),
        ("sites: 1", "sites: true", "other than true or false"),
        ("sites: 1", "sites: -1", "at least 0"),
        ("sites: 1", "sites: one", "a whole number was expected"),
        ("organisation: Northgate", "organisation: 3", "Put it in quotes"),
        ("2026-11-22  ", "2026/11/22  ", "a date such as 2026-11-22"),
        ("2026-11-22  ", "2026-13-45  ", "no value that can be read"),
        ("2026-11-22  ", "20261122  ", "a date such as 2026-11-22"),
        ("launch_date: 2029-01-01", "launch_date: 86400", "a date such as 2026-11-22"),
        ("function: MFG", "function: MGF", "nearest valid name is MFG"),
        ("OPM-1, respondent: r1, level: 2", "OPM-1, respondent: r1, level: 7", "found 7"),
        ("OPM-1, respondent: r1, level: 2", "OPM-1, respondent: r1, level: true", "cannot stand"),
        ("level: unknown", "level: unkown", "nearest valid name is unknown"),
        ("basis: statement", "basis: statment", "nearest valid name is statement"),
        ("events: 74,", "evnts: 74,", "nearest valid name is events"),
        ("exposure: 12", 'exposure: "1e999999999"', "a plain number"),
        ("exposure: 12", "exposure: .inf", "a number was expected"),
        ('reason: "seen"', 'reason: ""', "must not be empty"),
        ("points: 28, ", "", "points, or blocks"),
        ("incidents: {", "incidents: {identity_mismatc: 0, ", "nearest valid name is identity"),
        ("P: 0.45", "Q: 0.45", "Expected: P, R or L"),
        ("respondents:\n  - {id", "respondents:\n    {id", "a list was expected"),
        ("  - {metric: D3, events: 33, trials: 74}", "  - D3", "keys with values"),
        ("horizon_weeks", "horizon_week", "nearest valid name is horizon_weeks"),
        ("questionnaire: cgt", "questionnaire: cgd", "there is no questionnaire"),
        ("form: full", "form: full\nform: short", "form stands here twice"),
    ],
)
def test_a_wrong_value_is_refused_with_its_line(old, new, says):
    found = problems(old, new)
    assert any(says in str(p) for p in found), [str(p) for p in found]
    assert all(p.row is not None for p in found)


def test_every_problem_is_told_at_once_in_order_of_lines():
    text = (
        EXAMPLE.replace("sites: 1", "site: 1")
        .replace("capability: OPM-1, respondent: r1, level: 2", "capability: X, level: 9")
        .replace("metric: D3", "metric: D33")
    )
    with pytest.raises(InputRefused) as refused:
        parse(text)
    lines = [p.row or 0 for p in refused.value.problems]
    assert lines == sorted(lines)
    wanted = {line_of("sites: 1"), line_of("OPM-1, respondent"), line_of("metric: D3")}
    assert wanted <= set(lines)
    said = str(refused.value)
    for part in (
        "sites: is missing",
        "no capability X",
        "level: found 9",
        "respondent: is missing",
    ):
        assert part in said


def test_a_bundle_of_references_is_not_unpacked():
    bomb = "a: &a [x]\n" + "".join(f"{chr(98 + n)}: &n{n} [*a, *a]\n" for n in range(3))
    with pytest.raises(InputRefused, match="references"):
        parse(bomb)


def test_lists_are_found_from_the_domain():
    assert set(LISTS) >= {"responses", "respondents", "drills", "measurements"}
