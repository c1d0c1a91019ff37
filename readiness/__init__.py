"""Operational readiness of cell and gene therapy makers: clinical or commercial, and what to fix first."""

__version__ = "0.1.0"
