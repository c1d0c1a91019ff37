"""Doses of a material, ordered by the lot."""

from readiness.domain.simulation import Material
from readiness.stress.stocks import Stock


def taken(stock: Stock, now: float) -> float:
    """The day for which a dose asked for now is promised."""
    day = stock.earliest(now)
    stock.take(now)
    return day


def test_a_lot_comes_its_lead_time_after_the_stock_fell_low() -> None:
    material = Material(name="vector", stock=3, lot=2, lead_days=30, reorder_at=1)
    stock = Stock(material)
    # Days 0 and 10 leave one dose: a lot is ordered on day 10 and comes on day 40.
    assert [taken(stock, day) for day in (0, 10, 20)] == [0, 10, 20]
    # Day 20 left two on order; day 21 takes one of them and orders for day 51.
    assert taken(stock, 21) == 40
    assert taken(stock, 22) == 40
    assert taken(stock, 23) == 51


def test_an_empty_shelf_has_ordered_at_the_outset() -> None:
    stock = Stock(Material(name="vector", stock=0, lot=5, lead_days=30, reorder_at=0))
    assert taken(stock, 2) == 30
