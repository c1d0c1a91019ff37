"""Columns of the sheets that list data sets, limits and options, one row an entry."""

from readiness.report.layout import Column

OPTIONS = (
    Column("what", "What", 10, "wrap_bold"),
    Column("name", "Option or gate", 40, "wrap"),
    Column("state", "State", 12, "top_mid"),
    Column("cost", "Cost of keeping", 10, "top_0"),
    Column("trigger", "Trigger, or what the gate lacked", 60, "wrap"),
    Column("day", "Decide by, or held", 12, "top_day"),
    Column("gate", "Closed at", 18, "wrap"),
)

LIMITS = (
    Column("name", "Dimension", 34, "wrap_bold"),
    Column("volume", "Breaks at, a year", 10, "top_0"),
    Column("demand", "Demand, a year", 10, "top_0"),
    Column("share", "Of the demand", 10, "top_percent"),
    Column("state", "State", 18, "top_mid"),
    Column("breaks", "What breaks", 44, "wrap"),
    Column("basis", "Basis", 12, "top_mid"),
    Column("source", "Rests on", 40, "wrap"),
    Column("owner", "Owner", 24, "wrap"),
)

DATA = (
    Column("what", "What", 16, "wrap_bold"),
    Column("name", "Name", 36, "wrap"),
    Column("state", "State", 12, "top_mid"),
    Column("counted", "Counted", 9, "top_0"),
    Column("of", "Of", 9, "top_0"),
    Column("share", "Share", 9, "top_percent"),
    Column("needed", "Asked for", 9, "top_percent"),
    Column("missing", "What is missing", 60, "wrap"),
    Column("rows", "Rows that do not link", 50, "wrap"),
)
