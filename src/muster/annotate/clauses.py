"""Predicates and their arguments, whatever form the sentence gives them.

Active, passive, relative, participial, infinitival and nominal clauses come out alike: who does it, to what,
with which prepositions. Labels are ClearNLP's, as spaCy's English pipelines use them.
"""

from collections.abc import Iterator, Sequence

from muster.annotate.status import Children, status_of, tense_of
from muster.model.annotation import Clause, Token

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_PARTICLES = frozenset(
    {"out", "in", "back", "home", "away", "down", "up", "off", "ashore", "over", "on", "through", "together", "aside"}
)


def find_clauses(tokens: Sequence[Token], children: Children) -> tuple[Clause, ...]:
    """Every predicate of the sentence as a clause, in order: verbs first-hand, nouns with what hangs on them."""
    syntax = _Syntax(tokens, children)
    return tuple(
        syntax.verbal(token.i)
        if token.pos in ("VERB", "AUX") or syntax.has_subject(token.i)
        else syntax.nominal(token.i)
        for token in tokens
        if token.pos in ("VERB", "NOUN") or (token.pos == "AUX" and token.dep not in ("aux", "auxpass"))
    )


class _Syntax:
    """A sentence's words and their dependents, asked for arguments."""

    __slots__ = ("children", "tokens")

    def __init__(self, tokens: Sequence[Token], children: Children) -> None:
        self.tokens = tokens
        self.children = children

    def has_subject(self, i: int) -> bool:
        """A verb that the tagger takes for a plural noun ("The Secretary-General thanks the troop contributors")."""
        return self.tokens[i].tag == "NNS" and any(c < i for c in self._of(i, "nsubj"))

    def verbal(self, i: int) -> Clause:
        passive = self._is_passive(i)
        surface = tuple(dict.fromkeys(self._surface(i, 0))) or self._adjacent(i) or self._behind_opening(i)
        by = tuple(at for c in self._of(i, "agent") for at in self._objects(c))
        objects = tuple(at for c in self._of(i, "dobj", "dative", "attr", "oprd") for at in self._chain(c))
        objects = tuple(at for at in objects if self.tokens[at].lower not in _RELATIVES) + self._gap(i, objects)
        return Clause(
            predicate=i,
            lemma=self.tokens[i].lemma.lower(),
            particle=self._particle(i),
            agents=by if passive else surface,
            patients=(*surface, *objects) if passive else objects,
            obliques=tuple(self._obliques(i)),
            passive=passive,
            status=status_of(self.tokens, self.children, i),
            tense=tense_of(self.tokens, self.children, i),
        )

    def nominal(self, i: int) -> Clause:
        obliques = tuple(self._obliques(i))
        by = tuple(at for word, at in obliques if word == "by")
        owners = tuple(at for c in self._of(i, "poss") for at in self._chain(c))
        return Clause(
            predicate=i,
            lemma=self.tokens[i].lemma.lower(),
            particle=None,
            agents=(*owners, *by),
            patients=tuple(at for word, at in obliques if word == "of"),
            obliques=obliques,
            nominal=True,
            status=status_of(self.tokens, self.children, i),
            tense="past",
        )

    def _of(self, i: int, *labels: str) -> list[int]:
        return [c for c in self.children[i] if self.tokens[c].dep in labels]

    def _chain(self, i: int) -> Iterator[int]:
        """A noun and those joined to it by "and" and commas."""
        yield i
        for c in self._of(i, "conj"):
            if self.tokens[c].pos not in ("VERB", "AUX"):
                yield from self._chain(c)

    def _objects(self, preposition: int) -> Iterator[int]:
        for c in self._of(preposition, "pobj", "pcomp"):
            yield from self._chain(c)

    def _obliques(self, i: int) -> Iterator[tuple[str, int]]:
        for c in self._of(i, "prep", "dative", "agent"):
            yield from self._prepositional(c, self.tokens[c].lower)
        for c in self._of(i, "prt", "advmod"):
            if self.tokens[c].lower in _PARTICLES:
                for d in self._of(c, "prep"):
                    yield from self._prepositional(d, f"{self.tokens[c].lower} {self.tokens[d].lower}")

    def _prepositional(self, at: int, word: str) -> Iterator[tuple[str, int]]:
        for found in self._objects(at):
            yield word, found
        for c in self._of(at, "prep"):
            yield from self._prepositional(c, f"{word} {self.tokens[c].lower}")
        for c in self._of(at, "conj"):
            if self.tokens[c].pos == "ADP":
                yield from self._prepositional(c, self.tokens[c].lower)

    def _particle(self, i: int) -> str | None:
        loose = (
            c for c in self._of(i, "prt", "advmod", "prep") if self.tokens[c].dep != "prep" or not self.children[c]
        )
        return next((self.tokens[c].lower for c in loose if self.tokens[c].lower in _PARTICLES), None)

    def _is_passive(self, i: int) -> bool:
        if self._of(i, "auxpass", "nsubjpass"):
            return True
        token = self.tokens[i]
        if token.tag == "VBN" and token.dep in ("acl", "amod", "relcl", "advcl") and not self._of(i, "aux", "nsubj"):
            return True
        if token.tag == "VBN" and token.dep == "conj" and not self._of(i, "aux", *_SUBJECTS):
            return self._is_passive(token.head)
        # A headline drops the auxiliary: "Two soldiers killed in ambush".
        return token.tag == "VBN" and token.dep == "ROOT" and not self._of(i, "aux", "dobj")

    def _surface(self, i: int, depth: int) -> Iterator[int]:
        """The grammatical subject, looked for where the clause leaves it out."""
        own = self._of(i, *_SUBJECTS)
        for c in own:
            if self.tokens[c].lower in _RELATIVES and self.tokens[i].dep in ("relcl", "acl"):
                yield from self._antecedents(i)
            else:
                yield from self._chain(c)
        if own or depth > 6 or self.tokens[i].head == i:
            return
        yield from self._inherited(i, depth + 1)

    def _adjacent(self, i: int) -> tuple[int, ...]:
        """The noun right before a finite verb that the parser left without a subject ("as Egypt and Israel signed")."""
        if self.tokens[i].tag not in ("VBD", "VBZ", "VBP") or self._of(i, "auxpass"):
            return ()
        at = i - 1
        while at > 0 and self.tokens[at].pos in ("ADV", "AUX"):
            at -= 1
        before = self.tokens[at]
        if at < 0 or before.pos not in ("NOUN", "PROPN") or before.dep not in ("pobj", "conj", "dobj", "dep"):
            return ()
        while self.tokens[at].dep == "conj" and self.tokens[self.tokens[at].head].pos in ("NOUN", "PROPN"):
            at = self.tokens[at].head
        return tuple(self._chain(at))

    def _behind_opening(self, i: int) -> tuple[int, ...]:
        """The subject that the parser takes for an apposition to the phrase that opens the sentence ("At the request of
        Naples, a battalion will deploy"): a noun with an article of its own behind the comma."""
        if self.tokens[i].dep != "ROOT" or self.tokens[i].tag in ("VBG", "VBN") or not self._of(i, "prep"):
            return ()
        opening = self._of(i, "prep")[0]
        for token in self.tokens[opening + 1 : i]:
            articles = [c for c in self._of(token.i, "det") if c > 0 and self.tokens[c - 1].text == ","]
            if token.dep == "appos" and articles and self._is_below(token.i, opening):
                return tuple(self._chain(token.i))
        return ()

    def _is_below(self, i: int, top: int) -> bool:
        while self.tokens[i].head != i and i != top:
            i = self.tokens[i].head
        return i == top

    def _antecedents(self, i: int) -> Iterator[int]:
        """What a relative clause describes; of several a singular verb only the last
        ("Kosovo and Serbia, which has …")."""
        found = [at for at in self._chain(self.tokens[i].head) if at < i]
        singular = self.tokens[i].tag == "VBZ" or any(
            self.tokens[c].tag == "VBZ" for c in self._of(i, "aux", "auxpass")
        )
        yield from found[-1:] if singular else found

    def _inherited(self, i: int, depth: int) -> Iterator[int]:
        token = self.tokens[i]
        head = token.head
        if token.dep == "conj" and self.tokens[head].pos in ("VERB", "AUX"):
            yield from self._surface(head, depth)
        elif token.dep == "xcomp":
            controlled = self._of(head, "dobj", "nsubjpass")
            if controlled and self.tokens[head].lemma not in ("promise", "pledge"):
                yield from self._chain(controlled[0])
            else:
                yield from self._surface(head, depth)
        elif token.dep in ("advcl", "pcomp") and self.tokens[i].tag in ("VBG", "VBN", "VB"):
            yield from self._above(i, depth)
        elif token.dep in ("acl", "amod") or (token.dep == "relcl" and not self._of(i, *_SUBJECTS)):
            yield from self._noun_subject(i, depth)
        elif token.dep == "ccomp" and token.tag in ("VBG", "VB"):
            yield from self._surface(head, depth)

    def _above(self, i: int, depth: int) -> Iterator[int]:
        """The subject of the nearest verb above."""
        at = self.tokens[i].head
        while self.tokens[at].pos not in ("VERB", "AUX") and self.tokens[at].head != at:
            at = self.tokens[at].head
        if at != i:
            yield from self._surface(at, depth)

    def _noun_subject(self, i: int, depth: int) -> Iterator[int]:
        """A participle's or infinitive's subject: the noun it modifies, or the owner of a plan "to withdraw"."""
        noun = self.tokens[i].head
        infinitive = any(self.tokens[c].lower == "to" for c in self._of(i, "aux"))
        if not infinitive:
            yield noun
            return
        owners = self._of(noun, "poss")
        if owners:
            yield from self._chain(owners[0])
        else:
            yield from self._above(noun, depth)

    def _gap(self, i: int, objects: Sequence[int]) -> tuple[int, ...]:
        """The antecedent that a relative clause leaves its object to ("the 21 they took")."""
        token = self.tokens[i]
        if token.dep != "relcl" or objects:
            return ()
        subjects = self._of(i, *_SUBJECTS)
        if not subjects or self.tokens[subjects[0]].lower in _RELATIVES:
            return ()
        if any(self.tokens[c].lower == "whose" for c in self.children[subjects[0]]):
            return ()  # "Eswatini, whose 160 flew home": the relative word is in the subject
        return (token.head,)
