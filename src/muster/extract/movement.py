"""Claims of kind movement: forces come, go or change over (GUIDE.md, decisions 16, 26, 36, 44, 48, 49, 54)."""

from collections.abc import Iterator
from dataclasses import replace

from muster.extract.evidence import scenes
from muster.extract.movement_claims import claim_of
from muster.extract.movement_clauses import headed, hidden
from muster.extract.movement_moves import Move, moves_of, verbless_moves
from muster.extract.movement_owners import Stand
from muster.extract.movement_requests import requests_in, with_askers
from muster.extract.movement_tellings import told_once
from muster.extract.nationality import home_nation
from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Claim
from muster.model.document import SegmentKind


def find_movements(document: AnnotatedDocument) -> Iterator[Claim]:
    """The claims of this kind that the document makes."""
    requests = [request for scene in scenes(document) for request in requests_in(scene)]
    told = [(move.scene.sentence.index, claim_of(move)) for move in _named(list(_moves(document)))]
    yield from told_once(with_askers(told, requests))


def _named(moves: list[Move]) -> Iterator[Move]:
    """The movements, those of a headline that does not say whose under the name that the text below gives."""
    for n, move in enumerate(moves):
        if move.scene.sentence.segment.kind is SegmentKind.HEADLINE and not move.party.country:
            below = [m.party for m in moves[n + 1 :] if m.act == move.act and m.party.own]
            yield (
                replace(move, party=replace(move.party, actor=below[0].actor)) if below and not move.party.own else move
            )
        else:
            yield move


def _moves(document: AnnotatedDocument) -> Iterator[Move]:
    """The movements in order; each sentence knows the act told last ("others followed")."""
    nation, before, told = home_nation(document), None, -9
    for scene in scenes(document):
        index = scene.sentence.index
        for clause in sorted((*scene.sentence.clauses, *hidden(scene), *headed(scene)), key=lambda c: c.predicate):
            last = before if index - told <= 1 else None
            for move in moves_of(Stand(document, scene.sentence, nation, last, told == index), clause):
                before, told = move.act, index
                yield move
        yield from verbless_moves(Stand(document, scene.sentence, nation))
