"""The database as a whole: verified, copied while others write to it, put back."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from readiness.domain.errors import ReadinessError
from readiness.store.connection import back_up, opened, path_of, reading
from readiness.store.verifying import Verified, verify


def verified(url: str) -> Verified:
    """Every chain of the history followed. Raises StoreUnavailable."""
    with opened(url) as engine, reading(engine, "administrator") as connection:
        return verify(connection)


def copied(url: str, to: Path) -> Verified:
    """A copy of the store, verified itself. Raises ReadinessError, then no copy stays.

    A file that is there already is left as it is.
    """
    if to.exists():
        raise ReadinessError(f"{to} is there already. Give another name: nothing is overwritten.")
    _existing(path_of(url))
    with opened(url):
        back_up(path_of(url), to)
    try:
        return verified(f"sqlite:///{to.absolute()}")
    except BaseException:
        to.unlink()
        raise


def put_back(url: str, copy: Path) -> tuple[Verified, Path | None]:
    """Replace the store by a copy; what it held before is kept beside it, and its path given.

    A copy of an earlier version is migrated first, on a copy of its own. Raises ReadinessError for
    a file that is no store, or whose history is broken; then nothing was changed.
    """
    path = path_of(url)
    _existing(copy)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        ready = Path(folder) / "restored.sqlite"
        back_up(copy, ready)
        found = verified(f"sqlite:///{ready}")
        if found.broken:
            raise ReadinessError(
                f"{copy} was not restored, its history is broken: {found.broken[0]}"
            )
        before = None
        if path.exists():
            moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
            before = path.with_name(f"{path.stem}-before-restore-{moment}{path.suffix}")
            back_up(path, before)
        back_up(ready, path)
    return found, before


def _existing(path: Path) -> None:
    if not path.is_file():
        raise ReadinessError(f"{path} is not there.")
