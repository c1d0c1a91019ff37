"""How scheduling workbooks are looked at: ``scan.yaml`` to `ScanRules`."""

from pathlib import Path

from readiness.content.beside import load_beside
from readiness.domain.scan_rules import ScanRules

FILE = "scan.yaml"


def load_scan_rules(folder: Path) -> ScanRules:
    """The rules of a questionnaire's folder. Raises ContentRefused with the line of every error."""
    return load_beside(folder, FILE, ScanRules)
