"""Speed and memory against named alternatives, each in one run: ``python -m benchmarks [name]``."""
