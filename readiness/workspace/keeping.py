"""The store as a whole, for whoever looks after it: no person acts, no workspace is entered."""

from pathlib import Path

from readiness.settings import Settings
from readiness.store import Verified, copied, open_store, put_back, verified


def upgrade_store() -> str:
    """Bring the store up to date; its address. Raises ReadinessError."""
    settings = _settings()
    open_store(settings.store_url).close()
    return settings.store_url


def verify_store() -> Verified:
    """Follow every history. Raises ReadinessError."""
    return verified(_settings().store_url)


def back_up_store(to: Path) -> Verified:
    """Copy the store, also while others write to it. Raises ReadinessError."""
    return copied(_settings().store_url, to)


def restore_store(copy: Path) -> tuple[Verified, Path | None]:
    """Put a copy in the place of the store; where what was there is kept. Raises ReadinessError."""
    return put_back(_settings().store_url, copy)


def _settings() -> Settings:
    settings = Settings()
    if settings.database_url is None:
        settings.make_data_dir()
    return settings
