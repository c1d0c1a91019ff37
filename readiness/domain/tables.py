"""The tables of evidence: which columns a log must have, and which it may (formats, *Evidence*)."""

from readiness.domain.base import Model
from readiness.domain.evidence import TableKind

ALIKE = "_alike"
"""Column of a table of deviations: the group of records without a cause that a person confirmed to
be the same again, by their descriptions; ``ALONE`` if compared and in none."""
ALONE = "alone"


class TableSpec(Model):
    """The canonical columns of one kind, in reading order.

    Without a required column a file is no such table; a missing optional one only leaves the
    metrics that need it not measured.
    """

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """Those among them that hold people."""

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns, the required ones first."""
        return self.required + self.optional


TABLES: dict[TableKind, TableSpec] = {
    "batches": TableSpec(
        required=("batch", "started"),
        optional=(
            "product",
            "site",
            "completed",
            "outcome",
            "disposition_date",
            "last_step_date",
            "review_complete_date",
            "last_result_date",
            "mbr_version",
            "pages",
        ),
    ),
    "deviations": TableSpec(
        required=("id", "discovered"),
        optional=(
            "severity",
            "occurred",
            "opened",
            "due",
            "original_due",
            "closed",
            "batch",
            "step",
            "cause",
            "cause_detail",
            "detected_by",
            "capa",
            "status",
            "description",
        ),
    ),
    "revisions": TableSpec(
        required=("document", "effective"),
        optional=("version", "reason", "planned", "change_approved", "product"),
    ),
    "record_errors": TableSpec(required=("batch",), optional=("kind", "page", "found_by")),
    "reviews": TableSpec(required=("batch",), optional=("returned", "completed")),
    "temporary_instructions": TableSpec(required=("id",), optional=("approved", "batch")),
    "bookings": TableSpec(
        required=("resource", "start"),
        optional=("booking", "end", "subject", "batch", "status", "version"),
    ),
    "booking_changes": TableSpec(
        required=("booking",), optional=("changed", "field", "old", "new", "reason")
    ),
    "interventions": TableSpec(
        required=("at", "kind"),
        optional=(
            "person",
            "role",
            "batch",
            "planned",
            "minutes",
            "exception_type",
            "hours_to_decision",
            "approver",
        ),
        people=("person", "approver"),
    ),
    "qualifications": TableSpec(
        required=("task", "person"), optional=("qualified_until",), people=("person",)
    ),
    "workarounds": TableSpec(required=("id", "began"), optional=("needed_until",)),
    "workbook": TableSpec(),
}
