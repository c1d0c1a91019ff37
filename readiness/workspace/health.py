"""Whether an installation is well: settings, data place, disk, content, clients, store."""

import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from readiness.domain.errors import ReadinessError
from readiness.settings import Settings, load_settings
from readiness.store import keeps_apart, verified
from readiness.workspace.session import load_questionnaires

LEAST_FREE_MB = 500
MB = 1024 * 1024
NOT_APART = (
    "PostgreSQL itself does not keep clients apart: the role in READINESS_DATABASE_URL is a "
    "superuser, may bypass row-level security, or somebody lifted it from a table. The store's own "
    "checks hold, the second wall behind them does not stand. docs/operations.md, Two walls, says "
    "how to give the app a role of its own."
)


@dataclass(frozen=True)
class Check:
    """One thing that was looked at. ``said`` names no content of any assessment."""

    name: str
    is_well: bool
    said: str


def health() -> Iterator[Check]:
    """Each check in turn; where the settings are not valid there is no other."""
    try:
        settings = load_settings()
    except ReadinessError as error:
        yield Check("settings", is_well=False, said=str(error))
        return
    yield Check("settings", is_well=True, said="valid")
    checks: dict[str, Callable[[Settings], str]] = {
        "data place": _place,
        "disk": _disk,
        "content": _content,
        "clients apart": _apart,
        "store": _store,
    }
    for name, look in checks.items():
        try:
            yield Check(name, is_well=True, said=look(settings))
        except ReadinessError as error:
            yield Check(name, is_well=False, said=str(error))


def _place(settings: Settings) -> str:
    place = settings.make_data_dir()
    mode = stat.S_IMODE(place.stat().st_mode)
    if mode & 0o077:
        raise ReadinessError(f"{place} is open to others (mode {mode:o}). Close it: chmod 700")
    return f"{place}, mode {mode:o}"


def _disk(settings: Settings) -> str:
    free = shutil.disk_usage(settings.data_dir).free // MB
    if free < LEAST_FREE_MB:
        raise ReadinessError(f"{free} MB are free, less than {LEAST_FREE_MB}: make room")
    return f"{free} MB free"


def _content(settings: Settings) -> str:
    return f"{len(load_questionnaires(settings))} questionnaires"


def _apart(settings: Settings) -> str:
    if (by_database := keeps_apart(settings.store_url)) is False:
        raise ReadinessError(NOT_APART)
    return "by the store, and by PostgreSQL behind it" if by_database else "by the store"


def _store(settings: Settings) -> str:
    found = verified(settings.store_url)
    if found.broken:
        raise ReadinessError(
            f"{len(found.broken)} of {found.assessments} assessments are not what their history "
            "says: readiness db verify names them"
        )
    return f"{found.assessments} assessments, {found.rows} rows of history, whole"
