"""One file a page; each reads a state, calls a use case and draws."""
