"""The app with the clock of a drill in a file: what a test writes there is the server's time."""

import os
from datetime import UTC, datetime
from pathlib import Path

from readiness.ui.cached import workbench
from readiness.ui.shell import run

CLOCK = "READINESS_TEST_CLOCK"


def now() -> datetime:
    """The moment in the file, in seconds since 1970."""
    return datetime.fromtimestamp(float(Path(os.environ[CLOCK]).read_text(encoding="ascii")), UTC)


if __name__ == "__main__":  # Streamlit runs its script so
    workbench().now = now
    run()
