"""Where a sentence says that people are hurt, held, lost or freed, and who they are.

The parse is read first (verbs with their objects or subjects, nouns of doing); where it yields no number, the words
right before or after the harm's word are ("three killed, five wounded").
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from muster.extract.casualty_victims import Victims, counted, victims_at
from muster.extract.evidence import Scene
from muster.extract.frames import Frame, lexicon
from muster.model.annotation import Clause, CountMention, MentionKind, Token

OUTCOMES = ("killed", "wounded", "missing", "held", "freed")
_ALLOWED = (
    ("outcome", OUTCOMES),
    ("who", ("object", "subject", "of", "lives")),
    ("people", ("any", "named")),
    ("means", ()),
)
_REACH = 15
_BETWEEN = frozenset(
    "be been being is are was were have has had still also already reported reportedly feared confirmed believed presumed found left listed "
    "badly seriously severely slightly lightly critically gravely fatally instantly later since now more others - who all said".split()
)  # fmt: skip
_JOINTS = frozenset({"and", ",", "&", "plus", "as", "well", "or"})


@dataclass(frozen=True, slots=True)
class Harm:
    """A word that says what befell people (token `at`), the clause it is read in, and its victims."""

    at: int
    clause: Clause
    outcome: str
    victims: tuple[Victims, ...]
    means: str | None = None
    rule: str = "verb"
    people: str = "any"

    @property
    def needs_group(self) -> bool:
        """Whether the word does not say by itself that its victims are people, and no group of persons is named."""
        return self.people == "named" and not any(who.group for who in self.victims)

    @property
    def start(self) -> int:
        """Its first word or its victims', whichever comes first."""
        return min([self.at, *(who.tokens[0] for who in self.victims)])


def harms_in(scene: Scene) -> tuple[Harm, ...]:
    """Every harm of the sentence that has victims, in order."""
    found = [*_of_clauses(scene), *_of_adjectives(scene)]
    known = (
        any(who.group for harm in found for who in harm.victims) or len({harm.at for harm in found if harm.victims}) > 1
    )
    kept = [harm for harm in found if harm.victims and (known or not harm.needs_group)]
    return tuple(sorted(kept, key=lambda harm: (harm.start, harm.at)))


@cache
def _completed() -> Mapping[str, tuple[Frame, ...]]:
    """The verb frames that need a second word, by their verb."""
    found: dict[str, tuple[Frame, ...]] = {}
    for frame in lexicon("casualty", _ALLOWED).frames.values():
        if frame.pos == "verb" and frame.particle is not None:
            found[frame.lemma] = (*found.get(frame.lemma, ()), frame)
    return found


def _of_clauses(scene: Scene) -> Iterator[Harm]:
    for clause in scene.sentence.clauses:
        frame = _noun_frame(clause) if clause.nominal else _verb_frame(scene, clause)
        if frame is None:
            continue
        who = _of_noun(scene, clause, frame) if clause.nominal else _of_verb(scene, clause, frame)
        rule = "noun" if clause.nominal else "verb"
        yield Harm(
            clause.predicate, clause, frame["outcome"], who, frame.get("means") or None, rule, frame.get("people")
        )


def _noun_frame(clause: Clause) -> Frame | None:
    return lexicon("casualty", _ALLOWED).frames.get((clause.lemma, None, "noun"))


def _verb_frame(scene: Scene, clause: Clause) -> Frame | None:
    """The frame of a verb: with the second word that stands after it, if there is one, else of the verb alone."""
    follow = _following(scene, clause.predicate)
    for frame in _completed().get(clause.lemma, ()):
        if frame.particle in follow or frame.particle == clause.particle:
            return frame
    return lexicon("casualty", _ALLOWED).frames.get((clause.lemma, None, "verb"))


def _following(scene: Scene, at: int) -> set[str]:
    """The words after a verb up to the end of its clause, as lemmas and as written; what stands in dashes is passed over."""
    words: set[str] = set()
    aside = False
    for token in scene.sentence.tokens[at + 1 : at + 1 + _REACH]:
        if token.text in ("—", "–", "--", "(", ")"):
            aside = not aside
        elif not aside and _ends_clause(token, at):
            break
        elif not aside:
            words |= {token.lower, token.lemma.lower()}
    return words


def _ends_clause(token: Token, verb: int) -> bool:
    finite = token.tag in ("VBD", "VBZ", "VBP") and token.head != verb and token.dep != "conj"
    return token.text in (";", ",", ".") or finite


def _of_verb(scene: Scene, clause: Clause, frame: Frame) -> tuple[Victims, ...]:
    anyone = frame.get("people") == "any"
    if frame["who"] == "lives":
        return tuple(_of_lives(scene, clause))
    heads = _heads(scene, clause, frame)
    found = tuple(dict.fromkeys(who for i in heads for who in victims_at(scene, i, anyone=anyone)))
    if not found and frame["who"] == "subject":
        found = tuple(who for i in clause.patients for who in victims_at(scene, i, anyone=anyone))
    found = _unparted(scene, clause.predicate, found)
    if not found or not any(who.count for who in found):
        found = _beside(scene, clause, frame) or found
    return (
        tuple(_of_loser(scene, clause, who) for who in found)
        if frame.lemma == "lose" and frame["who"] == "object"
        else found
    )


