"""Signs that no cell holds: macros, links, embedded files, names that lead nowhere (domain 4.3)."""

from collections.abc import Iterator

from readiness.domain.scan import CellFinding
from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.package import Package
from readiness.evidence.scan.patients import PatientSearch

_MACRO_KINDS = {"xlMacrosheet", "xlIntlMacrosheet"}
_SIGNATURES = ("xl/vbaprojectsignature",)


def has_macros(package: Package, code: bool) -> bool:
    """Whether there is code (as the door saw), or a sheet of macros."""
    return code or any(sheet.kind in _MACRO_KINDS for sheet in package.sheets)


def external_links(package: Package) -> int:
    """The other workbooks that this one reads, by the list of the file itself."""
    return sum(link.kind == "externalLink" for link in package.relations(package.workbook))


def file_signs(
    package: Package,
    macros: bool,
    search: PatientSearch,
    rules: ScanRules,
) -> Iterator[CellFinding]:
    """Findings of the whole file; a name that names a person is withheld."""
    signed = bool(package.parts(*_SIGNATURES))
    counted = {
        ("macros", "macros_signed" if signed else "macros"): int(macros),
        ("external_link", "external_file"): external_links(package),
        ("embedded_file", "embedded_file"): len(package.parts("xl/embeddings/")),
    }
    for (kind, why), count in counted.items():
        if count:
            yield CellFinding(kind=kind, text=rules.why(why, count=count), count=count)
    for name in package.names:
        if "#REF!" in name.target:
            shown = name.name if search.is_clean(name.name) else "…"
            yield CellFinding(kind="broken_name", text=rules.why("broken_name", name=shown))
