"""The retention matrix: what stays in one's own hands; entries and content (domain 1.15)."""

from datetime import date
from typing import Literal

from pydantic import Field

from readiness.domain.base import Model

Holder = Literal["sponsor", "shared", "vendor_only"]


class Retained(Model):
    """Who holds one row; None is *not said*."""

    id: str
    held: Holder | None = None
    clause: str = ""
    last_proof: date | None = None
    alone: str = ""
    """What one could do for a month without the partner."""


class HolderName(Model):
    """What a holder is called."""

    id: Holder
    name: str
    text: str


class RetentionRow(Model):
    """A thing that should never be outsourced."""

    id: str
    name: str
    text: str


class RetentionFindings(Model):
    """What is said of the matrix."""

    vendor_only: str
    no_clause: str
    no_proof: str
    not_said: str
    claim: str


class RetentionRules(Model):
    """``retention.yaml``."""

    capability: str
    holders: tuple[HolderName, ...]
    proof_months: int = Field(ge=1)
    claim_from: int = Field(ge=1, le=5)
    days: int = Field(ge=1)
    rows: tuple[RetentionRow, ...]
    findings: RetentionFindings
