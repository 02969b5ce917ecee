"""The desk's order is kept where it is long in the making, and nowhere else."""

import pytest

from muster import desk, pipeline
from muster.ledger import open_ledger, open_reader
from muster.pipeline import Page
from muster.web.orders import KEPT_TIMES, QUICK, Orders


class Clock:
    """Time that passes when it is told to: `takes` seconds whenever an order is made."""

    def __init__(self) -> None:
        self.now = 0.0
        self.takes = 0.0
        self.made = 0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def timed(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock, real = Clock(), desk.order

    def slow(*given: object, **named: object) -> desk.Order:
        clock.now += clock.takes
        clock.made += 1
        return real(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(desk, "order", slow)
    return clock


def test_a_quick_order_is_made_for_every_page(database: str, timed: Clock) -> None:
    orders = Orders(timed)
    with open_reader(database) as reader:
        for _ in range(3):
            orders.order(reader, "kfor", blind=False)
    assert timed.made == 3


def test_a_slow_one_is_kept_in_proportion_to_its_cost(database: str, timed: Clock) -> None:
    timed.takes = QUICK * 2
    orders = Orders(timed)
    with open_reader(database) as reader:
        first = orders.order(reader, "kfor", blind=False)
        timed.now += QUICK * 2 * (KEPT_TIMES - 1)
        assert orders.order(reader, "kfor", blind=False) is first
        orders.order(reader, "kfor", blind=True)
        assert timed.made == 2
        timed.now += QUICK * 4
        orders.order(reader, "kfor", blind=False)
    assert timed.made == 3


def test_none_is_kept_over_a_new_document(database: str, timed: Clock) -> None:
    timed.takes = QUICK * 2
    orders = Orders(timed)
    with open_reader(database) as reader:
        before = orders.order(reader, "kfor", blind=False)
    with open_ledger(database) as ledger:
        pipeline.add_page(ledger, Page("more", b"Norway has 77 soldiers in KFOR."))
    with open_reader(database) as reader:
        after = orders.order(reader, "kfor", blind=False)
    assert len(after.doubts) == len(before.doubts) + 1
