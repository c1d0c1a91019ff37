"""The columns of every table sheet: key in formulas, heading, width, style and kind.

Headings are what an import finds its columns by; a key is never printed. Source: the workbook
specification, *Gap report*.
"""

from readiness.report.layout import Column

GAP_FIELDS = (
    *("p_over", "r_over", "l_over", "target_over", "over_reason"),
    *("owner", "status", "due", "comment"),
)
FINDING_FIELDS = ("owner", "status", "comment")
ACTION_FIELDS = ("owner", "status", "start")
"""The keys of what comes back with the file (the workbook specification, *Round trip*)."""

REGISTER = (
    Column("id", "ID", 8, "wrap_bold"),
    Column("dimension", "Dimension", 20, "wrap"),
    Column("capability", "Capability", 32, "wrap_bold"),
    Column("gate", "Gate", 6, "top_mid"),
    Column("profile", "Profile", 7, "top_mid"),
    Column("claimed", "Claimed", 8, "top_0"),
    Column("basis", "Basis", 13, "wrap"),
    Column("evidenced", "Evidenced", 9.5, "top_0", "formula"),
    Column("records", "Records", 8, "top_0", "formula"),
    Column("final", "Final", 6.5, "top_0", "formula"),
    Column("target", "Target", 7, "top_0", "formula"),
    Column("gap", "Gap", 6, "top_0", "formula"),
    Column("p", "P", 5, "top_0"),
    Column("r", "R", 5, "top_0"),
    Column("l", "L", 5, "top_0"),
    Column("p_over", "P override", 9, "input_top_0", "input"),
    Column("r_over", "R override", 9, "input_top_0", "input"),
    Column("l_over", "L override", 9, "input_top_0", "input"),
    Column("target_over", "Target override", 9, "input_top_0", "input"),
    Column("what_if", "What-if level", 8, "input_top_0", "input"),
    Column("over_reason", "Override reason", 22, "input_top", "input"),
    Column("severity", "Severity", 8.5, "top_2", "formula"),
    Column("priority", "Priority", 8, "top_1", "formula"),
    Column("by_rule", "Act now by rule", 8.5, "top_mid", "formula"),
    Column("band", "Band", 8.5, "top_mid", "formula"),
    Column("rank", "Rank", 6, "top_0", "formula"),
    Column("first_5", "In first 5", 8, "top_percent"),
    Column("first_10", "In first 10", 8, "top_percent"),
    Column("robust", "Other weights", 12, "top_mid"),
    Column("wave", "Wave", 6, "top_0"),
    Column("action", "Action", 42, "wrap"),
    Column("owner_role", "Owner role", 18, "wrap"),
    Column("effort", "Effort, person-weeks", 9, "top_value"),
    Column("elapsed", "Least elapsed, weeks", 8.5, "top_0"),
    Column("needs", "Prerequisites", 13, "wrap"),
    Column("evidence", "Evidence", 16, "top_link"),
    Column("owner", "Owner", 18, "input_top", "input"),
    Column("status", "Status", 12, "input_top", "input"),
    Column("due", "Due", 11.5, "input_top_day", "input"),
    Column("comment", "Comment", 28, "input_top", "input"),
    Column("check", "Check", 14, "wrap", "formula"),
    Column("rule", "What decided the level (as exported)", 54, "wrap"),
    Column("why", "Why these ratings", 52, "wrap"),
    Column("references", "References", 122, "fine"),
    Column("counts", "Applicable", 10, "top", "working"),
    Column("p_used", "P used", 8, "top_0", "working"),
    Column("r_used", "R used", 8, "top_0", "working"),
    Column("l_used", "L used", 8, "top_0", "working"),
    Column("counted", "Level counted", 8, "top_0", "working"),
    Column("today", "Target today", 8, "top_0", "working"),
    Column("next", "Target next stage", 8, "top_0", "working"),
    Column("launch", "Target launch", 8, "top_0", "working"),
    Column("known", "Known", 8, "top_0", "working"),
    Column("gap_counted", "Gap counted", 8, "top_0", "working"),
    Column("gap_next", "Gap to next stage", 8, "top_0", "working"),
    Column("gap_launch", "Gap to launch", 8, "top_0", "working"),
    Column("need_next", "Levels to next stage", 8, "top_0", "working"),
    Column("need_launch", "Levels to launch", 8, "top_0", "working"),
    Column("flag", "Rule flag", 8, "top_0", "working"),
    Column("key", "Key", 8, "top_1", "working"),
    Column("order", "Order", 8, "top_0", "working"),
    Column("incident", "Incident", 24, "wrap", "working"),
    Column("event", "Events", 8, "top_0", "working"),
    Column("answers", "Backing from answers", 9, "top_0", "working"),
    Column("paper", "Proof from answers", 9, "top_0", "working"),
    Column("proof", "Proof", 8, "top_0", "working"),
    Column("metrics", "Metrics named", 8, "top_0", "working"),
    Column("usable", "Metrics usable", 8, "top_0", "working"),
    Column("on_paper", "Evidence on file", 9, "top_0", "working"),
    Column("missing", "Records missing", 8, "top_0", "working"),
)