def _unparted(scene: Scene, at: int, found: tuple[Victims, ...]) -> tuple[Victims, ...]:
    """The victims without those that a dash or bracket closes off from the word while others stand beside it."""
    closed = [t.i for t in scene.sentence.tokens[:at] if t.text in (")", "—", "–", "--")]
    if not closed:
        return found
    near = tuple(who for who in found if who.tokens[0] > closed[-1])
    return near or found


def _heads(scene: Scene, clause: Clause, frame: Frame) -> tuple[int, ...]:
    """The words where the victims stand. A headline's participle ("Two soldiers killed, …") is parsed as a finite verb."""
    if frame["who"] == "subject":
        return clause.agents or clause.patients
    if clause.patients or clause.passive:
        return clause.patients
    return clause.agents if scene.sentence.tokens[clause.predicate].tag in ("VBN", "VBD") else ()


def _beside(scene: Scene, clause: Clause, frame: Frame) -> tuple[Victims, ...]:
    """The counted people right before a passive or intransitive verb, or right after an active one."""
    anyone = frame.get("people") == "any"
    tag = scene.sentence.tokens[clause.predicate].tag
    if frame["who"] == "subject" or (tag in ("VBN", "VBD") and not clause.patients):
        found = before(scene, clause.predicate, anyone=anyone)
        if found:
            return found
    return after(scene, clause.predicate, anyone=anyone) if frame["who"] == "object" else ()


def before(scene: Scene, at: int, *, anyone: bool) -> tuple[Victims, ...]:
    """The counted people whose phrase ends right before word `at`, auxiliaries and adverbs aside, with those joined to them."""
    tokens = scene.sentence.tokens
    end = at - 1
    while end >= 0 and (tokens[end].lower in _BETWEEN or tokens[end].pos in ("AUX", "ADV")) and at - end <= 5:
        end -= 1
    found: list[Victims] = []
    while end >= 0 and (count := _ending(scene, end)) is not None:
        who = counted(scene, count, anyone=anyone)
        if who is None:
            break
        found.append(who)
        end = count.first - 1
        if end < 0 or tokens[end].lower not in _JOINTS:
            break
        while end >= 0 and tokens[end].lower in _JOINTS:
            end -= 1
    return tuple(reversed(found))


def after(scene: Scene, at: int, *, anyone: bool) -> tuple[Victims, ...]:
    """The counted people whose phrase begins right after word `at`, with those joined to them."""
    tokens = scene.sentence.tokens
    found: list[Victims] = []
    start = at + 1
    while start < len(tokens):
        while start < len(tokens) and (
            tokens[start].pos == "ADV" or tokens[start].lower in ("all", "the", "both", "its")
        ):
            start += 1
        count = next((c for c in scene.sentence.counts if c.first == start), None)
        who = counted(scene, count, anyone=anyone) if count is not None else None
        if who is None or _claimed_by_next(tokens, who.tokens[-1] + 1):
            break
        found.append(who)
        start = who.tokens[-1] + 1
        if start >= len(tokens) or tokens[start].lower not in _JOINTS:
            break
        while start < len(tokens) and tokens[start].lower in _JOINTS:
            start += 1
    return tuple(found)


