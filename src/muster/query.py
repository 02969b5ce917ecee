"""The read side that the command line, pages and the API share: questions to a ledger, answered with values.

Nothing here writes. Days are ISO days (YYYY-MM-DD); BadDate is raised for anything else.
"""

import re
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import NamedTuple, TypedDict, Unpack

from muster.errors import BadDate, UnknownOperation
from muster.ledger import Reader, decisions
from muster.ledger import holdings as held
from muster.model.brief import Brief, Names, OperationSummary, Passage, Why
from muster.model.card import Card, Caution
from muster.model.change import Diff
from muster.model.claim import Claim, Status, Tier
from muster.model.edtf import bounds
from muster.model.events import Moment
from muster.model.judgement import Judgement, decided, in_force
from muster.model.record import Report

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def iso_day(words: str) -> str:
    """The day, if it is one and written as YYYY-MM-DD. Raises BadDate."""
    if _DAY.fullmatch(words):
        try:
            return date.fromisoformat(words).isoformat()
        except ValueError:
            pass
    raise BadDate(f"“{words}” is no day: write YYYY-MM-DD")


def _checked(day: str | None) -> str | None:
    return None if day is None else iso_day(day)


def _written(value: Status | Tier | str | None) -> str | None:
    return None if value is None else str(value)


def operation_slug(reader: Reader, words: str, on: str | None = None) -> str:
    """The slug of the operation of that slug, acronym or name; of several of one name, the one that ran on that day.

    Raises UnknownOperation, with suggestions, if neither a claim nor the gazetteer has it.
    """
    slug = words.strip().casefold()
    if reader.rows("SELECT 1 FROM claims WHERE operation = :slug LIMIT 1", slug=slug):
        return slug
    from muster.gazetteer import operation_named, suggest_operations

    named = operation_named(words, on)
    if named is not None:
        return named.slug
    near = suggest_operations(words)
    advice = f"did you mean {' or '.join(near)}?" if near else "muster operations lists those in the ledger"
    raise UnknownOperation(f"no operation “{words}” is known: {advice}")


def brief(
    reader: Reader,
    operation: str,
    on: str | None = None,
    known_by: str | None = None,
    tier: Tier | str | None = None,
    stale_after: int | None = None,
) -> Brief:
    """The record of an operation on the day `on` (None: today) from documents known by `known_by` (None: all).

    `tier` keeps only claims of it (None: of either); figures older than `stale_after` days are called stale (None:
    as `reconcile.series` has it). An operation that is known but never spoken of has an empty record. Raises
    UnknownOperation, BadDate.
    """
    from muster.reconcile import record
    from muster.reconcile.series import STALE_AFTER

    day = _checked(on) or date.today().isoformat()
    slug = operation_slug(reader, operation, day)
    reports, decided, _ = material(reader, slug, _written(tier))
    limit = STALE_AFTER if stale_after is None else stale_after
    made = record(reports, slug, day, _checked(known_by), decided, limit)
    return Brief(made, names_of([report.claim for report in reports], slug), made.cards)


def timeline(found: Brief, since: str | None = None, until: str | None = None) -> tuple[Moment, ...]:
    """The record of a brief as one run of entries, oldest first; `since` and `until` keep those that may be between
    these days. Raises BadDate."""
    from muster.reconcile.timeline import timeline as made

    return made(found.record, _checked(since), _checked(until))


def material(reader: Reader, slug: str, tier: str | None) -> tuple[list[Report], list[Judgement], list[Card]]:
    """What the record of an operation is made of: reports, judgements that may bear on them, and the cards of the
    documents that speak of it. With `tier`, only claims that are of it once judged: who accepts one confirms it."""
    claims, cards = held.operation_claims(reader, slug, tier), held.cards(reader, slug)
    decided = decisions.judgements(reader, operation=slug)
    upheld = decisions.upheld_claims(reader, decided, [claim.id for claim in claims]) if decided else []
    elsewhere = {claim.document for claim in upheld} - {card.document for card in cards}
    cards += [held.find_card(reader, document) for document in sorted(elsewhere)]
    reports = _reports([*claims, *upheld], cards)
    if tier is not None and decided:
        from muster.reconcile.judged import judged

        of_tier = {report.claim.id for report in judged(reports, decided) if report.claim.tier == tier}
        reports = [report for report in reports if report.claim.id in of_tier]
    return reports, decided, cards


def diff(
    reader: Reader, operation: str, since: str, until: str | None = None, tier: Tier | str | None = None
) -> tuple[Diff, Names]:
    """What changed in the record of an operation between two days, each as known on it (`until` None: today), with the
    names to show it by. Raises UnknownOperation, BadDate."""
    from muster.reconcile import record
    from muster.reconcile.changes import diff as compared

    first, last = iso_day(since), _checked(until) or date.today().isoformat()
    if first > last:
        raise BadDate(f"{first} is after {last}: give the earlier day first")
    slug = operation_slug(reader, operation, last)
    reports, decided, _ = material(reader, slug, _written(tier))
    earlier, later = (record(reports, slug, day, day, decided) for day in (first, last))
    return compared(earlier, later), names_of([report.claim for report in reports], slug)


