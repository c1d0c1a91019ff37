"""The log of the app: a JSON object a line, of what happened and never of what was said."""

import json
import logging
import sys
from datetime import UTC, datetime

OURS = "readiness"
STANDARD = frozenset(vars(logging.makeLogRecord({})))


class JsonLines(logging.Formatter):
    """When, how grave, where, what; and whatever figures were given as ``extra``.

    The text of an exception is left out: it could quote what somebody typed.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        said = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        more = {k: v for k, v in vars(record).items() if k not in STANDARD and k != "message"}
        if record.exc_info and record.exc_info[0] is not None:
            more["error"] = record.exc_info[0].__name__
        return json.dumps(said | more, ensure_ascii=False, default=str)


def log_as_json() -> None:
    """Our own loggers write JSON lines to standard error; called twice, it does no more."""
    ours = logging.getLogger(OURS)
    if any(isinstance(one.formatter, JsonLines) for one in ours.handlers):
        return
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    ours.addHandler(handler)
    ours.setLevel(logging.INFO)
