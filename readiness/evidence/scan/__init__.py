"""A scheduling workbook looked at from inside: its parts are read directly, nothing in it runs."""