def _reports(claims: Iterable[Claim], cards: Iterable[Card]) -> list[Report]:
    card_of = {card.document: card for card in cards}
    return [Report(claim, card_of[claim.document]) for claim in claims]


def names_of(claims: Iterable[Claim], *slugs: str) -> Names:
    """How the operations, countries and organisations in the claims, and those of the slugs, are called."""
    from muster.gazetteer import acronyms_of, called

    actors = {actor for claim in claims for actor in _actors(claim)} | set(slugs)
    countries = called("countries", actors)
    others = actors - countries.keys()
    return Names(
        operations=called("operations", others),
        countries=countries,
        organisations=called("organisations", others),
        acronyms=acronyms_of(others),
    )


def _actors(claim: Claim) -> set[str]:
    """Every word in a claim that may be a code or slug."""
    values = (claim.operation, claim.source, *(getattr(claim.fact, field.name) for field in fields(claim.fact)))
    listed = (part for value in values for part in (value if isinstance(value, tuple) else (value,)))
    return {part for part in listed if isinstance(part, str)}


def why(reader: Reader, prefix: str) -> Why:
    """The claim whose id begins with `prefix`, as it was read, the sentences that say so, the document, and what people
    decided of it. Raises UnknownClaim."""
    from muster.model.passage import passages

    claim = held.find_claim(reader, prefix)
    document = held.document(reader, claim.document)
    current = any(one.id == claim.id for one in held.claims(reader, document=claim.document))
    card = held.find_card(reader, claim.document)
    decided = tuple(in_force(decisions.judgements(reader, subject=claim.id)))
    return Why(claim, card, passages(document, claim.spans), names_of([claim]), current, decided)


class Wanted(TypedDict, total=False):
    """Which claims are asked for; what is left out or None narrows nothing.

    `since` and `until` keep claims whose time (their own, else the day of publication) meets the days between them;
    a claim without either is then left out. `document` is a name or the beginning of an id.
    """

    kind: str | None
    status: Status | str | None
    tier: Tier | str | None
    since: str | None
    until: str | None
    document: str | None


def claims(reader: Reader, operation: str | None = None, **wanted: Unpack[Wanted]) -> list[Report]:
    """The current claims that fit, each with the card of its document.

    Raises UnknownOperation, UnknownDocument, BadDate.
    """
    first, last = _checked(wanted.get("since")), _checked(wanted.get("until"))
    slug = None if operation is None else operation_slug(reader, operation, last)
    named = wanted.get("document")
    page = None if named is None else held.find_card(reader, named).document
    status, tier = _written(wanted.get("status")), _written(wanted.get("tier"))
    found = held.claims(reader, slug, wanted.get("kind"), status, page, tier)
    cards = held.cards(reader, slug) if page is None else [held.card(reader, page)]
    reports = _reports(found, cards)
    return [report for report in reports if _between(report, first, last)]


def decisions_on(reader: Reader) -> dict[str, Judgement]:
    """What people decided of single claims, by the claim's id: of each the judgement that holds."""
    return decided(decisions.judgements(reader))


