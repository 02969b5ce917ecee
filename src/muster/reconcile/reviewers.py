"""How far reviewers agree: Krippendorff's alpha over what they said of the same claims, and where they do not."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple

from muster.model.judgement import Judgement, Verdict, in_force


class Split(NamedTuple):
    """Claims or names that were judged differently: the subjects, and the newest verdict of each author."""

    subjects: tuple[str, ...]
    verdicts: tuple[tuple[str, Verdict], ...]


class Agreement(NamedTuple):
    """How far reviewers agree. `judged` subjects were judged by anybody, `shared` by two or more.

    `share` is how often two of them gave the same verdict, over all pairs of verdicts on a subject (0 to 1); `alpha` is
    Krippendorff's, 1 for perfect agreement, 0 for what chance would give; both None where nothing was judged twice.
    """

    authors: tuple[tuple[str, int], ...]
    judged: int
    shared: int
    share: float | None
    alpha: float | None
    splits: tuple[Split, ...]


def agreement(judgements: Iterable[Judgement]) -> Agreement:
    """What the judgements in force come to: of each author, the newest one about a subject counts."""
    units: dict[tuple[str, ...], dict[str, Verdict]] = defaultdict(dict)
    for one in in_force(judgements):
        units[tuple(sorted(set(one.subjects)))][one.author] = one.verdict
    ratings = [list(by_author.values()) for by_author in units.values()]
    numbers = Counter(author for by_author in units.values() for author in by_author)
    splits = [
        Split(subjects, tuple(by_author.items()))
        for subjects, by_author in units.items()
        if len(set(by_author.values())) > 1
    ]
    return Agreement(
        authors=tuple(numbers.most_common()),
        judged=len(units),
        shared=sum(len(given) > 1 for given in ratings),
        share=share(ratings),
        alpha=alpha(ratings),
        splits=tuple(splits),
    )


def share(units: Iterable[Iterable[Hashable]]) -> float | None:
    """How often two values given to one unit are the same, each unit weighing as much as it has values.

    None where no unit has two values.
    """
    matrix, total = _coincidences(units)
    return sum(number for (one, other), number in matrix.items() if one == other) / total if total else None


def alpha(units: Iterable[Iterable[Hashable]]) -> float | None:
    """Krippendorff's alpha for nominal data (Krippendorff, Content Analysis, 2004, ch. 11.3).

    `units` holds, for each thing rated, the values it was given, in any order, missing ones left out. It is one minus
    observed over expected disagreement. None where no unit has two values; 1 where only one value is in use, as there
    is no disagreement to be seen.

    >>> alpha([["accept", "accept"], ["reject", "reject"], ["accept", "reject"], ["accept"]])
    0.4444444444444444
    """
    matrix, total = _coincidences(units)
    if not total:
        return None
    sizes: Counter[Hashable] = Counter()
    for (one, _), number in matrix.items():
        sizes[one] += number  # type: ignore[assignment]
    observed = sum(number for (one, other), number in matrix.items() if one != other)
    expected = (total * total - sum(size * size for size in sizes.values())) / (total - 1)
    return 1.0 if not expected else 1 - observed / expected


def _coincidences(units: Iterable[Iterable[Hashable]]) -> tuple[Mapping[tuple[Hashable, Hashable], float], float]:
    """How often each two values were given to one unit (every pair both ways, over the unit's values less one), and
    how many values that are in all."""
    matrix: dict[tuple[Hashable, Hashable], float] = defaultdict(float)
    total = 0
    for unit in units:
        values = list(unit)
        if len(values) < 2:
            continue
        total += len(values)
        for place, one in enumerate(values):
            for other in values[:place] + values[place + 1 :]:
                matrix[one, other] += 1 / (len(values) - 1)
    return matrix, total
