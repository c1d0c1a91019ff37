"""Suites of several sites under one queue."""

from collections.abc import Sequence

from readiness.domain.simulation import Site


class Suites:
    """How many suites are free at each site; the first site with a free one is used."""

    def __init__(self, sites: Sequence[Site]) -> None:
        self._position = {site.name: at for at, site in enumerate(sites)}
        self._suites = [site.suites for site in sites]
        self._free = list(self._suites)
        self._owed = [0] * len(sites)

    def place(self, name: str) -> int:
        """The position of a site."""
        return self._position[name]

    def free(self) -> int | None:
        """A site with a free suite, or None."""
        return next((at for at, free in enumerate(self._free) if free), None)

    def take(self, site: int) -> None:
        """Use a free suite."""
        self._free[site] -= 1

    def give(self, site: int) -> None:
        """A suite has become free, or stands still from now on if the site owes it to an outage."""
        if self._owed[site]:
            self._owed[site] -= 1
        else:
            self._free[site] += 1

    def stop(self, site: int, share: float) -> tuple[int, int]:
        """Stop a share of all suites, free ones first: how many stop, how many of them are in use.

        One in use stops when it is given back. Suites that an earlier outage holds are not stopped
        twice.
        """
        wanted = round(share * self._suites[site])
        idle = min(wanted, self._free[site])
        self._free[site] -= idle
        self._owed[site] += wanted - idle
        return wanted, wanted - idle

    def back(self, site: int, stopped: int) -> None:
        """An outage is over."""
        spared = min(self._owed[site], stopped)
        self._owed[site] -= spared
        self._free[site] += stopped - spared
