"""Mandate, statements and relations as lines."""

from collections.abc import Iterable

from muster.model.claim import Mandate, Relation, Statement, Status
from muster.model.record import Attested, Standing
from muster.show.events import with_status
from muster.show.lines import Line, Voice, reported_words
from muster.show.words import time_words

_BEGUN = {"established": "established", "starts": "began"}
_RELATIONS = {
    "declares-independence": "declares independence from",
    "agreement": "agreement with",
    "dialogue": "dialogue with",
    "boycott": "boycotts",
}


def mandate_lines(standing: Standing, voice: Voice) -> tuple[Line, ...]:
    """How the operation began, how long it runs, what changed, what it is to do."""
    told = (*standing.begun, *standing.extended, *standing.changed, *standing.ended, *standing.tasks)
    return tuple(_mandate(said, voice) for said in told)


def _mandate(said: Attested, voice: Voice) -> Line:
    mandate = said.claim.fact
    assert isinstance(mandate, Mandate)
    subject = "task" if mandate.act == "tasked" else _BEGUN.get(mandate.act, mandate.act)
    authority = voice.name(mandate.authority) if mandate.authority else ""
    end = _end(said) if mandate.act == "extended" else ""
    text = ", ".join(filter(None, (mandate.task, end, mandate.basis, authority)))
    line = voice.line(subject, with_status(text, said), said)
    return line._replace(when=reported_words(said.report)) if end else line


def _end(said: Attested) -> str:
    """Until when an operation is extended; nothing if only the day of the act is told."""
    open_start, mark, end = (said.claim.when.edtf or "").partition("/") if said.claim.when else ("", "", "")
    return f"until {time_words(end)}" if mark and open_start == ".." else ""


def statement_lines(statements: Iterable[Attested], voice: Voice) -> tuple[Line, ...]:
    """Who thanks, condemns, urges, warns whom."""
    return tuple(_statement(said, voice) for said in statements)


def _statement(said: Attested, voice: Voice) -> Line:
    statement = said.claim.fact
    assert isinstance(statement, Statement)
    addressees = ", ".join(voice.name(addressee) for addressee in statement.addressee)
    text = with_status(f"{statement.act} {addressees}".strip(), said)
    return voice.line(voice.name(statement.speaker), text, said)


def relation_lines(relations: Iterable[Attested], voice: Voice) -> tuple[Line, ...]:
    """How the parties in the area stand to each other."""
    return tuple(_relation(said, voice) for said in relations)


def _relation(said: Attested, voice: Voice) -> Line:
    relation = said.claim.fact
    assert isinstance(relation, Relation)
    objects = ", ".join(voice.name(other) for other in relation.object)
    if relation.relation == "recognises" and said.claim.status is Status.DENIED:
        return voice.line(voice.name(relation.subject), f"does not recognise {objects}".rstrip(), said)
    verb = _RELATIONS.get(relation.relation, relation.relation)
    # Without the other party the preposition has nothing to lead to.
    text = f"{verb} {objects}" if objects else relation.relation.replace("-", " ")
    return voice.line(voice.name(relation.subject), with_status(text, said), said)
