"""Gaps, their priority and stability, and the order of the roadmap."""
