"""What is kept as long as the ledger stays as it is: moving a date back and forth computes each view once."""

import zlib
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, NamedTuple, TypeVar

from fastapi import Request

from muster import query
from muster.model.brief import Brief
from muster.web.site import site_of

# A record of two thousand claims is about ten megabytes with what it rests on; its page, packed, twenty kilobytes.
BRIEFS, PAGES, LINES = 32, 1_000, 5_000

T = TypeVar("T")


class View(NamedTuple):
    """What of an operation is looked at: as of which ISO day, as known on which (None: all), of which tier (None:
    either)."""

    operation: str
    on: str
    known_by: str | None = None
    tier: str | None = None


class Kept(Generic[T]):
    """The newest things asked for, so many at most. Safe for several threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._things: OrderedDict[Hashable, T] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, made: Callable[[], T]) -> T:
        """The thing of that key; made if it is not kept."""
        with self._lock:
            if key in self._things:
                self._things.move_to_end(key)
                return self._things[key]
        thing = made()
        with self._lock:
            self._things[key] = thing
            while len(self._things) > self._most:
                self._things.popitem(last=False)
        return thing


class Records:
    """Briefs, and what is made of them. The state of the ledger is in each key: what it gained is never left out."""

    def __init__(self) -> None:
        self._briefs: Kept[Brief] = Kept(BRIEFS)
        self._pages: Kept[bytes] = Kept(PAGES)
        self._lines: Kept[object] = Kept(LINES)

    def state(self, request: Request) -> query.LedgerState:
        """How far the ledger has grown."""
        with site_of(request).reader() as reader:
            return query.ledger_state(reader)

    def brief(self, request: Request, view: View) -> Brief:
        """The brief of the view. Raises UnknownOperation, BadDate."""

        def made() -> Brief:
            with site_of(request).reader() as reader:
                return query.brief(reader, view.operation, view.on, view.known_by, view.tier)

        return self._briefs.get((self.state(request), view), made)

    def page(self, request: Request, key: Hashable, made: Callable[[], str]) -> str:
        """A piece of a page that is the same for every reader. It is kept packed."""
        packed = self._pages.get((self.state(request), key), lambda: zlib.compress(made().encode(), 1))
        return zlib.decompress(packed).decode()

    def line(self, request: Request, key: Hashable, made: Callable[[], T]) -> T:
        """A small thing that is made of a brief, or of all the ledger."""
        found = self._lines.get((self.state(request), key), made)
        return found  # type: ignore[return-value]


def records_of(request: Request) -> Records:
    """The records that the application keeps."""
    kept = request.app.state.records
    assert isinstance(kept, Records)
    return kept
