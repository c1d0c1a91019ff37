"""Tables to measurements: one module a stream, one pure function a metric."""

from readiness.metrics.measure import measure

__all__ = ["measure"]
