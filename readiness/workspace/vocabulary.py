"""What intake and the scan of workbooks read beside a questionnaire, loaded once a process."""

from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import NamedTuple

from readiness.content import content_root
from readiness.content.columns import load_columns
from readiness.content.scan import load_scan_rules
from readiness.domain.columns import ColumnContent
from readiness.domain.scan_rules import ScanRules
from readiness.files.limits import Limits
from readiness.settings import Settings


class Vocabulary(NamedTuple):
    """Headings, values, dates and errors of intake, and the rules of the workbook scan."""

    columns: ColumnContent
    scan: ScanRules


def vocabulary(questionnaire: str, settings: Settings | None = None) -> Vocabulary:
    """That of a questionnaire. Raises ContentRefused."""
    root = (settings.content_dir if settings else None) or content_root()
    return _load(root / questionnaire)


@cache
def _load(folder: Path) -> Vocabulary:
    columns, scan = load_columns(folder), load_scan_rules(folder)
    return Vocabulary(columns, scan.model_copy(update={"not_names": columns.no_person}))


def limits(settings: Settings) -> Limits:
    """How much of a stranger's file is read, as the settings say."""
    return Limits(**{bound.name: getattr(settings, bound.name) for bound in fields(Limits)})
