"""How much of a stranger's file is read before it is refused."""

from dataclasses import dataclass

MB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bounds of one file; the defaults are those of the settings of the same name."""

    max_file_mb: int = 50
    max_unpacked_mb: int = 200
    max_ratio: int = 200
    """Unpacked to packed size of one part of an archive; asked of parts over ``ratio_from_mb``."""
    ratio_from_mb: int = 10
    max_sheets: int = 200
    max_columns: int = 500
    max_rows: int = 300_000
    max_cells: int = 3_000_000
    """Filled cells of a file that is read as a table."""
    max_scan_cells: int = 1_000_000
    """Stored cells of a workbook that is looked at from inside."""
    max_seconds: int = 30
    """Of opening, reading or scanning one file."""
    max_memory_mb: int = 1024
    """Address space of the process that does it."""
