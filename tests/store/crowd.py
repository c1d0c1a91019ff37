"""Many who come at once."""

from contextlib import closing
from threading import Thread

from readiness.store import open_store


def opened_at_once(url: str, times: int) -> list[BaseException]:
    """Open a database as often by threads that run side by side; what they failed on."""
    failed: list[BaseException] = []

    def work() -> None:
        try:
            with closing(open_store(url)) as store:
                store.local_owner()
        except BaseException as error:  # noqa: BLE001 - shown by the assertion of the test
            failed.append(error)

    threads = [Thread(target=work) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failed


def workspaces_of(url: str) -> int:
    """How many the local owner has."""
    with closing(open_store(url)) as store:
        return len(store.workspaces(store.local_owner()))
