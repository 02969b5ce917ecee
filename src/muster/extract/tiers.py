"""The tiers of claims: what both readers make is confirmed, what one makes is a candidate.

Two claims are the same where they are of one kind, agree on the key slots (GUIDE.md, "Scoring") and share words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from muster.extract.chances import Candidate, Reader, chance
from muster.extract.log_days import dated_by_log
from muster.extract.merging import KEYS, filled
from muster.extract.trained import UNREAD, TrainedReading
from muster.extract.trained.labels import ACTORS
from muster.extract.windows.tables import bears_out
from muster.model.agreement import folded, same_name
from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Claim, Tier
from muster.model.count import Count

# Slots that hold words of the text, of which one reader may have taken more than the other.
_WORDS = frozenset({"holder", "actor", "group", "speaker", "subject"})
_OF_OPERATION = frozenset({"strength", "contingent", "command", "mandate"})
# Slots that tell claims without a count apart (GUIDE.md: `count` or `rank`, `count` or `nations`).
_INSTEAD = frozenset({"rank", "nations"})


ALONE = frozenset({"window: contingent: beside"})
"""The window rules whose claims are let in though nobody else makes them and the network did not weigh them."""
LEAST = 0.33
"""The chance from which a claim is let in: at an F1 of two thirds those with a lower one lower it."""
SURE = 0.6
"""The chance from which a claim is let in beside another, likelier one of the same words."""
READ_AS = ", read as "
"""Between the rule that shows a claim and the network's sense of its words, where they differ in the act."""
_BY_PARSE = {Reader.BOTH, Reader.PARSE}
_ORDER = {reader: n for n, reader in enumerate(Reader)}


def joined(
    document: AnnotatedDocument, parsed: Sequence[Claim], seen: Sequence[Claim], trained: TrainedReading = UNREAD
) -> tuple[Claim, ...]:
    """The claims of all readers, each fact once, with their tiers, in order of their words: those likely to be right.

    What both readers by rules make is confirmed, as is what a printed table bears out; the network confirms nothing,
    but of every claim it says how likely it is right. Where several make a claim the slots are the parse's, then the
    windows', then the network's, which fill what is open.
    """
    return settled(document, candidates(document, parsed, seen, trained))


def candidates(
    document: AnnotatedDocument, parsed: Sequence[Claim], seen: Sequence[Claim], trained: TrainedReading
) -> tuple[Candidate, ...]:
    """Every claim that a reader makes, with what the others make of it."""
    by_parse = [replace(claim, tier=_tier(document, claim, seen)) for claim in parsed]
    by_network = [claim for claim, _ in trained.claims]
    every = [*by_parse, *seen, *by_network]
    readers = [
        *(Reader.BOTH if claim.tier is Tier.CONFIRMED else Reader.PARSE for claim in by_parse),
        *(Reader.WINDOW for _ in seen),
        *(Reader.TRAINED for _ in by_network),
    ]
    told = [*(None for _ in (*by_parse, *seen)), *(likely for _, likely in trained.claims)]
    found = [Candidate(*one) for one in zip(every, readers, trained.weigh(document, every), told, strict=True)]
    return tuple(_beside(one, found) for one in found)


def _beside(one: Candidate, every: Iterable[Candidate]) -> Candidate:
    """The candidate with what others of the same words and kind say to it."""
    near = [o for o in every if o is not one and o.claim.kind == one.claim.kind and _share_words(o.claim, one.claim)]
    alike = {id(o) for o in near if _same_keys(o.claim, one.claim)}
    rivals = (o.right or 0.0 for o in near if id(o) not in alike)
    return replace(
        one,
        agreeing=frozenset(o.reader for o in near if id(o) in alike),
        outdone=one.right is not None and max(rivals, default=0.0) > one.right,
    )


def settled(document: AnnotatedDocument, found: Sequence[Candidate]) -> tuple[Claim, ...]:
    """The claims that are likely enough, each fact once, those of a log's entries with their day."""
    return dated_by_log(document, chosen(found))


def chosen(found: Sequence[Candidate]) -> tuple[Claim, ...]:
    """The claims of the candidates that are likely enough, each fact once."""
    kept: list[Candidate] = []
    for one, likely in sorted(((one, chance(one)) for one in found), key=lambda o: -o[1]):
        if (
            likely >= LEAST
            and not is_unheard(one)
            and (likely >= SURE or not any(_overrules(other, one) for other in kept))
        ):
            kept.append(one)
    return tuple(sorted(_each_once(kept, found), key=lambda c: (c.spans[0].start, c.kind)))


def _as_read(one: Candidate, found: Iterable[Candidate]) -> Claim:
    """The claim. Where a rule tells of the same party and number in the same words but reads the act otherwise, a claim
    of the network's is no longer its alone: the rule's name stands before its own."""
    if one.reader is not Reader.TRAINED:
        return one.claim
    twins = (o.claim.rule for o in found if o.reader is not Reader.TRAINED and _of_same_party(o.claim, one.claim))
    rule = next(twins, None)
    return one.claim if rule is None else replace(one.claim, rule=f"{rule}{READ_AS}{one.claim.rule}")


