"""The patient-slot simulation as content: ``stress.yaml`` to `StressContent`."""

from pathlib import Path

from readiness.content.beside import load_beside
from readiness.domain.errors import ContentRefused, Problem
from readiness.domain.stress import StressContent

FILE = "stress.yaml"


def load_stress(folder: Path) -> StressContent:
    """What is asked and what can be tried.

    Raises ContentRefused with the line of every error, and for a remedy that changes a figure that
    is not asked.
    """
    content = load_beside(folder, FILE, StressContent)
    asked = {field.id for field in content.fields}
    unknown = [
        Problem(FILE, f"{lever.id}: no field is called {change.field}", advice="Correct the entry")
        for lever in content.levers
        for change in lever.changes
        if change.field not in asked
    ]
    if unknown:
        raise ContentRefused(unknown)
    return content
