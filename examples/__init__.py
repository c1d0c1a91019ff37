"""The demonstration organisation and the script that writes its evidence files."""
