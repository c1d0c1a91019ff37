"""The app: pages that read a state, call a use case and draw."""
