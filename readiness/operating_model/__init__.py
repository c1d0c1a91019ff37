"""Who makes it, who knows it, who decides."""