METRICS = (
    Column("id", "ID", 6, "wrap_bold"),
    Column("metric", "Metric", 40, "wrap_bold"),
    Column("unit", "Unit", 14, "wrap"),
    Column("value", "Value", 9, "top_value"),
    Column("counts", "Counts", 24, "wrap"),
    Column("low", "80 % low", 9, "top_value"),
    Column("high", "80 % high", 9, "top_value"),
    Column("level", "Level", 6.5, "top_0", "formula"),
    Column("level_low", "Level low", 6.5, "top_0", "formula"),
    Column("level_high", "Level high", 6.5, "top_0", "formula"),
    Column("usable", "Usable", 8.5, "top_mid", "formula"),
    Column("scored", "Scored", 7.5, "top_0", "formula"),
    Column("given", "Typed level", 7, "top_0"),
    Column("interval", "Interval", 17, "wrap"),
    Column("informs", "Informs", 15, "wrap"),
    Column("evidence", "Evidence rows", 12, "top_link"),
    Column("cap", "Cap", 6, "top_0"),
    Column("trend", "Trend", 24, "wrap"),
    Column("remark", "Why it does not count, or with care", 46, "wrap"),
    Column("pitfalls", "Pitfalls", 60, "wrap"),
    Column("kind", "Level from", 12, "top", "working"),
    Column("held", "Held back", 8, "top_mid", "working"),
    Column("raw", "Level before the cap", 8, "top_0", "working"),
    Column("raw_low", "Low before the cap", 8, "top_0", "working"),
    Column("raw_high", "High before the cap", 8, "top_0", "working"),
)

ROADMAP = (
    Column("order", "Order", 6.5, "top_0"),
    Column("wave", "Wave", 6, "top_0"),
    Column("id", "ID", 8, "top_link"),
    Column("capability", "Capability", 32, "wrap_bold"),
    Column("levels", "Level to target", 9, "top_mid"),
    Column("priority", "Priority", 8, "top_1", "formula"),
    Column("band", "Band", 8.5, "top_mid", "formula"),
    Column("reason", "Why here", 36, "wrap"),
    Column("action", "Action", 44, "wrap"),
    Column("owner_role", "Owner role", 18, "wrap"),
    Column("effort", "Effort, person-weeks", 9, "top_value"),
    Column("elapsed", "Least elapsed, weeks", 8.5, "top_0"),
    Column("needs", "Comes after", 14, "wrap"),
    Column("owner", "Owner", 18, "input_top", "input"),
    Column("status", "Status", 11, "input_top", "input"),
    Column("start", "Fixed start", 11.5, "input_top_day", "input"),
    Column("first", "Start week", 7, "top_0"),
    Column("last", "End week", 7, "top_0"),
)

EVIDENCE = (
    Column("id", "Evidence ID", 10, "top"),
    Column("type", "Type", 12, "top"),
    Column("file", "File", 30, "wrap"),
    Column("sheet", "Sheet", 16, "top"),
    Column("row", "Row", 7, "top_0"),
    Column("date", "Date", 11, "top_day"),
    Column("basis", "Basis", 10, "top"),
    Column("capability", "Capability", 10, "top_link"),
    Column("metric", "Metric", 8, "top"),
    Column("seen_by", "Seen by", 14, "top"),
    Column("says", "What it says", 50, "wrap"),
    Column("sha", "SHA-256 (first 12)", 15, "top"),
)

FINDINGS = (
    Column("number", "No", 5, "top_0"),
    Column("kind", "Kind", 17, "wrap"),
    Column("weight", "Weight", 9, "top"),
    Column("capability", "Capability", 10, "top_link"),
    Column("metric", "Metric", 8, "top_link"),
    Column("finding", "Finding", 66, "wrap"),
    Column("evidence", "Evidence", 14, "top_link"),
    Column("owner", "Owner", 16, "input_top", "input"),
    Column("status", "Status", 12, "input_top", "input"),
    Column("comment", "Comment", 30, "input_top", "input"),
    Column("id", "Finding ID", 15, "fine"),
)

