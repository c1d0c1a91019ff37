"""Settings: environment variables with the prefix ``READINESS_``, each with a safe default."""

import os
import sys
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from readiness.domain.errors import InputRefused, Problem

PREFIX = "READINESS_"


def user_data_dir() -> Path:
    """The user's own data folder by platform: where programs keep what must survive."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "readiness"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "readiness"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "readiness"


def is_loopback(host: str) -> bool:
    """Whether an address is reached from this computer alone."""
    numbers = _numbers(host)
    return host == "localhost" if numbers is None else numbers.is_loopback


def is_every(host: str) -> bool:
    """Whether an address stands for all of this computer's own (``::``)."""
    numbers = _numbers(host)
    return numbers is not None and numbers.is_unspecified


def _numbers(host: str) -> IPv4Address | IPv6Address | None:
    """The address in numbers; None for a name."""
    try:
        return ip_address(host)
    except ValueError:
        return None


class Settings(BaseSettings):
    """What may differ between two installations; everything else is content or code."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore")

    data_dir: Path = Field(
        default_factory=user_data_dir,
        description="Folder of the database. Default: the user's data folder. Made with mode 0700.",
    )
    database_url: str | None = Field(
        default=None,
        description="Address of the store. Default: readiness.sqlite in the data folder.",
    )
    content_dir: Path | None = Field(
        default=None,
        description="Folder of questionnaires. Default: those that come with the product.",
    )
    keep_files: bool = Field(
        default=False,
        description="Keep uploaded files as they came, in the data folder. Default: only their "
        "coded tables and their hashes are kept, and names of people in them never are.",
    )
    port: int = Field(
        default=8501,
        ge=1024,
        le=65535,
        description="Port of the app on the loopback address; the next free one if it is taken.",
    )
    host: str = Field(
        default="127.0.0.1",
        description="Address on which the app listens. Beyond this computer it needs sign-in.",
    )
    sign_in: Path | None = Field(
        default=None,
        description="TOML file with the section [auth] of an OpenID Connect provider: people sign "
        "in. Default: none, whoever reaches the app is the one local owner.",
    )
    sign_in_hours: int | None = Field(
        default=None,
        ge=1,
        le=720,
        description="How long a sign-in holds. Default: until the provider's token expires.",
    )
    trust_addresses: bool = Field(
        default=False,
        description="Whether every e-mail address of the provider counts as verified.",
    )
    without_sign_in: bool = Field(
        default=False,
        description="Listen beyond this computer without sign-in all the same. Dangerous.",
    )
    max_file_mb: int = Field(default=50, ge=1, description="Largest file that is opened, in MB.")
    max_unpacked_mb: int = Field(
        default=200, ge=1, description="Most that a workbook or archive may unpack to, in MB."
    )
    max_ratio: int = Field(
        default=200, ge=1, description="Most that a part of an archive may grow by unpacking."
    )
    ratio_from_mb: int = Field(
        default=10, ge=0, description="Size in MB from which on a part of an archive is asked that."
    )
    max_sheets: int = Field(default=200, ge=1, description="Most sheets of a workbook.")
    max_columns: int = Field(default=500, ge=1, description="Most columns of a sheet.")
    max_rows: int = Field(default=300_000, ge=1, description="Most rows of a sheet.")
    max_cells: int = Field(
        default=3_000_000, ge=1, description="Most filled cells of a file that is read as a table."
    )
    max_scan_cells: int = Field(
        default=1_000_000,
        ge=1,
        description="Most stored cells of a scheduling workbook that is looked at from inside.",
    )
    max_seconds: int = Field(
        default=30, ge=1, description="Most seconds for opening, reading or scanning one file."
    )
    max_memory_mb: int = Field(
        default=1024, ge=256, description="Most memory of the process that opens files, in MB."
    )

    @property
    def store_url(self) -> str:
        """The address of the store: as set, else SQLite in the data folder."""
        return self.database_url or f"sqlite:///{self.data_dir / 'readiness.sqlite'}"

    @property
    def is_exposed(self) -> bool:
        """Whether others than this computer reach the app, and nobody asks who they are."""
        return self.sign_in is None and not is_loopback(self.host)

    def make_data_dir(self) -> Path:
        """The data folder, made if needed and closed to other users of the machine.

        Raises InputRefused if it cannot be made.
        """
        try:
            self.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise InputRefused(
                [
                    Problem(
                        file=str(self.data_dir),
                        message=f"The data folder cannot be made: {error.strerror or error}",
                        advice=f"Set {PREFIX}DATA_DIR to a folder that you may write to",
                    )
                ]
            ) from error
        return self.data_dir


def load_settings() -> Settings:
    """The settings of the environment.

    Raises InputRefused with one problem for each variable that is not valid.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise InputRefused(
            [
                Problem(
                    file="environment",
                    column=PREFIX + str(e["loc"][0]).upper() if e["loc"] else None,
                    message=e["msg"],
                    found=str(e["input"]),
                )
                for e in error.errors()
            ]
        ) from error
