"""The commands that bring workbooks back are found where formats.md names them."""

import pytest
from typer.testing import CliRunner

from readiness.cli import app

RUN = CliRunner()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["report", "import"], "Show what an edited gap report changes"),
        (["questionnaire", "import"], "Show what a filled-in workbook changes"),
        (["questionnaire", "export"], "Write the interview workbook"),
        (["partner", "import"], "Show what a filled-in question list changes"),
        (["partner", "export"], "Write the questions to send"),
        (["report"], "Write the Excel gap report"),
    ],
)
def test_two_words_lead_to_one_command(words: list[str], says: str) -> None:
    ran = RUN.invoke(app, [*words, "--help"])
    assert ran.exit_code == 0
    assert says in ran.output


@pytest.mark.parametrize(
    "words", [["report", "import"], ["questionnaire", "import"], ["partner", "import", "maker"]]
)
def test_only_file_or_app_decides_for_all(words: list[str]) -> None:
    ran = RUN.invoke(app, [*words, "folder", "back.xlsx", "--conflicts", "mine"])
    assert ran.exit_code == 2