def _claimed_by_next(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word of harm follows ("… and two wounded"): the people before it are its own."""
    return at < len(tokens) and is_harm_word(tokens[at]) and tokens[at].tag in ("VBN", "VBD", "JJ")


def is_harm_word(token: Token) -> bool:
    """Whether the word can say by itself what befell those it stands with ("dead", "wounded", "missing")."""
    frames = lexicon("casualty", _ALLOWED).frames
    return (token.lower, None, "adjective") in frames


def outcome_of(token: Token) -> str:
    """What a word of harm says befell them ("lost" and "death" are killed)."""
    frames = lexicon("casualty", _ALLOWED).frames
    keys = ((token.lower, None, "adjective"), (token.lemma.lower(), None, "noun"), (token.lemma.lower(), None, "verb"))
    return next(frames[key]["outcome"] for key in keys if key in frames)


def _ending(scene: Scene, at: int) -> CountMention | None:
    return next(
        (c for c in reversed(scene.sentence.counts) if c.noun == at or (c.noun is None and c.last - 1 == at)),
        None,
    )


def _of_lives(scene: Scene, clause: Clause) -> Iterator[Victims]:
    """ "claimed the lives of three soldiers", "claimed three lives", "cost five Nepalese their lives"."""
    tokens = scene.sentence.tokens
    life = next((t.i for t in tokens[clause.predicate + 1 : clause.predicate + 12] if t.lemma.lower() == "life"), None)
    if life is None:
        return
    own = next((c for c in scene.sentence.counts if c.noun == life), None)
    if own is not None:
        group = _attributive(scene, life)
        yield Victims(group or "people", own.count, tuple(range(own.first, life + 1)))
    nominal = scene.sentence.clause_at(life)
    owners = (*nominal.patients, *nominal.agents) if nominal else ()
    for i in (*owners, *(p for p in clause.patients if p != life)):
        yield from victims_at(scene, i, anyone=True)


def _attributive(scene: Scene, noun: int) -> str | None:
    """The group told before a noun of harm: "civilian deaths", "12 Irish fatalities"."""
    for c in scene.sentence.children_of(noun):
        if scene.sentence.tokens[c].lemma.lower() == "civilian":
            return "civilians"
        mention = scene.sentence.mention_at(c, MentionKind.COUNTRY)
        if mention is not None and c < noun:
            return mention.value
        if scene.sentence.tokens[c].lemma.lower() == "peacekeeper":
            return "peacekeepers"
    return None


def _of_loser(scene: Scene, clause: Clause, who: Victims) -> Victims:
    """Those whom a country or a mission loses are its own, unless they have a nationality."""
    if who.group is not None and len(who.group) == 2 and who.group.isupper():
        return who
    for i in clause.agents:
        mention = scene.sentence.mention_at(i, MentionKind.COUNTRY, MentionKind.OPERATION)
        if mention is not None and who.sort in ("soldiers", "peacekeepers", "police", "observers", "", "units"):
            group = mention.value if mention.kind is MentionKind.COUNTRY else "peacekeepers"
            return Victims(group, who.count, who.tokens, who.sort)
    return who


def _of_noun(scene: Scene, clause: Clause, frame: Frame) -> tuple[Victims, ...]:
    """ "the death of two soldiers", "22 deaths", "the abduction of 21 Filipinos"."""
    own = next((c for c in scene.sentence.counts if c.noun == clause.predicate), None)
    if own is not None and frame.get("people") == "any":
        group = _attributive(scene, clause.predicate)
        return (Victims(group, own.count, tuple(range(own.first, clause.predicate + 1))),)
    owners = tuple(i for i in clause.agents if i < clause.predicate)
    heads = clause.patients or owners
    return tuple(who for i in heads for who in victims_at(scene, i, anyone=frame.get("people") == "any"))


def _of_adjectives(scene: Scene) -> Iterator[Harm]:
    frames = lexicon("casualty", _ALLOWED).frames
    for token in scene.sentence.tokens:
        frame = frames.get((token.lower, None, "adjective"))
        if frame is None:
            continue
        clause = _clause_about(scene, token.i)
        if not _is_state(scene, token, clause):
            continue
        victims = _of_state(scene, token, anyone=frame.get("people") == "any")
        yield Harm(token.i, clause, frame["outcome"], victims, rule="adjective", people=frame.get("people"))


def _is_state(scene: Scene, token: Token, clause: Clause) -> bool:
    """Whether the word tells a state: not an active verb with an object of its own."""
    if token.pos != "VERB":
        return True
    return (token.tag == "VBN" and (clause.passive or not clause.patients)) or not clause.patients


def _of_state(scene: Scene, token: Token, *, anyone: bool) -> tuple[Victims, ...]:
    """ "14 wounded", "31 dead", "two Australians wounded", "45 kidnapped peacekeepers", "among the injured were 61"."""
    attributed = [
        c for c in scene.sentence.counts if c.noun is not None and c.noun == token.head and c.last <= token.i < c.noun
    ]
    if attributed and token.dep == "amod":
        who = counted(scene, attributed[0], anyone=anyone)
        return (who,) if who else ()
    return before(scene, token.i, anyone=anyone) or _among(scene, token, anyone=anyone)


def _among(scene: Scene, token: Token, *, anyone: bool) -> tuple[Victims, ...]:
    """ "Among the dead were two Swedes", "the injured include a monitor": the people after the verb."""
    tokens = scene.sentence.tokens
    at = token.i + 1
    if token.i == 0 or tokens[token.i - 1].lower != "the":
        return ()
    if token.i > 2 and tokens[token.i - 2].lower == "among" and tokens[token.i - 3].lemma == "be":
        return before(scene, token.i - 3, anyone=anyone)
    if at >= len(tokens):
        return ()
    if tokens[at].lemma not in ("be", "include", "number"):
        return ()
    return after(scene, at, anyone=anyone)


def _clause_about(scene: Scene, i: int) -> Clause:
    """The clause that a word of state belongs to: its own, else that of the verb above it."""
    for at in (i, *scene.sentence.ancestors(i)):
        clause = scene.sentence.clause_at(at)
        if clause is not None:
            return clause
    return Clause(predicate=i, lemma=scene.sentence.tokens[i].lemma, particle=None)
