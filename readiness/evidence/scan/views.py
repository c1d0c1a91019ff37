"""A sheet together with what was made out in it."""

from dataclasses import dataclass

from readiness.domain.scan import SheetState
from readiness.evidence.scan.blocks import Block
from readiness.evidence.scan.cells import SheetCells
from readiness.evidence.scan.tables import Table


@dataclass(frozen=True, slots=True)
class SheetView:
    """A sheet with what was found in it; ``name`` as it may be shown."""

    name: str
    state: SheetState
    cells: SheetCells
    tables: list[Table]
    blocks: list[Block]
