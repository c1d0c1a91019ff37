"""How scheduling workbooks are looked at: ``scan.yaml`` to `ScanRules`."""

from pathlib import Path

from pydantic import ValidationError

from readiness.content.reading import read
from readiness.domain.errors import ContentRefused, Problem
from readiness.domain.scan_rules import ScanRules

FILE = "scan.yaml"


def load_scan_rules(folder: Path) -> ScanRules:
    """The rules of a questionnaire's folder.

    Raises ContentRefused with the line of every error: a missing file, broken YAML, a key given
    twice, an unknown key or a value out of range.
    """
    try:
        source, problems = read(FILE, (folder / FILE).read_bytes())
    except FileNotFoundError:
        advice = "Copy it from another questionnaire"
        raise ContentRefused([Problem(FILE, "the file is missing", advice=advice)]) from None
    if problems:
        raise ContentRefused(problems)
    try:
        return ScanRules.model_validate(source.values)
    except ValidationError as error:
        raise ContentRefused(
            [
                Problem(
                    FILE,
                    f"{'.'.join(map(str, found['loc']))}: {found['msg']}",
                    row=source.line(found["loc"]),
                    advice="Correct the entry",
                )
                for found in error.errors()
            ]
        ) from None
