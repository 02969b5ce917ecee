"""Documents that are sent to the site: read one after the other in a thread of their own, while pages go on answering.

The language model is loaded by that thread at the first document and kept: once in a process.
"""

import threading
from collections.abc import Sequence
from enum import StrEnum
from queue import Queue
from typing import NamedTuple

from muster import pipeline
from muster.errors import MusterError
from muster.pipeline import Page, Publication, Refused
from muster.web.site import Site

MOST_WAITING = 256 * 1024 * 1024
"""Bytes that may wait to be read, of all that was sent."""

_KEPT = 50
"""Batches whose outcome is remembered; what was added and refused is in the ledger for good."""


class State(StrEnum):
    """How far a document has come."""

    WAITING = "waiting"
    READING = "reading"
    ADDED = "added"
    KNOWN = "known already"
    REFUSED = "refused"

    @property
    def is_last(self) -> bool:
        """Whether nothing more will happen to it."""
        return self not in (State.WAITING, State.READING)


class Item(NamedTuple):
    """A document that was sent: its name and size in bytes, how far it has come, why it was refused, the document it
    became and how many claims were new."""

    name: str
    size: int
    state: State
    reason: str = ""
    document: str = ""
    claims: int = 0


class Batch(NamedTuple):
    """What was sent at once, by whom."""

    number: int
    author: str
    items: tuple[Item, ...]

    @property
    def is_done(self) -> bool:
        """Whether everything has been read or refused."""
        return all(item.state.is_last for item in self.items)


class Adder:
    """Takes what is sent, has it read, and knows how far each batch has come."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._lock = threading.Lock()
        self._batches: dict[int, Batch] = {}
        self._waiting: Queue[tuple[int, int, Page, Publication]] = Queue()
        self._bytes = 0
        self._last = 0
        self._thread: threading.Thread | None = None

    def take(self, pages: Sequence[Page], refused: Sequence[Item], said: Publication, author: str) -> Batch:
        """Have the pages read, those that were refused at the door listed with them.

        Raises MusterError where too much waits already.
        """
        size = sum(len(page.data) for page in pages)
        with self._lock:
            if self._bytes + size > MOST_WAITING:
                raise MusterError("Too much is waiting to be read. Try again when some of it is done.")
            self._bytes += size
            self._last += 1
            number = self._last
            waiting = tuple(Item(page.name, len(page.data), State.WAITING) for page in pages)
            batch = self._batches[number] = Batch(number, author, (*waiting, *refused))
            for old in list(self._batches)[:-_KEPT]:
                del self._batches[old]
        for place, page in enumerate(pages):
            self._waiting.put((number, place, page, said))
        self._start()
        return batch

    def batch(self, number: int) -> Batch | None:
        """The batch of that number, as far as it has come; None if there is none, or none any more."""
        with self._lock:
            return self._batches.get(number)

    def recent(self) -> list[Batch]:
        """The batches that are remembered, the newest first."""
        with self._lock:
            return list(reversed(self._batches.values()))

    def _start(self) -> None:
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._read_all, name="reading", daemon=True)
                self._thread.start()

    def _read_all(self) -> None:
        while True:
            number, place, page, said = self._waiting.get()
            self._note(number, place, Item(page.name, len(page.data), State.READING))
            item = self._read(page, said)
            with self._lock:
                self._bytes -= len(page.data)
            self._note(number, place, item)

    def _read(self, page: Page, said: Publication) -> Item:
        item = Item(page.name, len(page.data), State.REFUSED)
        try:
            with self._site.ledger() as ledger:
                outcome = pipeline.add_page(ledger, page, said)
        except MusterError as error:
            return item._replace(reason=str(error))
        except Exception as fault:  # The thread goes on to the next document, whatever is wrong with this one.
            return item._replace(reason=f"a fault of Muster's own ({type(fault).__name__}: {fault}); please report it.")
        if isinstance(outcome, Refused):
            return item._replace(reason=outcome.reason)
        state = State.ADDED if outcome.new_document or outcome.new_reading else State.KNOWN
        return item._replace(state=state, document=outcome.document, claims=outcome.new_claims)

    def _note(self, number: int, place: int, item: Item) -> None:
        with self._lock:
            batch = self._batches.get(number)
            if batch is not None:
                items = (*batch.items[:place], item, *batch.items[place + 1 :])
                self._batches[number] = batch._replace(items=items)
