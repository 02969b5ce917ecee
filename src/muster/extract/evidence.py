"""What a claim leans on: its words, its time, its place, its source, its operation."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from muster.extract.invention import invented_segments
from muster.model.annotation import AnnotatedDocument, Clause, Mention, MentionKind, Sentence, WhenMention
from muster.model.claim import Casualty, Claim, Fact, Incident, Mandate, Statement, Status
from muster.model.span import Span
from muster.model.when import When, extent_of

NAMED = (MentionKind.PERSON, MentionKind.OPERATION, MentionKind.ORGANISATION, MentionKind.COUNTRY)
# What is told of these, unless planned or feared, has been.
_COME_ABOUT = (Casualty, Incident, Statement)
_COMPARING = frozenset({"against", "than", "compared", "versus", "unlike"})
SAYING = frozenset({"say", "tell", "announce", "report", "state", "add", "confirm", "declare"})
PLACING = frozenset(
    (
        "in at near outside around on along inside across throughout between off by to towards toward into from over "
        "within beyond beside behind"
    ).split()
) | {"north of", "south of", "east of", "west of", "close to"}
# Prepositions that only say "where" are left out of a place as written; those that say more stay with it.
PLAIN = frozenset({"in", "at", "to", "into", "from", "within", "by", "inside", "off", "over", "of", "on"})
# Words for people and bodies that a proper name can end in, and words for places that say not where.
_NO_SITES = frozenset(
    (
        "person people individual service committee commission council agency fund programme union party organization "
        "organisation government army corps team group minority returnee refugee"
    ).split()
)
_SOMEWHERE = frozenset(
    "area place part region site location scene spot municipality position zone country world territory".split()
)
# Where a place as written ends: what follows a comma or tells by whom or with what is no part of it.
_PLACE_ENDS = frozenset({",", "(", ";", ":", "by", "with", "after", "when", "where", "while", "who", "that", "which"})
_POINTING = frozenset("such other new several many some certain different various own".split())
_ABOUT = frozenset({"on", "into", "about"})
_LOOK_BACK = 4
# Bodies that sit in a building of their own.
_HOUSED = frozenset({"institutions", "offices", "missions", "units"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence in its document: where an extractor stands."""

    document: AnnotatedDocument
    sentence: Sentence

    @property
    def focus(self) -> str | None:
        """The operation that is meant here where none is named."""
        return self.document.focus[self.sentence.index]

    def span(self, tokens: Iterable[int]) -> Span:
        """The stretch of the document from the first of these words to the last."""
        at = sorted(tokens)
        return Span.of(self.document.text, self.sentence.tokens[at[0]].start, self.sentence.tokens[at[-1]].end)

    def words(self, first: int, last: int) -> str:
        """The document's own words for tokens `first` up to `last`."""
        return self.sentence.words(first, last, self.document.text)

    def phrase(self, i: int, *, of: bool = True) -> str:
        """The noun phrase headed by word `i`, as written, without its article."""
        first, last = self.sentence.phrase(i, of=of)
        while first < i and self.sentence.tokens[first].dep in ("det", "predet"):
            first += 1
        return self.words(first, last)


def scenes(document: AnnotatedDocument) -> Iterator[Scene]:
    """Every sentence of the document that tells of the world, not of a story or an exercise's scenario."""
    invented = invented_segments(document)
    return (Scene(document, s) for s in document.sentences if s.segment not in invented)


def scenes_before(scene: Scene) -> Iterator[Scene]:
    """The sentences before in the same paragraph, the nearest first."""
    for index in range(scene.sentence.index - 1, max(-1, scene.sentence.index - 1 - _LOOK_BACK), -1):
        sentence = scene.document.sentences[index]
        if sentence.segment != scene.sentence.segment:
            return
        yield Scene(scene.document, sentence)


def actors_at(scene: Scene, i: int) -> tuple[Mention, ...]:
    """Who or what the noun at `i` is: groups (one per nationality), or a name; empty if it is neither."""
    return scene.sentence.groups_at(i) or scene.sentence.mentions_at(i, *NAMED)[:1]


def actor_names(scene: Scene, i: int) -> tuple[str, ...]:
    """What claims call the actor at `i`: codes and names where known, else the words as written."""
    found = actors_at(scene, i)
    if found:
        return tuple(dict.fromkeys(mention.value for mention in found))
    token = scene.sentence.tokens[i]
    return () if token.pos == "PRON" else (scene.phrase(i, of=False),)


def time_of(scene: Scene, clause: Clause) -> When | None:
    """The time that belongs to a clause: that inside an event's own words where others are joined to it, its own,
    its main clause's unless that only reports, or that of the event a relative clause tells more of."""
    mention = _time_inside(scene.sentence, clause) or _time_mention(scene.sentence, clause.predicate)
    since = _since_when(scene.sentence, clause.predicate)
    if since is not None and (mention is None or _verb_of(scene.sentence, mention) != clause.predicate):
        return since
    if mention and mention.when.edtf:
        return mention.when
    event = antecedent(scene, clause)
    return time_of(scene, event) if event is not None else None


