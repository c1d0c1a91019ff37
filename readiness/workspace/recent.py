"""What was judged last, found again by what was judged."""

from collections import deque
from threading import Lock

from readiness.domain.assessment import Assessment
from readiness.domain.result import Result

KEPT = 16


class Recent:
    """The last results by what went into them: the answers and the state of the files.

    By content and not by revision: what stands without an answer is what stood before it was
    given, and stays the same while that answer is changed.
    """

    def __init__(self) -> None:
        self._results: deque[tuple[str, int, Assessment, Result]] = deque(maxlen=KEPT)
        self._lock = Lock()

    def find(self, assessment: str, files_revision: int, said: Assessment) -> Result | None:
        """The result of exactly this, if it was one of the last."""
        with self._lock:
            kept = list(self._results)
        for id, files, judged, result in reversed(kept):
            if (id, files) == (assessment, files_revision) and judged == said:
                return result
        return None

    def keep(self, assessment: str, files_revision: int, said: Assessment, result: Result) -> None:
        """Keep one; the oldest goes when there are too many."""
        with self._lock:
            self._results.append((assessment, files_revision, said, result))
