"""Where the network finds a claim told: a number of people, or a run of words, that is evidence of a sense."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from muster.extract.trained.labels import SENSES
from muster.extract.trained.network import Floats
from muster.extract.trained.pieces import Excerpt
from muster.model.annotation import CountMention, Sentence

NUMBER = 0.5
"""How likely a number must be a claim's."""
WORD = 0.5
"""How likely a word must be evidence for a run without a number."""
EDGE = 0.35
"""How likely the words about it must be to belong to the same evidence."""
CERTAIN = 0.85
"""How likely a second sense of the same kind in the same words must be."""
_GAP = 2
_JOINTS = frozenset({",", ";", "/", "//", "|", "and", "&", "plus", "with", "while", "–", "-"})
_OF_NUMBERS = frozenset({"strength", "nations", "contingent"})
_COUNTED = _OF_NUMBERS | {"movement", "casualty"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim as the network sees it: its sense, how likely it is, its sentence, its words in the excerpt, a number."""

    sense: int
    likely: float
    sentence: Sentence
    words: tuple[int, ...]
    count: CountMention | None = None
    count_words: tuple[int, ...] = ()

    @property
    def kind(self) -> str:
        """Which of the ten kinds it would be a claim of."""
        kind = SENSES[self.sense].partition(":")[0]
        return "strength" if kind == "nations" else kind

    @property
    def act(self) -> str:
        """The act of its sense; empty for kinds without one."""
        return SENSES[self.sense].partition(":")[2]

    @property
    def anchor(self) -> int:
        """The word from which distances are reckoned: the number's first, else the middle one."""
        return self.count_words[0] if self.count_words else self.words[len(self.words) // 2]


def proposals(excerpt: Excerpt, sentences: Sequence[Sentence], senses: Floats) -> Iterator[Proposal]:
    """What the excerpt's fresh sentences tell. senses: (words, senses), as the network gives them."""
    for sentence in sentences:
        at = list(excerpt.of(sentence.index))
        if sentence.index >= excerpt.fresh and at:
            likely = np.flatnonzero((senses[at] > EDGE).any(0))
            yield from _apart([p for sense in likely for p in _of_sense(sentence, at, int(sense), senses[:, sense])])


def _apart(found: Sequence[Proposal]) -> Iterator[Proposal]:
    """Of two that read the same words as the same kind only the likelier, unless both are all but certain."""
    kept: list[Proposal] = []
    for one in sorted(found, key=lambda p: -p.likely):
        rivals = (p for p in kept if p.kind == one.kind and p.count == one.count and set(p.words) & set(one.words))
        if one.likely >= CERTAIN or next(rivals, None) is None:
            kept.append(one)
    yield from sorted(kept, key=lambda p: p.words)


def _of_sense(sentence: Sentence, at: list[int], sense: int, likely: Floats) -> Iterator[Proposal]:
    kind = SENSES[sense].partition(":")[0]
    runs = list(_runs(at, likely))
    taken: set[int] = set()
    if kind in _COUNTED:
        found = [(count, words) for count, words in _counts(sentence, at) if likely[list(words)].mean() > NUMBER]
        for count, words in found:
            run = next((r for r in runs if set(r) & set(words)), words)
            taken.update(run)
            own = _share(run, words, [others for _, others in found if others != words], sentence, at)
            share = float(likely[list(words)].mean())
            yield Proposal(sense, share, sentence, tuple(sorted({*own, *words})), count, words)
    if kind not in _OF_NUMBERS:
        for run in runs:
            best = float(np.sort(likely[list(run)])[::-1][:3].mean())
            if best > WORD and not taken & set(run):
                yield Proposal(sense, best, sentence, run)


def _counts(sentence: Sentence, at: list[int]) -> Iterator[tuple[CountMention, tuple[int, ...]]]:
    """The numbers of a sentence with their words in the excerpt, those that were read whole."""
    for count in sentence.counts:
        if count.last <= len(at):
            yield count, tuple(at[count.first : count.last])


def _share(
    run: tuple[int, ...], words: tuple[int, ...], others: list[tuple[int, ...]], sentence: Sentence, at: list[int]
) -> tuple[int, ...]:
    """Of words that tell of several numbers those that are one number's: between the commas or joints beside it."""
    before = max((o[-1] for o in others if o[-1] < words[0]), default=None)
    behind = min((o[0] for o in others if o[0] > words[-1]), default=None)
    first = run[0] if before is None or before < run[0] else _joint(sentence, at, before, words[0])
    last = run[-1] if behind is None or behind > run[-1] else _joint(sentence, at, words[-1], behind)
    return tuple(n for n in run if first <= n <= last)


def _joint(sentence: Sentence, at: list[int], left: int, right: int) -> int:
    """Where two numbers of a list are parted: at the first joint between them, else halfway."""
    between = range(left + 1, right)
    return next((n for n in between if sentence.tokens[n - at[0]].lower in _JOINTS), (left + right) // 2)


def _runs(at: list[int], likely: Floats) -> Iterator[tuple[int, ...]]:
    """Stretches of likely words, small gaps bridged."""
    run: list[int] = []
    for n in at:
        if likely[n] <= EDGE:
            continue
        if run and n - run[-1] > _GAP + 1:
            yield tuple(run)
            run = []
        run.append(n)
    if run:
        yield tuple(run)
