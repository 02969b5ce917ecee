"""Examples in batches: tensors of excerpts, what each word and each claim is to be taken for, and what is varied."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import torch
from examples import Example, Position, Told
from torch.nn import functional as F

from muster.extract.trained.labels import MARKS, SENSES, SLOTS
from muster.extract.trained.pieces import Excerpt, Vocabulary, Word, pieces_of
from muster.extract.trained.ties import ties
from muster.extract.trained.weighing import Weighed
from muster.model.annotation import Mention, MentionKind, Sentence

SENSE = {sense: n for n, sense in enumerate(SENSES)}
SLOT = {slot: n for n, slot in enumerate(SLOTS)}
MASKED = 0.04
"""Share of words' pieces hidden while it learns."""
SWAPPED = 0.5
"""Share of names of countries and operations, and of numbers, put in place of others."""
_COUNT = MARKS.index("count")
Names = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Batch:
    """Excerpts as tensors: pieces, mask and marks (excerpts, pieces), and where each word's first piece is."""

    pieces: torch.Tensor
    mask: torch.Tensor
    marks: torch.Tensor
    firsts: list[list[int]]


def batch_of(excerpts: Sequence[Excerpt], vocabulary: Vocabulary, *, masked: float = 0.0) -> Batch:
    rows = [_row(one, vocabulary, masked) for one in excerpts]
    width = max(len(pieces) for pieces, _, _ in rows)
    pieces = torch.zeros(len(rows), width, dtype=torch.long)
    mask = torch.zeros(len(rows), width)
    marks = torch.zeros(len(rows), width, len(MARKS))
    for n, (row, own, _) in enumerate(rows):
        pieces[n, : len(row)] = torch.tensor(row)
        mask[n, : len(row)] = 1
        for k, at in enumerate(own):
            marks[n, k, list(at)] = 1
    return Batch(pieces, mask, marks, [firsts for _, _, firsts in rows])


def _row(excerpt: Excerpt, vocabulary: Vocabulary, masked: float) -> tuple[list[int], list[tuple[int, ...]], list[int]]:
    pieces, firsts = [vocabulary["[CLS]"]], []
    marks: list[tuple[int, ...]] = [()]
    for word in excerpt.words:
        firsts.append(len(pieces))
        pieces += [vocabulary["[MASK]"] if random.random() < masked else piece for piece in word.pieces]
        marks += [word.marks] * len(word.pieces)
    return [*pieces, vocabulary["[SEP]"]], [*marks, ()], firsts


def names_in(examples: Iterable[Example]) -> Names:
    """Names of one word: of countries by form, of operations."""
    names: dict[str, set[str]] = {}
    for example in examples:
        for sentence in example.sentences:
            for form, at in _swappable(sentence):
                names.setdefault(form, set()).add(sentence.tokens[at].text)
    return {form: sorted(own) for form, own in names.items()}


def _swappable(sentence: Sentence) -> Iterable[tuple[str, int]]:
    for mention in sentence.mentions:
        if mention.last - mention.first == 1:
            if mention.kind == "country" and mention.form in ("name", "adjective", "demonym"):
                yield mention.form, mention.first
            elif mention.kind == "operation" and mention.form != "anaphor":
                yield "operation", mention.first


def swapped(excerpt: Excerpt, sentences: Mapping[int, Sentence], vocabulary: Vocabulary, names: Names) -> Excerpt:
    """The excerpt with some names and numbers replaced by others of their form."""
    new: dict[Position, tuple[int, ...]] = {}
    for sentence in (sentences[at] for at in {word.sentence for word in excerpt.words}):
        for form, at in _swappable(sentence):
            if random.random() < SWAPPED and form in names:
                new[sentence.index, at] = pieces_of(random.choice(names[form]), vocabulary)
        for at in (i for count in sentence.counts for i in range(count.first, count.last)):
            text = sentence.tokens[at].text
            if random.random() < SWAPPED and any(c.isdigit() for c in text):
                digits = "".join(random.choice("123456789") if c.isdigit() else c for c in text)
                new[sentence.index, at] = pieces_of(digits, vocabulary)
    return replace(excerpt, words=tuple(_with(word, new) for word in excerpt.words))


def _with(word: Word, new: Mapping[Position, tuple[int, ...]]) -> Word:
    return replace(word, pieces=new.get((word.sentence, word.token), word.pieces))


def wanted_senses(excerpt: Excerpt, told: Sequence[Told]) -> tuple[torch.Tensor, torch.Tensor]:
    """Of which senses each word is evidence (words, senses), and how much each word weighs (words,)."""
    senses, weight = torch.zeros(len(excerpt.words), len(SENSES)), torch.ones(len(excerpt.words))
    for one in told:
        for place in one.evidence:
            if place in excerpt.at:
                senses[excerpt.at[place], SENSE[one.sense]] = 1
    for n, word in enumerate(excerpt.words):
        if _COUNT in word.marks:
            # A number belongs to the claims whose number it is, not to every claim about it.
            for one in told:
                if one.count and (word.sentence, word.token) in one.evidence:
                    senses[n, SENSE[one.sense]] = 0
            for one in told:
                if (word.sentence, word.token) in one.count:
                    senses[n, SENSE[one.sense]] = 1
            weight[n] = 3.0
    return senses, weight


@dataclass(frozen=True, slots=True)
class Inputs:
    """Claims of an excerpt as the network is asked of them, and which words fill their slots (claims, words, slots)."""

    region: torch.Tensor
    number: torch.Tensor
    sense: torch.Tensor
    offset: torch.Tensor
    ties: torch.Tensor
    slots: torch.Tensor


