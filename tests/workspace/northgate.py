"""The demonstration organisation on a desk of its own, and files that a test drops."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from readiness.files.opened import OpenedFile
from readiness.settings import Settings
from readiness.workspace import evidence
from readiness.workspace.demo import example_folder, open_example
from readiness.workspace.folders import Case, open_folder
from readiness.workspace.session import Session
from tests.workspace.desk import begun, session

DEVIATIONS = (
    "Dev #,Date Discovered,Severity,Batch,Root Cause,Step\n"
    "D-1,2026-03-01,Minor,B1,Human Error,Harvest\n"
    "D-2,2026-04-02,Major,B2,Equipment,Wash\n"
    "D-3,2026-05-03,Minor,B3,Human Error,Harvest\n"
)
BATCHES = "Lot,Process Start\n" + "".join(f"B{n},2026-0{n}-15\n" for n in range(1, 8))


def at(desk: Session, folder: Path) -> Session:
    """The same desk with its data in a folder of the test."""
    return replace(desk, settings=Settings(data_dir=folder))


def with_example(folder: Path) -> tuple[Session, str]:
    """A desk on which the example lies open."""
    desk = at(session(), folder)
    return desk, open_example(desk)


def with_new(folder: Path) -> tuple[Session, str]:
    """A desk with one assessment begun."""
    desk, id = begun()
    return at(desk, folder), id


@cache
def case() -> Case:
    """The example as the command line judges it."""
    return open_folder(example_folder(), lambda _: None)


def dropped(desk: Session, id: str, name: str, text: str) -> OpenedFile:
    """A text file as it comes from the uploader."""
    return evidence.open_file(desk, id, name, text.encode())


def confirmed(desk: Session, id: str, name: str, text: str) -> str:
    """Drop a file, take the proposal as it is, and keep it; the id of the file."""
    opened = dropped(desk, id, name, text)
    return evidence.confirm(desk, id, opened, evidence.look(desk, id, opened).mapping()).id
