"""Which words fill the slots of a proposal, and what value they have there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from muster.extract.evidence import PLAIN, Scene, operation_near
from muster.extract.trained.labels import SLOTS
from muster.extract.trained.network import Floats
from muster.extract.trained.pieces import Excerpt
from muster.extract.trained.proposals import Proposal
from muster.model.annotation import AnnotatedDocument, Mention, MentionKind, Sentence, Token, WhenMention

SURE = 0.5
"""How likely a second name must be to fill a slot beside the first, and an operation to go before the nearest named."""
FAIRLY_SURE = 0.42
"""How likely words and times must be to fill a slot."""
FAIR = 0.2
"""How likely the likeliest actor must be: nearly every claim has one."""
BESIDE = 0.8
"""How near to the likeliest another must come to fill the slot beside it ("A and B each sent 40")."""
POSSIBLE = 0.05
"""How likely another actor must be for a claim of its own, which is weighed against the likeliest one's."""
OTHERS = 2
"""How many others at most."""
_NAMED = 6
"""How many of the likeliest names are looked at for them."""
_AT = {slot: n for n, slot in enumerate(SLOTS)}
_NOBODY = frozenset({MentionKind.PLACE})
_NOUNS = frozenset({"place", "from", "to", "unit", "predecessor", "role", "requested_by", "means"})
"""Slots that hold a noun: an article before it, or a preposition that says no more than "in", is no part of them."""
_ENDS = frozenset({"of", "for", "in", "the", "'s", "’s"})
"""What a noun does not end with."""
_PART_OF_NOUN = ("amod", "compound", "nmod", "poss")


