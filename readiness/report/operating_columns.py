"""Columns of the sheets that hold what was tried and planned: changes and the stopwatch."""

from readiness.report.layout import Column

RIPPLE = (
    Column("change", "Change", 30, "wrap_bold"),
    Column("area", "Area", 24, "wrap"),
    Column("touched", "Touched", 10, "top_mid"),
    Column("owner", "Owner", 24, "wrap"),
    Column("effort", "Effort, person-weeks", 9, "top_1"),
    Column("low", "Weeks, low", 8, "top_1"),
    Column("mode", "Weeks, likely", 8, "top_1"),
    Column("high", "Weeks, high", 8, "top_1"),
    Column("lots", "Lots", 7, "top_0"),
    Column("after", "Comes after", 24, "wrap"),
    Column("starts", "Starts after week", 9, "top_1"),
    Column("ends", "Ends in week", 9, "top_1"),
    Column("path", "Longest path", 9, "top_mid"),
    Column("actual", "Weeks, actual", 9, "top_1"),
    Column("spent", "Effort, actual", 9, "top_1"),
    Column("base", "Your own figures beside the usual", 44, "wrap"),
)

STOPWATCH = (
    Column("held", "Held on", 12, "top_day"),
    Column("test", "Test", 7, "top_mid"),
    Column("code", "Code", 24, "wrap_bold"),
    Column("field", "Field", 16, "wrap"),
    Column("answer", "Answer", 12, "top_mid"),
    Column("minute", "Minute", 9, "top_1"),
    Column("level", "Level", 7, "top_0"),
    Column("says", "What it came to", 60, "wrap"),
)
