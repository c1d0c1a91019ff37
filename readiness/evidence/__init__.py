"""Files to tables: sheet and heading found, columns mapped, identifiers coded at the door."""