def time_unread(scene: Scene, clause: Clause) -> When | None:
    """The words of a clause's own time that nothing fixes ("on Sunday" on an undated page); None if there are none.

    They date nothing; what other pages tell may.
    """
    mention = _time_mention(scene.sentence, clause.predicate)
    return mention.when if mention and mention.when.edtf is None else None


def antecedent(scene: Scene, clause: Clause) -> Clause | None:
    """The event that a relative clause tells more of ("the ambush in which five died")."""
    token = scene.sentence.tokens[clause.predicate]
    return scene.sentence.clause_at(token.head) if token.dep == "relcl" else None


def _time_inside(sentence: Sentence, clause: Clause) -> WhenMention | None:
    """The time in an event noun's own phrase where other events are joined to it ("the blast of 12 April and …")."""
    joined = [c for c in sentence.children_of(clause.predicate) if sentence.tokens[c].dep == "conj"]
    if not clause.nominal or not joined:
        return None
    other = {i for c in joined for i in sentence.subtree(c)}
    own = set(sentence.subtree(clause.predicate)) - other
    return next((m for m in sentence.times if m.when.edtf and m.first in own), None)


def own_times(scene: Scene, i: int) -> list[WhenMention]:
    """The times of the sentence that can be word `i`'s: not one of something it is compared with further on ("has
    4,500 soldiers, against almost 3,800 in May")."""
    tokens = scene.sentence.tokens
    return [
        t
        for t in scene.sentence.times
        if t.when.edtf is not None
        and not any(word.lower in _COMPARING for word in tokens[i + 1 : t.first])
        and not describes_another(scene.sentence, t, i)
    ]


def describes_another(sentence: Sentence, mention: WhenMention, i: int) -> bool:
    """Whether a time only tells more of a noun that word `i` is no part of: what had been before ("attacked villages
    that had been left in 1999"). What goes on meanwhile dates both ("soldiers who were patrolling on Sunday")."""
    path = (mention.first, *sentence.ancestors(mention.first))
    at = next((at for at in path if sentence.tokens[at].dep == "relcl"), None)
    if at is None or i in sentence.subtree(sentence.tokens[at].head):
        return False
    return any(sentence.tokens[k].lower == "had" and sentence.tokens[k].dep == "aux" for k in sentence.children_of(at))


def is_of_saying(scene: Scene, mention: WhenMention) -> bool:
    """Whether a time is that of a verb of saying ("said on Tuesday")."""
    tokens = scene.sentence.tokens
    above = next((at for at in scene.sentence.ancestors(mention.first) if tokens[at].pos in ("VERB", "AUX")), None)
    return above is not None and tokens[above].lemma in SAYING


def _time_mention(sentence: Sentence, predicate: int) -> WhenMention | None:
    by_verb: dict[int, WhenMention] = {}
    for mention in sentence.times:
        by_verb.setdefault(_verb_above(sentence, mention.first, mention.last, predicate), mention)
    if predicate in by_verb:
        return by_verb[predicate]
    for at in sentence.ancestors(predicate):
        if sentence.tokens[at].lemma in SAYING:
            return None
        if at in by_verb:
            return by_verb[at]
    return None


def _verb_of(sentence: Sentence, mention: WhenMention) -> int:
    return _verb_above(sentence, mention.first, mention.last, mention.first)


def _since_when(sentence: Sentence, predicate: int) -> When | None:
    """From the day of what is told with "since": "has led it since the mission opened in May"."""
    tokens = sentence.tokens
    for c in sentence.children_of(predicate):
        if tokens[c].dep != "advcl" or not any(tokens[d].lower == "since" for d in sentence.children_of(c)):
            continue
        told = (m for m in sentence.times if m.bare and m.first in sentence.subtree(c))
        first = next(told, None)
        if first is not None and first.bare is not None:
            start = first.bare.partition("/")[0]
            return replace(first.when, edtf=f"{start}/..")
    return None


def _verb_above(sentence: Sentence, first: int, last: int, predicate: int) -> int:
    """The predicate a time expression hangs on: the nearest verb above it, or the noun asked about."""
    top = next((i for i in range(first, last) if not first <= sentence.tokens[i].head < last), first)
    for at in sentence.ancestors(top):
        if at == predicate or (sentence.tokens[at].pos in ("VERB", "AUX") and not _is_about(sentence, at)):
            return at
    return top


def _is_about(sentence: Sentence, i: int) -> bool:
    """Whether a participle only says what something is about or comes to, and has no time ("signed a protocol on
    sharing power on 8 October", "came into being in May")."""
    token = sentence.tokens[i]
    return token.tag == "VBG" and token.dep in ("pcomp", "pobj") and sentence.tokens[token.head].lower in _ABOUT


def place_of(scene: Scene, clause: Clause, *prepositions: str) -> str | None:
    """The place a clause names after these prepositions (after any of place, if none is given), as written, with a
    preposition that says more than "in"."""
    wanted = prepositions or PLACING
    for word, at in clause.obliques:
        if word in wanted and is_site(scene, at):
            return place_written(scene, word, at)
    return None


