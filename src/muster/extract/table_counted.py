"""What the words over a table, over a part or a column of it and in a row's name tell of whom its figures count."""

import re
from collections.abc import Iterable
from functools import lru_cache

# Words that tell what is counted, the more telling first. The name of a mission ("Observer Force") tells nothing.
_COMPONENTS = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "observers",
            r"observers?\b(?! (?:force|mission|group|operation))|\bunmos?\b|\bmilobs?\b|monitors|experts on mission"
            r"|verifier",
        ),
        ("police", r"police|\bfpus?\b|\bipos?\b|\bciv\s?pol\b|\bunpol\b|gendarm"),
        ("troops", r"troops?\b|soldiers?\b|contingent troops"),
        ("civilians", r"civilian|international staff|local staff|volunteers"),
    )
)
_MILITARY = re.compile(r"\bmilitary\s+(?:liaison\s+)?(?:component|personnel|officers)\b", re.IGNORECASE)
_PART = re.compile(r"(?:\W?\w{1,3}[.)] )?military(?: personnel| component| contingents?| units)?\W*", re.IGNORECASE)
_UNIT = re.compile(
    r"battalion|company|\bcoy\b|hospital|brigade|squadron|platoon|infantry|signals|logistic", re.IGNORECASE
)
_UNCOUNTED = re.compile(
    r"\b(?:women|female|men|male|per\s?cent|percentage|share|rank|vehicles|cost|population|no|sectors?|houses|ships"
    r"|aircraft|helicopters|posts|points|pts|goals|enlisted|other ranks)\b|%|^(?:officers|[A-Z])$",
    re.IGNORECASE,
)
_OUTCOMES = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("killed", r"\b(?:KIA|killed|dead|deaths?|died|fallen|fatal\w*|lost their lives|losses)\b"),
        ("wounded", r"\b(?:WIA|wounded|injured|hurt)\b"),
        ("missing", r"\b(?:MIA|missing)\b"),
    )
)


@lru_cache(maxsize=1024)
def component_in(words: str) -> str | None:
    """The component that words name; None for a military one, which no claim gives a name to (decision 14)."""
    if re.search(r"\bmilitary\b(?! observers| liaison)", words, re.IGNORECASE) and not re.search(
        r"military\s+observers", words, re.IGNORECASE
    ):
        return None
    return next((name for name, pattern in _COMPONENTS if pattern.search(words)), None)


def heads_part(words: str) -> bool:
    """Whether words head what counts one component, the military one too."""
    return component_in(words) is not None or _PART.fullmatch(words.strip()) is not None


def entitles(words: str) -> bool:
    """Whether a title or a sentence names one component, the military one too (decisions 14, 52)."""
    return component_in(words) is not None or _MILITARY.search(words) is not None


def is_unit(words: str) -> bool:
    """Whether words name a unit of soldiers or what it is for."""
    return _UNIT.search(words) is not None


def is_uncounted(head: str) -> bool:
    """Whether a column of this head counts what is no claim: women, shares, vehicles, points (decisions 13, 51)."""
    return _UNCOUNTED.search(head) is not None


def outcome_in(*told: str) -> str | None:
    """What became of those who are counted, by the first words of several that tell it or name a component."""
    for words in told:
        found = next((outcome for outcome, pattern in _OUTCOMES if pattern.search(words)), None)
        if found or component_in(words):
            return found
    return None


def tells_losses(*told: str) -> bool:
    """Whether words are of casualties, whatever became of them."""
    return any("casualt" in words.casefold() for words in told)


def component_told(told: Iterable[str]) -> str | None:
    """The first component that any of several words name."""
    return next((found for words in told if (found := component_in(words)) is not None), None)
