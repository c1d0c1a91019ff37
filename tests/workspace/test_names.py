"""Names that stay where they are put."""

import pytest

from readiness.workspace.names import LONGEST, is_plain


@pytest.mark.parametrize("name", ["log.csv", "QMS export (2026).xlsx", "züge.csv", "a"])
def test_a_name_of_a_file_is_plain(name):
    assert is_plain(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        ".hidden",
        "a/b",
        "a\\b",
        "C:x",
        "a\0",
        "a\nb",
        "a ",
        "x" * (LONGEST + 1),
        "a?",
    ],
)
def test_a_name_that_leads_elsewhere_is_not(name):
    assert not is_plain(name)
