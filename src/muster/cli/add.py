"""`muster add`: documents into the ledger."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

from muster.cli.opening import ledger
from muster.cli.options import Option, Paths, Published
from muster.cli.report import complain, is_terminal

if TYPE_CHECKING:
    from muster.ledger import Added
    from muster.pipeline import Refused

Publisher = Annotated[str | None, Option("Publisher of documents whose sidecar file names none.", "NAME")]


def add(paths: Paths, published: Published = None, publisher: Publisher = None) -> None:
    """Add documents to the ledger, with what they claim.

    Says what is new, what was known already, and what was refused and why. Adding twice changes nothing. A file
    NAME.json or NAME.yaml beside a document may give its published, publisher, title and url.
    """
    # Imported here: the stages and the store are slow to load and `--help` does not need them.
    from muster.pipeline import Publication, add_files, find_files
    from muster.query import iso_day

    said = Publication(published and iso_day(published), publisher)
    with ledger() as opened:
        sources = list(find_files(paths))
        outcomes = _report(add_files(opened, sources, said), len(sources))
    _summarise(outcomes)


def _report(outcomes: "Iterable[Added | Refused]", total: int) -> "list[Added | Refused]":
    """Each outcome as it comes: under a progress bar on a terminal, as plain lines elsewhere."""
    if not is_terminal():
        return [_printed(outcome, partial(print, flush=True)) for outcome in outcomes]
    # Imported here: only a terminal needs it.
    from rich.progress import Progress

    with Progress() as progress:
        task = progress.add_task("Reading", total=total)
        reported = []
        for outcome in outcomes:
            reported.append(_printed(outcome, progress.console.out))
            progress.advance(task)
        return reported


def _printed(outcome: "Added | Refused", tell: Any) -> "Added | Refused":
    line = _line(outcome)
    if line:
        tell(line)
    return outcome


def _line(outcome: "Added | Refused") -> str | None:
    """What is said of a document at once; refusals are kept for the end."""
    # Imported here: see add.
    from muster.pipeline import Refused

    if isinstance(outcome, Refused):
        return None
    return f"{_state(outcome):<10}  {outcome.name}  ({_number(outcome.new_claims, 'new claim')})"


def _state(added: "Added") -> str:
    if added.new_document:
        return "new"
    if added.new_reading:
        return "read anew"
    return "dated" if added.new_dating else "known"


def _summarise(outcomes: "Sequence[Added | Refused]") -> None:
    """The counts, then what was refused, on standard error. Raises SystemExit if anything was."""
    # Imported here: see add.
    from muster.pipeline import Refused

    refused = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    added = [outcome for outcome in outcomes if not isinstance(outcome, Refused)]
    states = Counter(_state(outcome) for outcome in added)
    claims = sum(outcome.new_claims for outcome in added)
    parts = [f"{states[state]} {state}" for state in ("new", "read anew", "dated", "known") if states[state]]
    print(f"{_number(len(outcomes), 'document')}: {', '.join([*parts, f'{len(refused)} refused'])}.", end=" ")
    print(f"{_number(claims, 'new claim')}.")
    for outcome in refused:
        complain(outcome.reason)
    if refused:
        raise SystemExit(1)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
