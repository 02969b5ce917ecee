"""Who asked for a movement, where a sentence of its own says so: "The deployment was requested by the Supreme
Commander", "the request for it came from the Joint Command"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from muster.extract.evidence import Scene
from muster.extract.movement_standing import name_of
from muster.model.annotation import Clause
from muster.model.claim import Claim, Movement, Status
from muster.model.span import Span

# Sentences between a movement and the one that says who asked for it: within a paragraph, and across paragraphs.
_NEAR, _FAR = 2, 6
_ASKING = frozenset({"request", "ask"})
# What a movement told before is called when it is spoken of again.
_AGAIN = frozenset(
    "deployment redeployment reinforcement dispatch despatch move rotation withdrawal arrival sending troop soldier "
    "force unit battalion company contingent reserve activation".split()
)
_COMING = frozenset("deployment reinforcement dispatch despatch arrival sending".split())
_GOING = frozenset({"withdrawal"})
_DEFINITE = frozenset({"the", "this", "these", "their", "its", "that", "those"})


@dataclass(frozen=True, slots=True)
class Request:
    """Who asked for what (`noun`), in which sentence, whether that opens a paragraph, and the words that say so."""

    index: int
    noun: str
    asker: str
    opens: bool
    span: Span


def requests_in(scene: Scene) -> Iterator[Request]:
    """Those of whom the sentence says that they asked for what was told before."""
    for clause in scene.sentence.clauses:
        if clause.nominal or clause.status in (Status.DENIED, Status.POSSIBLE):
            continue
        for at, words in (*_asked(scene, clause), *_came(scene, clause)):
            noun = scene.sentence.tokens[words[0]].lemma.lower()
            span = scene.span((*words, clause.predicate, at))
            yield Request(scene.sentence.index, noun, name_of(scene, at), _opens(scene), span)


def _opens(scene: Scene) -> bool:
    """Whether a sentence begins its paragraph."""
    index = scene.sentence.index
    return index > 0 and scene.document.sentences[index - 1].segment != scene.sentence.segment


def with_askers(told: list[tuple[int, Claim]], requests: list[Request]) -> list[Claim]:
    """The movements, each told in a sentence of that index, with who asked for them where a later sentence says so."""
    return [_with_asker(index, claim, told, requests) for index, claim in told]


def _with_asker(index: int, claim: Claim, told: list[tuple[int, Claim]], requests: list[Request]) -> Claim:
    found = next((r for r in requests if index == _meant(r, told) and _agrees(r, claim)), None)
    fact = claim.fact
    if not isinstance(fact, Movement) or found is None or fact.requested_by is not None:
        return claim
    return replace(claim, fact=replace(fact, requested_by=found.asker), spans=(*claim.spans, found.span))


def _meant(request: Request, told: list[tuple[int, Claim]]) -> int | None:
    """The sentence of the movement meant: the one told last; where the request opens a paragraph, the one that the page
    is about, which it told first."""
    near = _FAR if request.opens else _NEAR
    before = [n for n, claim in told if 0 < request.index - n <= near and _agrees(request, claim)]
    return (min if request.opens else max)(before, default=None)


def _agrees(request: Request, claim: Claim) -> bool:
    """Whether a movement is what the request calls it: a withdrawal is no deployment."""
    act = claim.fact.act if isinstance(claim.fact, Movement) else ""
    return request.noun not in (_COMING if act == "withdraw" else _GOING)


def _asked(scene: Scene, clause: Clause) -> Iterator[tuple[int, tuple[int, ...]]]:
    """ "The deployment was requested by X", "X had asked for the battalion"."""
    if clause.lemma not in _ASKING or not clause.agents:
        return
    objects = (*clause.patients, *(i for word, i in clause.obliques if word == "for"))
    told = tuple(i for i in objects if _is_told_before(scene, i))
    if told:
        yield clause.agents[0], told


def _came(scene: Scene, clause: Clause) -> Iterator[tuple[int, tuple[int, ...]]]:
    """ "The request for it came from X"."""
    requests = tuple(i for i in clause.agents if scene.sentence.tokens[i].lemma.lower() == "request")
    if clause.lemma != "come" or not any(_is_definite(scene, i) and not _is_for_others(scene, i) for i in requests):
        return
    yield from ((i, requests) for word, i in clause.obliques if word == "from")


def _is_for_others(scene: Scene, request: int) -> bool:
    """ "The request for additional troops": for some that need not be those told of last."""
    tokens = scene.sentence.tokens
    links = (c for c in scene.sentence.children_of(request) if tokens[c].lower == "for")
    objects = [at for c in links for at in scene.sentence.children_of(c)]
    return any(not _is_told_before(scene, at) for at in objects)


def _is_told_before(scene: Scene, i: int) -> bool:
    token = scene.sentence.tokens[i]
    return token.lower in ("it", "them") or (token.lemma.lower() in _AGAIN and _is_definite(scene, i))


def _is_definite(scene: Scene, i: int) -> bool:
    """Whether a noun points back, and counts nobody anew: "the deployment", not "the 300 soldiers of X"."""
    sentence = scene.sentence
    return any(sentence.tokens[c].lower in _DEFINITE for c in sentence.children_of(i)) and not any(
        count.noun == i for count in sentence.counts
    )
