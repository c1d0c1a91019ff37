"""Data validations with their messages: one for each range that a person may fill."""

from datetime import date
from typing import Literal

from openpyxl.worksheet.datavalidation import DataValidation

from readiness.report.cells import Page

Strictness = Literal["stop", "warning", "information"]
LONGEST_NOTE = 2_000
SHORTEST_REASON = 10
"""Letters of the reason for a rating or target that a person sets."""


def _add(
    page: Page, cells: str, rule: DataValidation, message: str, strict: Strictness, prompt: str
) -> None:
    rule.error = message
    rule.errorTitle = "Not accepted" if strict == "stop" else "Not in the list"
    rule.errorStyle = strict
    rule.showErrorMessage = True
    rule.allow_blank = True
    if prompt:
        rule.promptTitle, rule.prompt, rule.showInputMessage = prompt, message, True
    rule.add(cells)
    page.sheet.add_data_validation(rule)


def whole_input(
    page: Page, cells: str, message: str, low: int = 1, high: int = 5, prompt: str = ""
) -> None:
    """A whole number within limits, or empty."""
    rule = DataValidation(type="whole", operator="between", formula1=str(low), formula2=str(high))
    _add(page, cells, rule, message, "stop", prompt)


def number_input(page: Page, cells: str, message: str, low: float, high: float | None) -> None:
    """A number from ``low``, to ``high`` if given."""
    if high is None:
        rule = DataValidation(type="decimal", operator="greaterThanOrEqual", formula1=f"{low:g}")
    else:
        rule = DataValidation(
            type="decimal", operator="between", formula1=f"{low:g}", formula2=f"{high:g}"
        )
    _add(page, cells, rule, message, "stop", "")


def list_input(
    page: Page, cells: str, name: str, message: str, strict: Strictness = "stop"
) -> None:
    """One of a named list; ``information`` lets another text pass."""
    _add(page, cells, DataValidation(type="list", formula1=name), message, strict, "")


def date_input(page: Page, cells: str, since: date) -> None:
    """A date on or after ``since``."""
    rule = DataValidation(
        type="date",
        operator="greaterThanOrEqual",
        formula1=f"DATE({since.year},{since.month},{since.day})",
    )
    _add(page, cells, rule, f"A date, year-month-day, from {since.isoformat()} on.", "stop", "")


def past_date_input(page: Page, cells: str, until: date) -> None:
    """A date up to ``until``."""
    rule = DataValidation(
        type="date",
        operator="lessThanOrEqual",
        formula1=f"DATE({until.year},{until.month},{until.day})",
    )
    _add(page, cells, rule, f"A date, year-month-day, up to {until.isoformat()}.", "stop", "")


def long_text(page: Page, cells: str) -> None:
    """At most 2,000 characters."""
    rule = DataValidation(type="textLength", operator="lessThanOrEqual", formula1=str(LONGEST_NOTE))
    _add(page, cells, rule, f"At most {LONGEST_NOTE:,} characters.", "stop", "")