@dataclass(frozen=True, slots=True)
class Filler:
    """Who fills a slot: the sentence, how likely, the noun that names them there, and the mention if they are one."""

    sentence: Sentence
    likely: float
    head: int
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Filling:
    """The words of an excerpt with how likely each fills each slot of one proposal: (words, slots)."""

    document: AnnotatedDocument
    excerpt: Excerpt
    sentences: Sequence[Sentence]
    likely: Floats
    asked: Filler | None = None

    def score(self, slot: str, sentence: int, first: int, last: int) -> float:
        """How likely tokens `first` up to `last` of a sentence fill the slot; 0 outside the excerpt."""
        at = self.excerpt.at
        if (sentence, last - 1) not in at:
            return 0.0
        begin = at[sentence, first]
        return float(self.likely[begin : begin + last - first, _AT[slot]].mean())

    def mentions(self, slot: str, *kinds: MentionKind) -> list[tuple[float, Sentence, Mention]]:
        """The names and groups of the excerpt, likeliest first."""
        found = [
            (self.score(slot, s.index, m.first, m.last), s, m)
            for s in self.sentences
            for m in s.mentions
            if (m.kind in kinds if kinds else m.kind not in _NOBODY)
        ]
        return sorted(found, key=lambda f: -f[0])

    def fillers(self, slot: str = "actor") -> tuple[Filler, ...]:
        """Who fills a slot: the likeliest name or run of words, if it is fair, and whoever stands in a list with it and
        is as sure. Of the actor the one that is `asked` for instead, if there is one."""
        if slot == "actor" and self.asked is not None:
            return (self.asked,)
        ranked = self._named(slot)
        best = max((*ranked[:1], *self._words(slot)), key=lambda h: h.likely, default=None)
        if best is None or best.likely <= FAIR:
            return ()
        least = max(SURE, best.likely * BESIDE)
        beside = (h for h in ranked if h.likely > least and h.sentence is best.sentence and _listed(best, h))
        return (best, *(h for h in beside if h is not best))

    def others(self) -> tuple[Filler, ...]:
        """Who may be the actor instead of those that fill the slot, likeliest first."""
        taken = {(f.sentence.index, f.head) for f in self.fillers()}
        ranked = sorted((*self._named("actor")[:_NAMED], *self._words("actor")), key=lambda f: -f.likely)
        rest: dict[tuple[int, int], Filler] = {}
        for one in ranked:
            rest.setdefault((one.sentence.index, one.head), one)
        return tuple(f for at, f in rest.items() if at not in taken and f.likely > POSSIBLE)[:OTHERS]

    def _named(self, slot: str) -> list[Filler]:
        """The names and groups that may fill a slot, likeliest first."""
        return [Filler(s, score, head_of(s, m.first, m.last), m) for score, s, m in self.mentions(slot)]

    def _words(self, slot: str) -> list[Filler]:
        """The runs of words that fill a slot and are no mention."""
        return [run for s in self.sentences for run in self._unnamed(slot, s)]

    def _unnamed(self, slot: str, sentence: Sentence) -> Iterator[Filler]:
        """Runs of words that fill the slot and are no mention."""
        for score, first, last in self._runs(slot, sentence.index):
            if not any(m.first < last and first < m.last for m in sentence.mentions):
                yield Filler(sentence, score, head_of(sentence, first, last))

    def operation(self, scene: Scene, at: int) -> str | None:
        """The operation meant: the one pointed at, else the nearest named, else that in focus."""
        ranked = self.mentions("operation", MentionKind.OPERATION)
        if ranked and ranked[0][0] > SURE:
            return ranked[0][2].value
        return operation_near(scene, at)

    def time(self, proposal: Proposal) -> tuple[Sentence, WhenMention] | None:
        """The time expression pointed at, with its sentence; none that stands with another number."""
        found = [
            (self.score("when", s.index, t.first, t.last), s, t)
            for s in self.sentences
            for t in s.times
            if t.when.edtf and not (s is proposal.sentence and _of_another(proposal, t))
        ]
        best = max(found, key=lambda f: f[0], default=None)
        return best[1:] if best is not None and best[0] > FAIRLY_SURE else None

    def written(self, slot: str, sentence: Sentence) -> str | None:
        """The words of a sentence that fill a slot, as written; None if no run of words does."""
        found = max(self._runs(slot, sentence.index), default=None)
        if found is None:
            return None
        _, first, last = found
        while first < last - 1 and slot in _NOUNS and _opens(sentence.tokens[first]):
            first += 1
        while first < last - 1 and slot in _NOUNS and sentence.tokens[last - 1].lower in _ENDS:
            last -= 1
        return sentence.words(first, last, self.document.text)

    def _runs(self, slot: str, sentence: int) -> Iterator[tuple[float, int, int]]:
        run: list[tuple[int, float]] = []
        for n in self.excerpt.of(sentence):
            word, likely = self.excerpt.words[n], float(self.likely[n, _AT[slot]])
            if likely > FAIRLY_SURE:
                if run and word.token != run[-1][0] + 1:
                    yield _run(run)
                    run = []
                run.append((word.token, likely))
        if run:
            yield _run(run)


def _run(run: list[tuple[int, float]]) -> tuple[float, int, int]:
    return sum(p for _, p in run) / len(run), run[0][0], run[-1][0] + 1


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """The noun that words name: their own head, or the one they tell the nation of ("French" in "French soldiers")."""
    inside = range(first, last)
    heads = [i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i]
    at = heads[-1] if heads else last - 1
    return sentence.tokens[at].head if sentence.tokens[at].dep in _PART_OF_NOUN else at


def _listed(one: Filler, other: Filler) -> bool:
    """Whether two nouns of a sentence are members of one list, by the parse."""
    first, second = (_first_of_list(one.sentence, filler.head) for filler in (one, other))
    return first == second


def _first_of_list(sentence: Sentence, at: int) -> int:
    for _ in sentence.tokens:
        if sentence.tokens[at].dep not in ("conj", "appos"):
            break
        at = sentence.tokens[at].head
    return at


def _opens(token: Token) -> bool:
    return token.tag in ("DT", "PRP$") or token.lower in PLAIN


def _of_another(proposal: Proposal, time: WhenMention) -> bool:
    """Whether a time follows another number than the proposal's ("3,800 in May, and 4,500 now")."""
    if proposal.count is None:
        return False
    before = [count for count in proposal.sentence.counts if count.last <= time.first]
    return bool(before) and before[-1] != proposal.count
