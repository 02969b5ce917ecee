"""Whether hedged numbers can mean the same."""

from math import inf

from muster.model.count import Count, Rel

# How far "about" reaches: reporters round to two figures, so a tenth is the widest a rounding can be.
ABOUT = 0.1


def interval(count: Count) -> tuple[float, float]:
    """The least and the most that a count can mean; unbounded where it does not say."""
    if count.best is None:
        return (count.low or 0, inf if count.high is None else count.high)
    best = count.best
    return {
        Rel.EXACT: (best, best),
        Rel.ABOUT: (best * (1 - ABOUT), best * (1 + ABOUT)),
        Rel.AT_LEAST: (best, inf),
        Rel.MORE_THAN: (best + 1, inf),
        Rel.LESS_THAN: (0, best - 1),
        Rel.UP_TO: (0, best),
    }.get(count.rel, (0, inf))


def compatible(one: Count, other: Count) -> bool:
    """Whether some number satisfies both."""
    (low, high), (least, most) = interval(one), interval(other)
    return low <= most and least <= high
