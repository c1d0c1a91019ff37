"""Long work beside the page: the last of each person is kept, a newer one stops it."""

import threading

from readiness.workspace.jobs import Job, LastJobs
from tests.workspace.desk import begun

PATIENCE_S = 30.0


def test_a_newer_job_stops_the_one_before_and_takes_its_place() -> None:
    desk, id = begun()
    jobs, first, second = LastJobs[Job](), Job(), Job()
    ended = threading.Event()

    def until_stopped() -> None:
        while not first.is_asked_to_stop():
            ended.wait(0.01)
        ended.set()

    assert jobs.of(desk, id) is None
    jobs.begin(desk, id, first, until_stopped)
    assert jobs.of(desk, id) is first
    jobs.begin(desk, id, second, lambda: None)
    assert jobs.of(desk, id) is second
    assert ended.wait(PATIENCE_S)


def test_what_cannot_be_done_is_over_with_its_reason() -> None:
    desk, id = begun()
    jobs, job, tried = LastJobs[Job](), Job(), threading.Event()

    def fails() -> None:
        tried.set()
        raise ValueError("no capacity")

    jobs.begin(desk, id, job, fails)
    assert tried.wait(PATIENCE_S)
    while not job.is_over:
        threading.Event().wait(0.01)
    assert job.trouble == "no capacity"