def is_place(scene: Scene, i: int) -> bool:
    """Whether word `i` names a place: a proper name that is no person, body or time, or a noun of place."""
    token = scene.sentence.tokens[i]
    if any(time.first <= i < time.last for time in scene.sentence.times):
        return False
    if scene.sentence.mention_at(i, MentionKind.PERSON, MentionKind.OPERATION, MentionKind.ORGANISATION):
        return False
    if scene.sentence.mention_at(i, MentionKind.COUNTRY):
        return True
    if token.pos == "PROPN" or token.entity in ("GPE", "LOC", "FAC"):
        return True
    return any(mention.last - 1 == i for mention in scene.sentence.mentions_at(i, MentionKind.PLACE))


def is_site(scene: Scene, i: int) -> bool:
    """Whether word `i` names where something was: a place that is no people and not merely "such areas"."""
    return is_place(scene, i) and not _is_people(scene, i) and not _is_vague(scene, i)


def _is_people(scene: Scene, i: int) -> bool:
    country = scene.sentence.mention_at(i, MentionKind.COUNTRY)
    token = scene.sentence.tokens[i]
    if token.lemma.lower() in _NO_SITES or (country and country.form in ("demonym", "force", "adjective")):
        return True
    return any(group.form not in _HOUSED for group in scene.sentence.groups_at(i))


def _is_vague(scene: Scene, i: int) -> bool:
    """ "Such areas", "the same place": a word for a place that says not where."""
    tokens = scene.sentence.tokens
    if tokens[i].lemma.lower() not in _SOMEWHERE:
        return False
    first, last = scene.sentence.phrase(i)
    others = (tokens[k] for k in range(first, last) if k != i)
    return all(t.pos in ("DET", "PRON", "ADP", "NUM") or t.lower in _POINTING for t in others)


def place_written(scene: Scene, word: str, at: int) -> str:
    """The place at word `at` with a preposition before it that says more than "in"."""
    first, last = scene.sentence.phrase(at, of=True)
    while first < at and scene.sentence.tokens[first].dep in ("det", "predet"):
        first += 1
    ends = (
        t.i for t in scene.sentence.tokens[first + 1 : last] if t.lower in _PLACE_ENDS and (t.i > at or t.text == "(")
    )
    phrase = scene.words(first, next(ends, last))
    bare = word.rsplit(maxsplit=1)[-1] in PLAIN and not word.endswith(" of")
    return phrase if bare else f"{word} {phrase}"


def source_of(scene: Scene, i: int) -> str | None:
    """Who is cited for word `i`, as written; None where the document itself speaks."""
    token = scene.sentence.tokens[i]
    covering = [c for c in scene.document.citations if c.start <= token.start < c.end]
    return min(covering, key=lambda c: c.end - c.start).source if covering else None


def operation_near(scene: Scene, i: int) -> str | None:
    """The operation a clause at word `i` belongs to: the nearest the sentence names, else the one in focus."""
    named = [m for m in scene.sentence.mentions if m.kind is MentionKind.OPERATION]
    return min(named, key=lambda m: abs(m.first - i)).value if named else scene.focus


@dataclass(frozen=True, slots=True)
class Ground:
    """The circumstances of a fact: filled by the extractor, turned into a claim by `claim`."""

    scene: Scene
    predicate: int
    tokens: tuple[int, ...]
    operation: str | None = None
    status: Status = Status.ACTUAL
    when: When | None = None
    place: str | None = None


def claim(ground: Ground, fact: Fact, rule: str) -> Claim:
    """The claim that a fact on this ground is; `rule` names what made it."""
    return Claim(
        document=ground.scene.document.document.id,
        fact=fact,
        spans=(ground.scene.span((ground.predicate, *ground.tokens)),),
        operation=ground.operation,
        status=ground.status,
        when=_no_later(ground, fact),
        source=source_of(ground.scene, ground.predicate),
        place=ground.place,
        rule=rule,
    )


def _no_later(ground: Ground, fact: Fact) -> When | None:
    """The time of a claim; none where it begins after publication and yet is told as having come about.

    In the present ("the battalion takes over on Friday") the day is told, and what is still to come is the deed.
    """
    when, published = ground.when, ground.scene.document.document.published
    if when is None or when.edtf is None or published is None or ground.status is not Status.ACTUAL:
        return when
    clause = ground.scene.sentence.clause_at(ground.predicate)
    if not isinstance(fact, _COME_ABOUT) and (clause is None or clause.tense != "past" or isinstance(fact, Mandate)):
        return when
    begins = extent_of(when.edtf)
    late = begins.earliest is not None and not begins.yearless and begins.earliest > date.fromisoformat(published[:10])
    return None if late else when


def extent(scene: Scene, *heads: int) -> tuple[int, ...]:
    """The words of the phrases headed by these words: the short stretch that carries a claim."""
    found: set[int] = set()
    for head in heads:
        first, last = scene.sentence.phrase(head)
        found.update(range(first, last))
    return tuple(sorted(found))
