"""What a workbook holds beside its cells, whatever its format: texts, comments, its last save."""

from dataclasses import dataclass, field

from readiness.evidence.scan.texts import OtherText


@dataclass
class Aside:
    """Comments with their cells, other texts, the day of the last save (ISO 8601) and who saved."""

    notes: list[OtherText] = field(default_factory=list, repr=False)
    others: list[OtherText] = field(default_factory=list, repr=False)
    modified: str | None = None
    saved_by: str | None = field(default=None, repr=False)

    def tell(self, name: str, text: str, *, author: bool = False) -> None:
        """Take a property of the file; the last word on a save counts."""
        if text.strip():
            self.others.append(OtherText("property", text.strip(), author=author))
        if name == "modified":
            self.modified = text.strip()[:10] or None
        elif name == "saved_by":
            self.saved_by = text.strip() or None
