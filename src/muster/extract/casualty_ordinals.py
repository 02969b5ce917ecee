"""Totals told as a rank: "the ninth member of the force to lose his life", "the second American to die"."""

from collections.abc import Iterator, Sequence

from muster.extract.casualty_frames import outcome_of_words
from muster.extract.casualty_groups import group_at
from muster.extract.casualty_victims import Victims
from muster.extract.evidence import Scene
from muster.model.annotation import Token
from muster.model.count import Count

_NUMBERS = dict(
    zip(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        range(2, 21),
        strict=True,
    )
)
_REACH = 10


def ordinals_in(scene: Scene) -> Iterator[tuple[str, Victims]]:
    """The totals that ranks in the sentence amount to, with what befell: the ninth to be killed makes nine."""
    tokens = scene.sentence.tokens
    for token in tokens[1:]:
        number = _number(token.lower)
        if number is None or tokens[token.i - 1].lower not in ("the", "its", "their", "a"):
            continue
        noun = next(
            (t.i for t in tokens[token.i + 1 : token.i + 4] if t.pos in ("NOUN", "PROPN") and t.dep != "compound"), None
        )
        last = noun if noun is not None else token.i
        outcome = outcome_of_words(tokens[last + 1 : last + 1 + _REACH])
        if any(time.first <= token.i < time.last for time in scene.sentence.times) or _is_day(tokens[last + 1 :]):
            continue
        if noun is None and tokens[last + 1 : last + 2] and tokens[last + 1].pos == "PUNCT":
            continue
        if outcome is not None and tokens[token.i - 1].lower != "a":
            group = (group_at(scene, noun) if noun is not None else None) or "peacekeepers"
            yield outcome, Victims(group, Count(best=number), tuple(range(token.i, last + 1)), "soldiers")


def _is_day(tokens: Sequence[Token]) -> bool:
    """ "The 21st of this month"."""
    return [t.lower for t in tokens[:1]] == ["of"] and any(t.lemma.lower() == "month" for t in tokens[1:3])


def _number(word: str) -> int | None:
    digits = word[:-2]
    if word[-2:] in ("st", "nd", "rd", "th") and digits.isdigit() and 1 < int(digits) < 10_000:
        return int(digits)
    return _NUMBERS.get(word)