DRILLS = (
    Column("scenario", "Scenario", 34, "wrap_bold"),
    Column("mandatory", "Mandatory", 11, "top_mid"),
    Column("held_on", "Held on", 12, "input_top_day", "input"),
    Column("points", "Points", 9, "input_top_0", "input"),
    Column("critical", "Critical fail", 9, "input_top_0", "input"),
    Column("counted", "Points counted", 9, "top_0", "formula"),
    Column("band", "Band", 14, "top_mid", "formula"),
    Column("age", "Age", 22, "wrap", "formula"),
    Column("workings", "Workings (as exported)", 44, "wrap"),
    Column("id", "Scenario ID", 14, "top", "working"),
    Column("needed", "Counted if mandatory", 10, "top_0", "working"),
    Column("recent", "Recent critical fail", 10, "top_0", "working"),
)

SENSITIVITY = (
    Column("cuts", "Cut points", 22, "wrap_bold"),
    Column("moved", "Moved by", 9, "top_mid"),
    Column("level", "Overall level", 8, "top_0"),
    Column("verdict", "Verdict", 24, "wrap"),
    Column("index", "Index", 8, "top_2"),
    Column("first", "First", 9, "top_mid"),
    Column("second", "Second", 9, "top_mid"),
    Column("third", "Third", 9, "top_mid"),
    Column("fourth", "Fourth", 9, "top_mid"),
    Column("fifth", "Fifth", 9, "top_mid"),
    Column("changes", "What changes", 60, "wrap"),
)

ROUNDS = (
    Column("kind", "What", 11, "wrap_bold"),
    Column("id", "ID", 9, "top_mid"),
    Column("name", "Name", 42, "wrap"),
    Column("before", "Before", 30, "wrap_mid"),
    Column("after", "After", 30, "wrap_mid"),
    Column("way", "Which way", 11, "top_mid"),
    Column("why", "Why", 70, "wrap"),
)

SCORECARD = (
    Column("maker", "Maker", 22, "wrap_bold"),
    Column("what", "What", 11, "top"),
    Column("id", "Question", 10, "top_mid"),
    Column("text", "Question, band or finding", 58, "wrap"),
    Column("given", "Given", 8, "top_0"),
    Column("counts", "Counts", 8, "top_0"),
    Column("flag", "Red flag", 10, "top_mid"),
    Column("words", "How it was taken, and why it counts so", 52, "wrap"),
)

RETENTION = (
    Column("name", "What should stay at home", 40, "wrap_bold"),
    Column("held", "Held by", 14, "top_mid"),
    Column("clause", "Clause", 34, "wrap"),
    Column("proof", "Last proof", 12, "top_day"),
    Column("alone", "What one could do without the partner", 60, "wrap"),
)

OVERSIGHT = (
    Column("name", "What", 26, "wrap_bold"),
    Column("question", "Question", 66, "wrap"),
    Column("answer", "Answer", 12, "top_mid"),
    Column("note", "What was shown", 50, "wrap"),
)

INTERSECTIONS = (
    Column("rank", "Rank", 7, "top_mid"),
    Column("name", "Where flows meet", 26, "wrap_bold"),
    Column("weakness", "Weakness, 0 to 100", 11, "top_0"),
    Column("known", "First known", 20, "wrap"),
    Column("decides", "Who decides", 30, "wrap"),
    Column("fallback", "Fallback", 44, "wrap"),
    Column("slack", "Slack, days", 9, "top_mid"),
)

LEDGER = (
    Column("name", "Early choice", 34, "wrap_bold"),
    Column("saved", "Weeks saved", 9, "top_1"),
    Column("chance", "Chance to undo it", 9, "top_percent"),
    Column("undo", "Weeks to undo it", 9, "top_1"),
    Column("undo_low", "Low", 8, "top_1"),
    Column("undo_high", "High", 8, "top_1"),
    Column("net", "Net weeks expected", 10, "top_1"),
    Column("net_low", "Low", 8, "top_1"),
    Column("net_high", "High", 8, "top_1"),
    Column("moment", "Undo it by", 12, "top_day"),
    Column("state", "State", 14, "top_mid"),
    Column("path", "Longest path", 40, "wrap"),
)

FLAGS = (
    Column("name", "Flag", 34, "wrap_bold"),
    Column("id", "ID", 11, "top_mid"),
    Column("state", "State", 12, "input_top", "input"),
    Column("text", "What it means", 9, "top"),
)
