"""Readiness under stress: the first-hour drill."""
