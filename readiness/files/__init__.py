"""Opening untrusted files: type, limits, archive, text; no other part of the product does it."""
