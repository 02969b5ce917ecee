"""Document → AnnotatedDocument: sentences, mentions, counts, times, clauses, who is cited, which operation is meant."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from muster.annotate.acronyms import subject_acronym
from muster.annotate.clauses import find_clauses
from muster.annotate.counts import find_counts
from muster.annotate.descriptions import with_descriptions, with_own_operations
from muster.annotate.discovery import Discovered, aliases, discover, slug_of
from muster.annotate.focus import focus_of, is_hardly_named
from muster.annotate.groups import with_groups
from muster.annotate.names import find_mentions, introduced, named_anywhere
from muster.annotate.parse import parse
from muster.annotate.people import find_people, with_surnames
from muster.annotate.settling import settled, spoken_year, unnamed_operation
from muster.annotate.short_names import with_short_names
from muster.annotate.sources import find_citations
from muster.annotate.status import status_of, tense_of
from muster.annotate.times import find_times, last_spoken_of
from muster.model.annotation import AnnotatedDocument, Sentence
from muster.model.claim import Status
from muster.model.document import Document

__all__ = ["annotate", "annotate_one"]


def annotate(documents: Iterable[Document]) -> Iterator[AnnotatedDocument]:
    """Each document with what its language says; the parser's model is loaded at the first and kept."""
    return map(annotate_one, documents)


def annotate_one(document: Document) -> AnnotatedDocument:
    """One document with what its language says."""
    # The day on which operations of one name are told apart.
    day = document.published or spoken_year(document.text)
    discovered = _discovered(document.text, day)
    own = introduced(discovered, aliases(document.text))
    found = (replace(s, mentions=find_mentions(s, own, day)) for s in parse(document))
    described = [with_descriptions(s, day) for s in found]
    named = with_short_names(with_own_operations(settled(described, day)), document.text, day)
    peopled = with_surnames([replace(s, mentions=(*s.mentions, *find_people(s))) for s in named])
    measured = tuple(_measured(peopled, document.published))
    anywhere = named_anywhere(document.text, day) | {one.slug for one in discovered}
    unnamed = _unnamed(document.text, day, anywhere, discovered) if is_hardly_named(measured) else None
    focus = focus_of(measured, day, unnamed, anywhere)
    grouped = with_groups(measured, focus)
    return AnnotatedDocument(document, grouped, find_citations(grouped, document.text), focus)


def _discovered(text: str, day: str | None) -> tuple[Discovered, ...]:
    """The operations that a text introduces, else the one that it is about without saying what its acronym means."""
    found = discover(text)
    acronym = None if found else subject_acronym(text, day)
    return found if acronym is None else (Discovered(slug_of(acronym), (acronym,)),)


def _unnamed(text: str, day: str | None, anywhere: frozenset[str], discovered: tuple[Discovered, ...]) -> str | None:
    """The operation that a document is about whose sentences hardly name one: the one it introduces and no other, else
    the one it can mean, else the only one in its masthead, letterhead and lists ("Newsletter of the UNYOM post")."""
    only = next(iter(anywhere)) if len(anywhere) == 1 else None
    return only if discovered and only is not None else unnamed_operation(text, day) or only


def _measured(sentences: Iterable[Sentence], published: str | None) -> Iterator[Sentence]:
    """The sentences with their counts, times and clauses; "the same day" is the day last spoken of."""
    anchor: str | None = None
    for sentence in sentences:
        times = find_times(sentence.tokens, published, _tense(sentence), anchor)
        anchor = last_spoken_of(times, anchor)
        yield replace(
            sentence,
            counts=find_counts(sentence.tokens),
            times=times,
            clauses=find_clauses(sentence.tokens, sentence.children),
        )


def _tense(sentence: Sentence) -> Callable[[int], str]:
    """The tense of the nearest verb above a word."""

    def of(i: int) -> str:
        for at in (i, *sentence.ancestors(i)):
            if sentence.tokens[at].pos in ("VERB", "AUX"):
                ahead = status_of(sentence.tokens, sentence.children, at) is Status.PLANNED
                return "future" if ahead else tense_of(sentence.tokens, sentence.children, at)
        return "past"

    return of