def inputs_of(excerpt: Excerpt, inside: Sequence[Told], sentences: Mapping[int, Sentence], *, varied: bool) -> Inputs:
    words = len(excerpt.words)
    region, number = torch.zeros(len(inside), words), torch.zeros(len(inside), words)
    slots = torch.zeros(len(inside), words, len(SLOTS))
    offset, tied = [], []
    for c, one in enumerate(inside):
        at = sorted(excerpt.at[place] for place in one.evidence)
        at = _varied(at, excerpt, one) if varied else at
        counts = [excerpt.at[place] for place in one.count if place in excerpt.at]
        region[c, at], number[c, counts] = 1, 1
        for slot, places in one.slots.items():
            slots[c, [excerpt.at[place] for place in places if place in excerpt.at], SLOT[slot]] = 1
        offset.append(torch.arange(words) - (counts[0] if counts else at[len(at) // 2]))
        tied.append(ties(excerpt, sentences[excerpt.words[counts[0] if counts else at[0]].sentence], at))
    sense = torch.tensor([SENSE[one.sense] for one in inside])
    return Inputs(region, number, sense, torch.stack(offset), torch.tensor(tied), slots)


def weighed_in(
    excerpt: Excerpt, source: Example, sentences: Mapping[int, Sentence], *, varied: bool
) -> list[tuple[Weighed, bool]]:
    """The claims that readers made of the excerpt's words and, while it learns, those of gold, each once as it is and
    once with something wrong in it."""
    made = [(one, right) for one, right in source.weighed if one.words[0] in excerpt.at]
    if not varied:
        return made
    told = [one for one in source.told if all(place in excerpt.at for place in one.evidence)]
    gold = [_weighed(one, excerpt, varied=True) for one in told]
    wrong = [one for one in (_spoilt(own, told, sentences) for own in gold) if one is not None]
    return [*made, *((one, True) for one in gold), *((one, False) for one in wrong)]


def _weighed(told: Told, excerpt: Excerpt, *, varied: bool) -> Weighed:
    at = [excerpt.at[place] for place in told.evidence]
    at = _varied(sorted(at), excerpt, told) if varied else at
    words = tuple((excerpt.words[n].sentence, excerpt.words[n].token) for n in at)
    change, component = max(told.change, 0), max(told.component, 0)
    return Weighed(SENSE[told.sense], change, component, words, told.count, told.slots.get("actor", ()))


def _spoilt(one: Weighed, told: Sequence[Told], sentences: Mapping[int, Sentence]) -> Weighed | None:
    """The claim with another sense of its kind, another number or another actor near it, unless gold has that too."""
    sentence = sentences[one.words[0][0]]
    match random.choice(("sense", "number", "actor")):
        case "sense":
            alike = [n for n, s in enumerate(SENSES) if s.partition(":")[0] == SENSES[one.sense].partition(":")[0]]
            other = replace(one, sense=random.choice(alike))
        case "number" if one.number and len(sentence.counts) > 1:
            count = random.choice(sentence.counts)
            other = replace(one, number=tuple((sentence.index, i) for i in range(count.first, count.last)))
        case "actor" if one.actor:
            named = [m for m in sentence.mentions if not _same_party(m, one.actor, sentences)]
            if not named:
                return None
            mention = random.choice(named)
            other = replace(one, actor=tuple((sentence.index, i) for i in range(mention.first, mention.last)))
        case _:
            return None
    return None if any(_told_as(other, gold) for gold in told) else other


def _same_party(mention: Mention, actor: Sequence[Position], sentences: Mapping[int, Sentence]) -> bool:
    """Whether a mention is a place, or names somebody who goes by these words too."""
    own = (m for s, i in actor if s in sentences for m in sentences[s].mentions if m.covers(i))
    names = {name for m in own for name in (m.value, m.country) if name}
    return mention.kind is MentionKind.PLACE or mention.value in names or mention.country in names


def _told_as(one: Weighed, told: Told) -> bool:
    """Whether gold tells the claim, or may: a name of the same party elsewhere is no other party."""
    if one.sense != SENSE[told.sense] or not set(one.words) & set(told.evidence):
        return False
    number = not told.count or not one.number or bool(set(told.count) & set(one.number))
    actor = told.slots.get("actor", ())
    return number and (not actor or not one.actor or bool(set(actor) & set(one.actor)))


def _varied(at: list[int], excerpt: Excerpt, told: Told) -> list[int]:
    """The words of evidence as the program may find them: one stretch of several, its edges uncertain."""
    if random.random() < 0.5:
        at = _one_stretch(at, excerpt, told)
    if len(at) > 5:
        at = at[random.choice((0, 0, 1, 2)) : len(at) - random.choice((0, 0, 1, 2))]
        if random.random() < 0.2:
            at = [i for i in at if random.random() > 0.3] or at
    return at


def _one_stretch(at: Sequence[int], excerpt: Excerpt, told: Told) -> list[int]:
    """One of the stretches of a claim's evidence: that of the number, if it has one."""
    runs: list[list[int]] = []
    for i in at:
        if runs and i - runs[-1][-1] <= 3 and excerpt.words[i].sentence == excerpt.words[runs[-1][-1]].sentence:
            runs[-1].append(i)
        else:
            runs.append([i])
    placed = [{(excerpt.words[i].sentence, excerpt.words[i].token) for i in run} for run in runs]
    return random.choice([run for run, own in zip(runs, placed, strict=True) if own & set(told.count)] or runs)


def loss(logits: torch.Tensor, wanted: torch.Tensor, weight: torch.Tensor | float) -> torch.Tensor:
    """Cross entropy of yes and no, where what is there weighs double, being rare."""
    rare = torch.where(wanted > 0, 2.0, 1.0)
    return (F.binary_cross_entropy_with_logits(logits, wanted, reduction="none") * rare * weight).sum()
