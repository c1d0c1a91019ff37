"""Writes the evidence files of the invented maker Northgate, the same bytes on every run."""
