"""Suites that are used, given back and stopped."""

from readiness.domain.simulation import Site
from readiness.stress.suites import Suites


def two_sites() -> Suites:
    """One suite at A, three at B."""
    return Suites([Site(name="A", suites=1), Site(name="B", suites=3)])


def test_the_first_site_with_room_is_used() -> None:
    suites = two_sites()
    used = []
    while (site := suites.free()) is not None:
        suites.take(site)
        used.append(site)
    assert used == [0, 1, 1, 1]
    suites.give(1)
    assert suites.free() == 1


def test_a_suite_in_use_stops_when_it_is_given_back() -> None:
    suites = two_sites()
    site = suites.place("B")
    suites.take(site)
    suites.take(site)
    assert suites.stop(site, 1) == (3, 2)  # one was free, two are owed
    suites.give(site)
    suites.take(0)
    assert suites.free() is None
    # Over while one is still in use: two come back, the third when it is given back.
    suites.back(site, 3)
    suites.take(site)
    suites.take(site)
    assert suites.free() is None
    suites.give(site)
    assert suites.free() == site


def test_a_share_is_of_all_suites() -> None:
    suites = two_sites()
    assert suites.stop(1, 0.5) == (2, 0)  # 1.5 rounds to the even number
    assert suites.stop(1, 0) == (0, 0)
