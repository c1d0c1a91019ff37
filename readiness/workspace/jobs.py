"""Long work that runs while the page is looked at: begun, watched, stopped."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from readiness.workspace.session import Session


@dataclass
class Job:
    """One piece of work: whether it is over, and what kept it from its end."""

    is_over: bool = field(default=False, kw_only=True)
    trouble: str = field(default="", kw_only=True)
    _stop: threading.Event = field(default_factory=threading.Event, kw_only=True)

    def stop(self) -> None:
        """Ask it to end with what it has."""
        self._stop.set()

    def is_asked_to_stop(self) -> bool:
        """Whether somebody has asked."""
        return self._stop.is_set()


J = TypeVar("J", bound=Job)


class LastJobs(Generic[J]):
    """The last job of one kind of each person and assessment, for as long as the app runs."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._jobs: dict[tuple[str, str], J] = {}

    def of(self, session: Session, assessment: str) -> J | None:
        """The last one of this person, running or over."""
        with self._lock:
            return self._jobs.get((session.actor.person_id, assessment))

    def begin(self, session: Session, assessment: str, job: J, work: Callable[[], None]) -> None:
        """Do the work in the background; the job before is asked to stop."""
        key = (session.actor.person_id, assessment)
        with self._lock:
            before = self._jobs.get(key)
            self._jobs[key] = job
        if before is not None:
            before.stop()
        threading.Thread(target=_run, args=(job, work), daemon=True).start()


def _run(job: Job, work: Callable[[], None]) -> None:
    """A ValueError of the work says why it came to nothing."""
    try:
        work()
    except ValueError as error:
        job.trouble = str(error)
    finally:
        job.is_over = True
