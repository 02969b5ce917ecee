"""What the record itself settled: which names are one, and when undated pages were published; as lines and for JSON."""

from collections.abc import Iterable
from typing import Any

from muster.model.force import DatedDocument, Entity, EntityMatch
from muster.model.report import Dated
from muster.show.lines import ID_LENGTH, Line
from muster.show.words import time_words

# Comparisons as readers are told of them.
_BY = {
    "same_spelling": "the same but for accents",
    "same_transliterated": "the same in two spellings",
    "dual_toponym": "two names of one place",
    "given_and_family": "one last name, first names that fit",
    "same_words": "the same distinguishing words",
    "one_slip": "one letter apart",
}


def entity_lines(entities: Iterable[Entity]) -> tuple[Line, ...]:
    """Each that goes by several names, with what joined them."""
    return tuple(
        Line(
            entity.kind if i == 0 else "", f"{match.names[0]} = {match.names[1]}: {match_words(match)}", depth=min(i, 1)
        )
        for entity in entities
        for i, match in enumerate(entity.matches)
    )


def match_words(match: EntityMatch) -> str:
    """Why two names are one: on whose word, or by which comparisons."""
    if match.judged_by is not None:
        return f"{match.judged_by} says so"
    best = max(match.comparisons, key=lambda one: one.score)
    return f"{_BY.get(best.comparison, best.comparison)} ({best.score:.2f})"


def dated_lines(documents: Iterable[DatedDocument]) -> tuple[Line, ...]:
    """Each undated page with the days between which it was published, and why."""
    return tuple(
        Line(
            one.card.label,
            "; ".join(reason.words for reason in one.published.reasons),
            when=published_words(one.published),
            source=one.card.names[-1],
            claim=one.card.document[:ID_LENGTH],
        )
        for one in documents
    )


def published_words(published: Dated) -> str:
    """Between which days: "9 Oct 2023 or later", "4 – 10 Jun 2023"."""
    first, mark, last = published.edtf.partition("/")
    return f"{time_words(first)} or later" if mark and last == ".." else time_words(published.edtf)


def entity_as_dict(entity: Entity) -> dict[str, Any]:
    """`{kind, names, claims, matches: [{names, score, comparisons: {name: score}, judged_by}]}`."""
    return {
        "kind": entity.kind,
        "names": list(entity.names),
        "claims": list(entity.claims),
        "matches": [
            {
                "names": list(match.names),
                "score": match.score,
                "comparisons": {one.comparison: one.score for one in match.comparisons},
                "judged_by": match.judged_by,
            }
            for match in entity.matches
        ],
    }


def dated_as_dict(one: DatedDocument) -> dict[str, Any]:
    """`{document, name, published: EDTF, reasons: [{reason, claims}]}`."""
    return {
        "document": one.card.document,
        "name": one.card.names[-1],
        "published": one.published.edtf,
        "reasons": [{"reason": reason.words, "claims": list(reason.claims)} for reason in one.published.reasons],
    }
