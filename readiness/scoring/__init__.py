"""Claims, records, levels, verdict, bounds, agreement and findings: pure arithmetic."""
