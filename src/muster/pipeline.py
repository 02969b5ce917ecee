"""The only place where the stages are joined: files → documents → annotated documents → claims → ledger."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from muster import __version__
from muster.errors import GazetteerError, LedgerError, MusterError, NotText, ReadError
from muster.ledger import Added, Entry, Ledger, Reading, day_of, document, find_card, find_claim, is_read, original
from muster.model.card import Caution, Dating
from muster.model.claim import Claim
from muster.model.document import Document
from muster.model.explanation import Explanation
from muster.model.judgement import Judgement, Verdict, Withdrawal
from muster.read import Sidecar, Source, bytes_of, find_documents, is_pdf, publication_day, read_bytes, read_sidecar
from muster.reconcile.judged import corrected

T = TypeVar("T")

EXTRACTOR = f"muster {__version__}"
"""Under which name claims are kept; the same document read by another extractor adds claims beside these."""


LONGEST_LINE = 100_000
"""Bytes (some 35 printed pages); a longer line is a dump of data, and parsing it takes gigabytes of memory."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """A document and what it claims."""

    document: Document
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A file or folder that gave nothing, and the sentence that says why."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Publication:
    """What the user says of documents that do not say it themselves; `day` is an ISO day."""

    day: str | None = None
    publisher: str | None = None


UNKNOWN = Publication()
NOTHING_SAID = Sidecar()


@dataclass(frozen=True, slots=True)
class Page:
    """A page that came as bytes, not as a file. `facts` are what somebody says of it; a day among them is on the word
    of `author`."""

    name: str
    data: bytes
    facts: Sidecar = NOTHING_SAID
    author: str | None = None


def find_files(paths: Iterable[Path]) -> Iterator[Source | Refused]:
    """The documents at `paths`, folders walked; a missing path does not stop the others."""
    for path in paths:
        try:
            yield from find_documents([path])
        except ReadError as error:
            yield Refused(path, str(error))


def extract_files(paths: Iterable[Path], said: Publication = UNKNOWN) -> Iterator[Extracted | Refused]:
    """What the documents at `paths` claim, in order; one bad file never stops the rest."""
    for source in find_files(paths):
        yield source if isinstance(source, Refused) else _or_refused(source, _extract_file, said)


def add_files(
    ledger: Ledger, sources: Iterable[Source | Refused], said: Publication = UNKNOWN
) -> Iterator[Added | Refused]:
    """Enter the documents that `find_files` found, each in a transaction of its own; say what each brought.

    Documents that this extractor has read under the same day are not read again. What is refused is kept as a
    warning. Raises LedgerError if the ledger itself fails.
    """
    for source in sources:
        outcome = source if isinstance(source, Refused) else _or_refused(source, partial(_add_file, ledger), said)
        if isinstance(outcome, Refused):
            ledger.warn([Caution(str(outcome.path), "add", outcome.reason)])
        yield outcome


def add_page(ledger: Ledger, page: Page, said: Publication = UNKNOWN) -> Added | Refused:
    """Enter a page as `add_files` enters files; what is refused is kept as a warning. Raises LedgerError."""

    def enter(source: Source, said: Publication) -> Added:
        read, dating = _document(page.data, source, replace(page.facts, published=None), said)
        if page.facts.published is not None:
            dating = Dating(page.facts.published, "person", page.author)
        return _enter(ledger, read, page.data, dating)

    outcome = _or_refused(Source(Path(page.name), page.name), enter, said)
    if isinstance(outcome, Refused):
        ledger.warn([Caution(page.name, "add", outcome.reason)])
    return outcome


def redate(ledger: Ledger, words: str, day: str, author: str) -> Added:
    """Date the document called `words` (name or beginning of its id) and read it again under the new date.

    `author` is the person who says so. Raises UnknownDocument, LedgerError.
    """
    address = find_card(ledger, words).document
    dated = replace(document(ledger, address), published=day)
    return _enter(ledger, dated, original(ledger, address), Dating(day, "person", author))


def judge(
    ledger: Ledger,
    verdict: Verdict,
    subjects: Sequence[str],
    author: str,
    reason: str = "",
    correction: Mapping[str, Any] = MappingProxyType({}),
) -> Judgement:
    """Enter a decision about claims (the beginnings of their ids) or names (`person:…`).

    Raises BadJudgement for one that cannot be, UnknownClaim, LedgerError.
    """
    found = [subject if ":" in subject else find_claim(ledger, subject) for subject in subjects]
    if verdict is Verdict.CORRECT and len(found) == 1 and isinstance(found[0], Claim):
        corrected(found[0], correction)
    whole = tuple(one.id if isinstance(one, Claim) else one for one in found)
    return ledger.judge(Judgement(verdict, whole, author, reason, correction))


def withdraw(ledger: Ledger, number: int, author: str, reason: str = "") -> Judgement:
    """Take back the judgement of that number. Raises UnknownJudgement, LedgerError."""
    return ledger.withdraw(number, Withdrawal(author, reason))


def extract_document(document: Document) -> tuple[Claim, ...]:
    """What one document claims: nothing, if it cannot speak of a peace operation.

    The language model is loaded at the first call that needs it, and kept.
    """
    from muster.annotate.relevance import speaks_of_operations

    if not speaks_of_operations(document.text):
        return ()
    # Imported here: the language model's library takes two seconds to load, and there may be nothing to extract.
    from muster.annotate import annotate
    from muster.extract import extract

    (annotated,) = annotate([document])
    return extract(annotated)


def explain_file(path: Path, said: Publication = UNKNOWN) -> Explanation:
    """How the document at `path` is read, sentence by sentence. Raises ReadError for a folder or an unreadable file."""
    # Imported here: as above.
    from muster.annotate import annotate_one
    from muster.extract import EXTRACTORS
    from muster.extract.explaining import explain

    sources = list(find_documents([path]))
    if sources[0].path != path:
        raise ReadError(f"{path}: a folder; give one of its files, such as {sources[0].path}.")
    read, _ = _document(bytes_of(path), sources[0], read_sidecar(path), said)
    return explain(annotate_one(read), EXTRACTORS)


def _or_refused(source: Source, act: Callable[[Source, Publication], T], said: Publication) -> T | Refused:
    try:
        return act(source, said)
    except (LedgerError, GazetteerError, ImportError):
        raise  # No other document would fare better.
    except MusterError as error:
        return Refused(source.path, str(error))
    except Exception as fault:  # A fault of ours in one document must not lose the other thousand.
        words = f"{source.path}: a fault of Muster's own, not of the file ({type(fault).__name__}: {fault})"
        return Refused(source.path, f"{words}; please report it.")


def _extract_file(source: Source, said: Publication) -> Extracted:
    read, _, _ = _read(source, said)
    return Extracted(read, extract_document(read))


def _add_file(ledger: Ledger, source: Source, said: Publication) -> Added:
    return _enter(ledger, *_read(source, said))


def _read(source: Source, said: Publication) -> tuple[Document, bytes, Dating | None]:
    """The document, the bytes it was read from, and who dates it."""
    data = bytes_of(source.path)
    read, dating = _document(data, source, read_sidecar(source.path), said)
    return read, data, dating


def _document(
    data: bytes, source: Source, sidecar: Sidecar | None, said: Publication
) -> tuple[Document, Dating | None]:
    """The document in the bytes, and who dates it: the sidecar, else the page itself, else the user."""
    _check_lines(data, source.path)
    facts = sidecar or NOTHING_SAID
    read = read_bytes(data, source.name, facts, where=str(source.path))
    days = {"sidecar": facts.published, "page": publication_day(read.text, read.segments), "option": said.day}
    dating = next((Dating(day, how) for how, day in days.items() if day), None)
    day = dating.day if dating else None
    return replace(read, published=day, publisher=read.publisher or said.publisher), dating


def _check_lines(data: bytes, path: Path) -> None:
    longest = 0 if is_pdf(data) else max(map(len, data.split(b"\n")))
    if longest > LONGEST_LINE:
        what = f"a line of {longest:,} bytes is no prose (at most {LONGEST_LINE:,})"
        raise NotText(f"{path}: {what}; break it into paragraphs, or leave the file out.")


def _enter(ledger: Ledger, read: Document, data: bytes, dating: Dating | None) -> Added:
    """Enter a document, its claims read under the day that the ledger then holds it to be from."""
    dated = replace(read, published=day_of(ledger, read.id, dating))
    reading = None
    if not is_read(ledger, dated.id, EXTRACTOR, dated.published):
        reading = Reading(EXTRACTOR, dated.published, extract_document(dated))
    (added,) = ledger.append([Entry(dated, data, dating, reading)])
    return added