def _between(report: Report, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    when = report.claim.when
    first, last = bounds(when.edtf) if when and when.edtf else (report.card.published,) * 2
    if first is None and last is None:
        return False
    return (since is None or last is None or last >= since) and (until is None or first is None or first <= until)


def judgements(reader: Reader, subject: str | None = None) -> list[Judgement]:
    """Every judgement in the order they were made, withdrawn ones too; with `subject` (the beginning of a claim's id,
    or a name) those about it. Raises UnknownClaim."""
    if subject is not None and ":" not in subject:
        subject = held.find_claim(reader, subject).id
    return decisions.judgements(reader, subject=subject)


def documents(reader: Reader) -> list[Card]:
    """The cards of all documents, in the order they were added."""
    return held.cards(reader)


def warnings(reader: Reader) -> list[Caution]:
    """Every warning kept, oldest first."""
    return held.cautions(reader)


def operations(reader: Reader) -> list[OperationSummary]:
    """Every operation that a claim speaks of, the most spoken of first; strengths as people judged them."""
    from muster.reconcile.judged import judged

    card_of = {card.document: card for card in held.cards(reader)}
    read = _reports(held.claims(reader, kind="strength", status="actual"), card_of.values())
    strengths = [report for report in judged(read, decisions.judgements(reader)) if report.counts]
    told: dict[str, dict[str, int]] = {}
    for slug, document, number in held.tally(reader):
        told.setdefault(slug, {})[document] = number
    names = names_of([], *told)
    made = []
    for slug, numbers in told.items():
        own = [report for report in strengths if report.claim.operation == slug]
        cards = [card_of[document] for document in numbers]
        made.append(_summary(slug, names.operations.get(slug, slug), sum(numbers.values()), cards, own))
    return sorted(made, key=lambda one: (-one.claims, one.operation))


def operation_counts(reader: Reader) -> list[tuple[str, str, int]]:
    """Every operation that a claim speaks of, with its name and how many claims of it are held, most first.

    Claims of older readings count too: so no claim has to be opened, and a million are counted in a moment.
    """
    question = "SELECT operation, COUNT(*) FROM claims WHERE operation IS NOT NULL GROUP BY operation"
    counts = [(slug, number) for slug, number in reader.rows(question)]
    names = names_of([], *(slug for slug, _ in counts))
    made = [(slug, names.operations.get(slug, slug), number) for slug, number in counts]
    return sorted(made, key=lambda one: (-one[2], one[0]))


def _summary(slug: str, name: str, number: int, cards: list[Card], strengths: list[Report]) -> OperationSummary:
    from muster.reconcile.series import series

    days = sorted(card.published for card in cards if card.published)
    figures = series(strengths, date.today().isoformat())
    return OperationSummary(
        operation=slug,
        name=name,
        claims=number,
        documents=len(cards),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        strength=figures[0].latest if figures else None,
    )


LedgerState = tuple[int, ...]
"""Differs whenever anything a record rests on was added to a ledger."""

_GROWING = ("readings", "datings", "copies", "judgements")


def ledger_state(reader: Reader) -> LedgerState:
    """How far the ledger has grown. Rows are only ever added, so the newest number of each table says it all."""
    newest = ", ".join(f"(SELECT MAX(id) FROM {table})" for table in _GROWING)
    row = reader.rows(f"SELECT {newest}, (SELECT COUNT(*) FROM withdrawals)")[0]
    return tuple(int(number or 0) for number in row)


class Found(NamedTuple):
    """What a search found: operations by slug with their names, claims with their cards, documents with the sentence
    that holds a word asked for (None where only the title or publisher does)."""

    operations: tuple[tuple[str, str], ...]
    reports: tuple[Report, ...]
    documents: tuple[tuple[Card, Passage | None], ...]
    names: Names


def search(reader: Reader, asked: str, most: int = 25) -> Found:
    """Operations, claims and documents that hold all the words asked for, the best first, at most so many of each.

    The last word may be the beginning of one; the beginning of a claim's id finds the claim.
    """
    from muster.ledger import search as index

    address = index.claim_by_address(reader, asked)
    claims_found = [held.find_claim(reader, address)] if address else index.found_claims(reader, asked, most)
    pages = index.found_documents(reader, asked, most)
    cards_of = {page: held.card(reader, page) for page in {*pages, *(claim.document for claim in claims_found)}}
    return Found(
        operations=_operations_called(reader, asked),
        reports=tuple(Report(claim, cards_of[claim.document]) for claim in claims_found),
        documents=tuple((cards_of[page], _sentence_with(reader, page, asked)) for page in pages),
        names=names_of(claims_found),
    )


def _operations_called(reader: Reader, asked: str) -> tuple[tuple[str, str], ...]:
    """The operations of the ledger whose slug, acronym or name holds what is asked for."""
    words = asked.casefold().split()
    # From one operation to the next through the index: DISTINCT would go through every claim.
    question = """WITH RECURSIVE told(slug) AS (SELECT MIN(operation) FROM claims UNION ALL
        SELECT (SELECT MIN(operation) FROM claims WHERE operation > slug) FROM told WHERE slug IS NOT NULL)
        SELECT slug FROM told WHERE slug IS NOT NULL"""
    spoken = [row[0] for row in reader.rows(question)]
    names = names_of([], *spoken)
    told = {
        slug: f"{slug} {names.acronyms.get(slug, '')} {names.operations.get(slug, slug)}".casefold() for slug in spoken
    }
    fitting = (slug for slug, name in sorted(told.items()) if words and all(word in name for word in words))
    return tuple((slug, names.operations.get(slug, slug)) for slug in fitting)


def _sentence_with(reader: Reader, page: str, asked: str) -> Passage | None:
    """The first sentence of the document with the longest of the words in it."""
    from muster.ledger.search import words_of
    from muster.model.passage import passages
    from muster.model.span import Span

    document = held.document(reader, page)
    for word in sorted(words_of(asked), key=len, reverse=True):
        found = re.search(rf"\b{re.escape(_bare(word))}", _bare(document.text))
        if found is not None:
            return passages(document, [Span.of(document.text, *found.span())])[0]
    return None


def _bare(text: str) -> str:
    """The text without accents and capitals, letter for letter: what stands where stays there."""
    if text.isascii():
        return text.lower()
    from unicodedata import normalize

    return "".join(letter if letter.isascii() else (normalize("NFKD", letter)[:1] or letter) for letter in text).lower()
