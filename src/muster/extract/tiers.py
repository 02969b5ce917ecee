"""The tiers of claims: what both readers make is confirmed, what one makes is a candidate.

Two claims are the same where they are of one kind, agree on the key slots (GUIDE.md, "Scoring") and share words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from muster.extract.merging import KEYS, merge
from muster.extract.trained import UNREAD, TrainedReading
from muster.extract.windows.tables import bears_out
from muster.model.agreement import same_name
from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Claim, Tier
from muster.model.count import Count

# Slots that hold words of the text, of which one reader may have taken more than the other.
_WORDS = frozenset({"holder", "actor", "group", "speaker", "subject"})
_OF_OPERATION = frozenset({"strength", "contingent", "command", "mandate"})
# Slots that tell claims without a count apart (GUIDE.md: `count` or `rank`, `count` or `nations`).
_INSTEAD = frozenset({"rank", "nations"})


ALONE = frozenset({"window: contingent: beside"})
"""The window rules whose claims are let in though the parse reader does not make them: those that raise F1 on texts for
which no rule was written, and make no claim that a test of the parse reader forbids."""
TRUSTED: Mapping[str, float] = {
    "strength": 0.8,
    "contingent": 0.96,
    "command": 0.9,
    "movement": 0.97,
    "posture": 0.99,
    "incident": 0.67,
    "casualty": 0.88,
    "mandate": 0.85,
    "statement": 0.98,
    "relation": 0.99,
}
"""How likely a claim of each kind that only the trained reader makes must be told to be let in. Set on
`tests/gold/apart`, from which it did not learn, so that of those let in at least three in ten are right: at an F1 of
0.6 fewer lower it."""
DOUBTED = 0.2
"""A candidate is left out where the trained reader finds no word of it likelier than this to tell its kind."""


def joined(
    document: AnnotatedDocument, parsed: Sequence[Claim], seen: Iterable[Claim], trained: TrainedReading = UNREAD
) -> tuple[Claim, ...]:
    """The claims of all readers: those of the parse with their tiers, and those of the others that stand alone.

    Where both readers by rules make a claim the slots are the parse's. A claim read from a printed table is confirmed
    where the table's lines bear it out. Of what only the windows show, rules in ALONE are let in, and only where the
    parse reader has no claim of the kind in the same words. The trained reader confirms nothing: it strikes out
    candidates that it gives no chance (DOUBTED), and adds what it is sure of (TRUSTED) and no rule speaks of.
    """
    windows = list(seen)
    by_parse = [replace(claim, tier=_tier(document, claim, windows)) for claim in parsed]
    new = (one for one in windows if one.rule in ALONE and not any(rivals(one, claim) for claim in parsed))
    by_rules = [claim for claim in (*by_parse, *new) if not doubted(document, claim, trained)]
    added = merge(one for one, likely in trained.claims if sure(one, likely) and not spoken_for(one, by_rules))
    return tuple(sorted((*by_rules, *added), key=lambda c: (c.spans[0].start, c.kind)))


def sure(claim: Claim, likely: float) -> bool:
    """Whether a claim of the trained reader is likely enough to stand alone."""
    return likely >= TRUSTED[claim.kind]


def doubted(document: AnnotatedDocument, claim: Claim, trained: TrainedReading) -> bool:
    """Whether a claim of one reader by rules is one that the trained reader gives no chance."""
    return claim.tier is Tier.CANDIDATE and trained.support(document, claim) < DOUBTED


def spoken_for(one: Claim, by_rules: Iterable[Claim]) -> bool:
    """Whether a rule makes the claim of the trained reader, or another of the same words: of the same number, if it has
    one."""
    return any(
        one.kind == claim.kind
        and (_same_fact(one, claim) or (_share_words(one, claim) and _count(one) in (None, _count(claim))))
        for claim in by_rules
    )


def _same_fact(one: Claim, other: Claim) -> bool:
    """Whether two claims agree on what makes a fact; of incidents, whose type is too little, on day and place too."""
    if one.kind != "incident":
        return _same_keys(one, other)
    stands = (one.when, one.place)
    return _same_keys(one, other) and stands == (other.when, other.place) and stands != (None, None)


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
