"""The log is a JSON object a line, and no typed word gets in."""

import json
import logging

import pytest

from readiness.workspace.logs import JsonLines, log_as_json

TYPED = "Hildegard only works on Wednesdays"


def line(**more: object) -> dict[str, object]:
    record = logging.makeLogRecord(
        {"name": "readiness.ui", "levelno": 40, "levelname": "ERROR", "msg": "page failed"} | more
    )
    return json.loads(JsonLines().format(record))


def test_a_line_says_when_how_grave_where_and_what() -> None:
    found = line(created=0.0, seconds=3)
    assert found == {
        "at": "1970-01-01T00:00:00.000+00:00",
        "level": "error",
        "logger": "readiness.ui",
        "event": "page failed",
        "seconds": 3,
    }


def test_the_text_of_an_exception_stays_out() -> None:
    error = ValueError(TYPED)
    found = line(exc_info=(ValueError, error, None))
    assert found["error"] == "ValueError"
    assert TYPED not in str(found)


def test_it_is_set_up_once() -> None:
    ours = logging.getLogger("readiness")
    before = list(ours.handlers)
    log_as_json()
    log_as_json()
    try:
        assert sum(isinstance(h.formatter, JsonLines) for h in ours.handlers) == 1
    finally:
        ours.handlers[:] = before


@pytest.mark.parametrize("sign", ["\n", '"', "\u2028"])
def test_a_line_stays_a_line(sign: str) -> None:
    record = logging.makeLogRecord({"msg": f"a{sign}b"})
    assert len(JsonLines().format(record).split("\n")) == 1
