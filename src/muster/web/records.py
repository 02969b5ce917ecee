"""Records, kept as long as the ledger stays as it is: moving a date back and forth computes each view once."""

from collections import OrderedDict
from threading import Lock
from typing import NamedTuple

from fastapi import Request

from muster import query
from muster.model.brief import Brief, OperationSummary
from muster.web.site import site_of

# A record of two thousand claims is about ten megabytes with what it rests on.
KEPT = 32


class View(NamedTuple):
    """What of an operation is looked at: as of which ISO day, as known on which (None: all), of which tier (None:
    either)."""

    operation: str
    on: str
    known_by: str | None = None
    tier: str | None = None


class Records:
    """The newest briefs asked for. Safe for several threads; what the ledger has gained since is never left out."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._briefs: OrderedDict[tuple[query.LedgerState, View], Brief] = OrderedDict()
        self._summaries: tuple[query.LedgerState, list[OperationSummary]] | None = None
        self._lock = Lock()

    def operations(self, request: Request) -> list[OperationSummary]:
        """Every operation with its latest strength, computed only if the ledger has changed."""
        with site_of(request).reader() as reader:
            state = query.ledger_state(reader)
            if self._summaries is None or self._summaries[0] != state:
                self._summaries = state, query.operations(reader)
            return self._summaries[1]

    def brief(self, request: Request, view: View) -> Brief:
        """The brief of the view, computed only if the ledger has changed. Raises UnknownOperation, BadDate."""
        with site_of(request).reader() as reader:
            key = query.ledger_state(reader), view
            with self._lock:
                if key in self._briefs:
                    self._briefs.move_to_end(key)
                    return self._briefs[key]
            made = query.brief(reader, view.operation, view.on, view.known_by, view.tier)
        with self._lock:
            self._briefs[key] = made
            while len(self._briefs) > self._kept:
                self._briefs.popitem(last=False)
        return made


def records_of(request: Request) -> Records:
    """The records that the application keeps."""
    kept = request.app.state.records
    assert isinstance(kept, Records)
    return kept
