"""Writes the evidence files of the demonstration organisation: `python -m examples.generate`.

Every file depends on the story and a fixed seed alone, so that a second run writes the same bytes.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from examples.generator import deviations, efforts, records, slot_plan

EVIDENCE = Path(__file__).parent / "northgate" / "evidence"

FILES: dict[str, Callable[[], bytes]] = {
    "Batch register.xlsx": records.batch_register,
    "Deviation log 2026.xlsx": deviations.deviation_log,
    "MBR revisions.csv": records.revision_list,
    "Fehler im Chargenprotokoll.csv": records.record_errors,
    "Record review rounds.xlsx": records.review_rounds,
    "Temporary instructions.csv": records.temporary_instructions,
    "Slot plan v28.xlsx": lambda: slot_plan.slot_plan(28),
    "Slot plan v29.xlsx": lambda: slot_plan.slot_plan(29),
    "Slot plan v30 (copy).xlsx": lambda: slot_plan.slot_plan(30),
    "Slot plan v31.xlsx": lambda: slot_plan.slot_plan(31),
    "Rebooking log.csv": slot_plan.rebooking_log,
    "Intervention log.xlsx": efforts.intervention_log,
    "Qualification matrix.xlsx": efforts.qualification_matrix,
    "Workarounds.csv": efforts.workarounds,
}


def write_all(folder: Path) -> None:
    """Writes every evidence file into `folder`, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, build in FILES.items():
        (folder / name).write_bytes(build())


if __name__ == "__main__":
    write_all(Path(sys.argv[1]) if len(sys.argv) > 1 else EVIDENCE)
