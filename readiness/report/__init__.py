"""Reports: the Excel gap report drawn from a result."""
