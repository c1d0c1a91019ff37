"""Workbooks made for one test, scanned with the shipped rules."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from readiness.domain.scan import WorkbookScan
from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.workbook_scan import scan_workbook
from readiness.files.opening import open_upload
from readiness.workspace.vocabulary import vocabulary

CONTENT = Path(__file__).parents[3] / "questionnaires" / "cgt-operational-readiness"


@pytest.fixture(scope="session")
def rules() -> ScanRules:
    return vocabulary(CONTENT.name).scan


@pytest.fixture
def made() -> Callable[[Callable[[xlsxwriter.Workbook], None]], bytes]:
    """The bytes of a workbook that a function filled."""

    def make(fill: Callable[[xlsxwriter.Workbook], None]) -> bytes:
        buffer = io.BytesIO()
        with xlsxwriter.Workbook(buffer) as book:
            fill(book)
        return buffer.getvalue()

    return make


@pytest.fixture
def scan_bytes(rules: ScanRules) -> Callable[..., WorkbookScan]:
    """The scan of a workbook given as bytes."""

    def scan(data: bytes, name: str = "plan.xlsx") -> WorkbookScan:
        return scan_workbook(open_upload(name, data), rules)

    return scan


@pytest.fixture
def scan(made, scan_bytes) -> Callable[..., WorkbookScan]:
    """The scan of a workbook that a function filled."""
    return lambda fill, name="plan.xlsx": scan_bytes(made(fill), name)