def _of_same_party(one: Claim, other: Claim) -> bool:
    slot = ACTORS.get(one.kind)
    if one.kind != other.kind or slot is None or not _share_words(one, other) or _count(one) != _count(other):
        return False
    return _same(slot, getattr(one.fact, slot), getattr(other.fact, slot))


def _overrules(kept: Candidate, one: Candidate) -> bool:
    """Whether another reader makes what is likelier of the same words, and of the same number if there is one. What
    one reader makes of the same words are several facts ("established to support the ceasefire"). The network, on
    which no record rests, overrules no rule."""
    if _by_one(kept.reader, one.reader) or kept.reader is one.reader or kept.reader is Reader.TRAINED:
        return False
    alike = kept.claim.kind == one.claim.kind and _share_words(kept.claim, one.claim)
    return alike and not _same_keys(kept.claim, one.claim) and _count(one.claim) in (None, _count(kept.claim))


def is_unheard(one: Candidate) -> bool:
    """Whether only a rule of the windows that is not sure enough makes a claim, and the network did not weigh it."""
    return one.reader is Reader.WINDOW and one.right is None and one.claim.rule not in ALONE


def _each_once(kept: Iterable[Candidate], found: Sequence[Candidate]) -> Iterable[Claim]:
    """Each fact once: as the first reader that makes it has it, with what the others add. What the parse reader makes
    are facts apart already."""
    facts: list[tuple[Claim, Reader]] = []
    for one in sorted(kept, key=lambda one: (_ORDER[one.reader], one.claim.spans[0].start)):
        claim = _as_read(one, found)
        alike = (n for n, (fact, by) in enumerate(facts) if not _by_one(by, one.reader) and _same_fact(claim, fact))
        at = next(alike, None)
        if at is None:
            facts.append((claim, one.reader))
        else:
            facts[at] = (filled(facts[at][0], claim), facts[at][1])
    return (fact for fact, _ in facts)


def _by_one(reader: Reader, other: Reader) -> bool:
    return {reader, other} <= _BY_PARSE


def _same_fact(one: Claim, other: Claim) -> bool:
    """Whether two claims of one kind agree on what makes a fact: told by other words, letter by letter; of incidents,
    whose type is too little, then on day and place too."""
    if one.kind != other.kind or not _same_keys(one, other):
        return False
    stands = (one.when, one.place)
    told_alike = one.kind != "incident" or (stands == (other.when, other.place) and stands != (None, None))
    return _share_words(one, other) or (told_alike and _same_names(one, other))


def _same_names(one: Claim, other: Claim) -> bool:
    return all(
        folded(str(getattr(one.fact, name))) == folded(str(getattr(other.fact, name)))
        for name in KEYS[type(one.fact)]
        if name in _WORDS
    )


def _count(claim: Claim) -> tuple[object, ...] | None:
    count = getattr(claim.fact, "count", None)
    return None if count is None else _number(count)


def _tier(document: AnnotatedDocument, claim: Claim, windows: Sequence[Claim]) -> Tier:
    confirmed = any(agree(claim, one) for one in windows) or bears_out(document, claim)
    return Tier.CONFIRMED if confirmed else Tier.CANDIDATE


def agree(one: Claim, other: Claim) -> bool:
    """Whether two claims of a document are the same fact told by the same words."""
    return one.kind == other.kind and _share_words(one, other) and _same_keys(one, other)


def rivals(one: Claim, other: Claim) -> bool:
    """Whether two claims of a kind speak of the same words or of the same fact, so that one reader speaks for both."""
    return one.kind == other.kind and (_share_words(one, other) or _same_keys(one, other))


def _share_words(one: Claim, other: Claim) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.spans for b in other.spans)


def _same_keys(one: Claim, other: Claim) -> bool:
    if one.kind in _OF_OPERATION and one.operation != other.operation:
        return False
    counted = all(getattr(claim.fact, "count", None) is not None for claim in (one, other))
    names = (name for name in KEYS[type(one.fact)] if not counted or name not in _INSTEAD)
    return all(_same(name, getattr(one.fact, name), getattr(other.fact, name)) for name in names)


def _same(name: str, a: object, b: object) -> bool:
    if name == "component":
        return _class(a) == _class(b)
    if isinstance(a, Count) and isinstance(b, Count):
        return _number(a) == _number(b)
    if name in _WORDS and isinstance(a, str) and isinstance(b, str):
        return same_name(a, b)
    return a == b


def _class(component: object) -> object:
    return "military" if component in (None, "personnel", "troops") else component


def _number(count: Count) -> tuple[object, ...]:
    """A count without its hedge, unless the hedge is all there is."""
    if count.best is not None:
        return (count.best,)
    return (count.low, count.high) if count.low is not None else (count.rel,)
