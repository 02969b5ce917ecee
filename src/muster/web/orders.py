"""The desk's order, kept for a while where it is long in the making: a reviewer is not to wait after every key."""

import threading
import time
from collections.abc import Callable
from typing import NamedTuple

from muster import desk
from muster.ledger import Reader

QUICK = 0.4
"""Seconds; an order that is made faster is made anew for every page, and always up to date."""

KEPT_TIMES = 60
"""An order is kept this many times as long as it took: it costs no more than a sixtieth of a processor's time."""

_MOST = 8


class _Kept(NamedTuple):
    order: desk.Order
    until: float


class Orders:
    """The orders of operations that were asked for lately."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: dict[tuple[str, bool, int], _Kept] = {}

    def order(self, reader: Reader, operation: str, *, blind: bool) -> desk.Order:
        """The order, made now or a while ago; never from before the last reading. Raises UnknownOperation."""
        key = (operation, blind, int(reader.rows("SELECT COALESCE(MAX(id), 0) FROM readings")[0][0]))
        began = self._clock()
        with self._lock:
            kept = self._kept.get(key)
        if kept is not None and began < kept.until:
            return kept.order
        made = desk.order(reader, operation, blind=blind)
        took = self._clock() - began
        with self._lock:
            self._kept.pop(key, None)
            if took > QUICK:
                self._kept[key] = _Kept(made, began + took * (1 + KEPT_TIMES))
            for old in list(self._kept)[:-_MOST]:
                del self._kept[old]
        return made
