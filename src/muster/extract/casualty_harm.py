"""Where a sentence says that people are hurt, held, lost or freed, and who they are.

The parse is read first (verbs with their objects or subjects, nouns of doing); where it yields no number, the words
right before or after the harm's word are ("three killed, five wounded").
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from muster.extract.casualty_beside import after, before, joined_before
from muster.extract.casualty_frames import noun_frame, state_frame, verb_frame
from muster.extract.casualty_victims import NAMED, Victims, counted, victims_at
from muster.extract.evidence import Scene
from muster.extract.frames import Frame
from muster.extract.incident_lookalikes import is_event_held
from muster.gazetteer import operation
from muster.model.annotation import Clause, MentionKind, Token

# Verbs whose subject is those who have lost their own.
LOSING = frozenset({"lose", "mourn", "bury", "lament"})


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
        return self.people == "named" and not any(who.group or who.sort for who in self.victims)

    @property
    def is_of_told(self) -> bool:
        """Whether it is a harm that people spoken of before can come to, told of a bare number."""
        return self.outcome != "killed" and all(who.group is None and who.count is not None for who in self.victims)

    @property
    def start(self) -> int:
        """Its first word or its victims', whichever comes first."""
        return min([self.at, *(who.tokens[0] for who in self.victims)])


def harms_in(scene: Scene, *, told: bool) -> tuple[Harm, ...]:
    """Every harm of the sentence that has victims, in order; `told`: people hurt have been spoken of just before, so
    that a bare number can be of them ("four had been let go")."""
    found = [*_of_clauses(scene), *_of_adjectives(scene)]
    found += _of_captives(scene, {i for harm in found for who in harm.victims for i in who.tokens})
    known = (
        any(who.group for harm in found for who in harm.victims) or len({harm.at for harm in found if harm.victims}) > 1
    )
    kept = [harm for harm in found if harm.victims and (known or not harm.needs_group or (told and harm.is_of_told))]
    dead = {who.tokens for harm in kept if harm.outcome == "killed" for who in harm.victims}
    kept = [_living(harm, dead) if harm.outcome in ("wounded", "missing") else harm for harm in kept]
    return tuple(sorted(kept, key=lambda harm: (harm.start, harm.at)))


def _living(harm: Harm, dead: set[tuple[int, ...]]) -> Harm:
    """A harm without those of whom the sentence tells that they died of it ("was hit and died in hospital")."""
    return replace(harm, victims=tuple(who for who in harm.victims if who.tokens not in dead))


def _of_clauses(scene: Scene) -> Iterator[Harm]:
    for clause in scene.sentence.clauses:
        frame = noun_frame(clause) if clause.nominal else verb_frame(scene, clause)
        if frame is None or is_event_held(scene, clause):
            continue
        who = _of_noun(scene, clause, frame) if clause.nominal else _of_verb(scene, clause, frame)
        rule = "noun" if clause.nominal else "verb"
        yield Harm(
            clause.predicate, clause, frame["outcome"], who, frame.get("means") or None, rule, frame.get("people")
        )


def _of_verb(scene: Scene, clause: Clause, frame: Frame) -> tuple[Victims, ...]:
    anyone = frame.get("people") == "any"
    if frame["who"] == "lives":
        return tuple(_of_lives(scene, clause))
    found = _agreed(_beside(scene, clause, frame), _argued(scene, clause, frame, anyone=anyone))
    found = found or _opening(scene, clause)
    if frame["who"] == "subject" or frame["outcome"] in ("held", "freed", "missing"):
        found = tuple(who for who in found if who.sort != NAMED)
    if frame.lemma in LOSING and frame["who"] == "object":
        return tuple(_of_loser(scene, clause, who) for who in found)
    return found


def _opening(scene: Scene, clause: Clause) -> tuple[Victims, ...]:
    """The people a sentence opens with, for a passive that the parse leaves without any ("Nine men, dubbed …, were
    killed")."""
    if not clause.passive or clause.patients:
        return ()
    first = next((c for c in scene.sentence.counts if c.first <= 1 and c.noun is not None), None)
    who = counted(scene, first, anyone=False) if first is not None else None
    return (who,) if who is not None else ()


def _agreed(beside: tuple[Victims, ...], argued: tuple[Victims, ...]) -> tuple[Victims, ...]:
    """Both readings joined where they share people; else the nearer words, which a wrong parse does not touch."""
    words = {i for who in beside for i in who.tokens}
    if not beside or any(words.intersection(who.tokens) for who in argued):
        others = (who for who in beside if not any(set(who.tokens) & set(each.tokens) for each in argued))
        return (*argued, *others)
    return beside


def _argued(scene: Scene, clause: Clause, frame: Frame, *, anyone: bool) -> tuple[Victims, ...]:
    """The victims that the parse gives as the verb's arguments."""
    heads = tuple(each for i in _heads(scene, clause, frame) for each in (i, *_enumerated(scene, i)))
    found = tuple(dict.fromkeys(who for i in heads for who in victims_at(scene, i, anyone=anyone)))
    if not found and frame["who"] == "subject":
        others = clause.patients or (tuple(at for word, at in clause.obliques if word == "with"))
        found = tuple(who for i in others for who in victims_at(scene, i, anyone=anyone))
    found = _unparted(scene, clause.predicate, found)
    return (*(joined_before(scene, found[0]) if found else ()), *found)


def _enumerated(scene: Scene, head: int) -> tuple[int, ...]:
    """The further nouns of "65 officers, 58 guards and 61 soldiers", which are parsed as an apposition to the first."""
    tokens = scene.sentence.tokens
    apposed = [c for c in scene.sentence.children_of(head) if tokens[c].dep == "appos"]
    listed = [(c, *(d for d in scene.sentence.children_of(c) if tokens[d].dep == "conj")) for c in apposed]
    found = tuple(i for each in listed if len(each) > 1 for i in each)
    parts = sum(_number(scene, i) for i in found) <= _number(scene, head)  # "two men, a sergeant and a private"
    return () if parts or not _number(scene, head) else found


def _number(scene: Scene, noun: int) -> int:
    """How many a noun's own phrase says that it is; 0 where it does not say."""
    first, _ = scene.sentence.phrase(noun)
    own = (c.count.best or 0 for c in scene.sentence.counts if first <= c.first <= noun and not c.article)
    return next(own, 0)


def _unparted(scene: Scene, at: int, found: tuple[Victims, ...]) -> tuple[Victims, ...]:
    """The victims without those that a dash or bracket closes off from the word while others stand beside it."""
    closed = [t.i for t in scene.sentence.tokens[:at] if t.text in (")", "—", "–", "--")]
    if not closed:
        return found
    near = tuple(who for who in found if who.tokens[0] > closed[-1])
    return near or found


def _heads(scene: Scene, clause: Clause, frame: Frame) -> tuple[int, ...]:
    """Where the victims stand. A headline's participle ("Two soldiers killed, …") is parsed as a finite verb."""
    if frame["who"] == "subject":
        return clause.agents or clause.patients
    if clause.patients or (clause.passive and frame.particle != "go"):
        verb = scene.sentence.tokens[clause.predicate]
        whole = {verb.head} if verb.dep == "relcl" and len(clause.patients) > 1 else set()
        return tuple(i for i in clause.patients if i not in whole)
    if (shared := _shared_patients(scene, clause)) and scene.sentence.tokens[clause.predicate].tag in ("VBN", "VBD"):
        return shared
    if frame.particle == "go":
        going = scene.sentence.clause_at(clause.predicate + 1)
        return going.agents if going else ()
    return clause.agents if scene.sentence.tokens[clause.predicate].tag in ("VBN", "VBD") else ()


def _shared_patients(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """Those of the passive that a further participle is joined to: "were kidnapped and let go"."""
    verb = scene.sentence.tokens[clause.predicate]
    above = scene.sentence.clause_at(verb.head) if verb.dep in ("conj", "advcl", "xcomp") else None
    return above.patients if above is not None and above.passive and not clause.agents else ()


def _beside(scene: Scene, clause: Clause, frame: Frame) -> tuple[Victims, ...]:
    """The counted people right before a passive or intransitive verb, or right after one without an object."""
    anyone = frame.get("people") == "any"
    participle = scene.sentence.tokens[clause.predicate].tag in ("VBN", "VBD") and not _is_perfect(scene, clause)
    objects = any(victims_at(scene, i, anyone=anyone) for i in clause.patients)
    if frame["who"] == "subject" or clause.passive or (participle and not objects and (anyone or not clause.patients)):
        found = before(scene, clause.predicate, anyone=anyone)
        if found and (
            found[-1].group
            or not _heads(scene, clause, frame)
            or found[-1].tokens[0] > max(_heads(scene, clause, frame))
        ):
            return found
    if frame["who"] == "object" and not objects:
        return after(scene, clause.predicate, anyone=anyone)
    return ()


def _is_perfect(scene: Scene, clause: Clause) -> bool:
    """ "Has held": an active perfect is no participle of a headline."""
    kids = (scene.sentence.tokens[c] for c in scene.sentence.children_of(clause.predicate))
    return not clause.passive and any(kid.lemma == "have" and kid.dep == "aux" for kid in kids)


def outcome_named(scene: Scene) -> str | None:
    """What a noun of the sentence says befell people, with or without their number ("the killing in the camp")."""
    found = (noun_frame(clause) for clause in scene.sentence.clauses if clause.nominal)
    return next((frame["outcome"] for frame in found if frame is not None), None)


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
    names = [name for i in clause.agents for name in own_people(scene, i)]
    if who.sort == "peacekeepers" and names and not names[0].isupper():
        return who
    if names and who.sort in ("soldiers", "peacekeepers", "police", "observers", "", "units", "civilians"):
        return replace(who, group=names[0])
    return who


def own_people(scene: Scene, i: int) -> Iterator[str]:
    """What claims call the people of the country, mission or band at word `i`."""
    for mention in scene.sentence.mentions_at(i):
        if mention.country or mention.kind is MentionKind.COUNTRY:
            yield mention.country or mention.value
        elif mention.kind is MentionKind.OPERATION or operation(mention.value) is not None:
            yield "peacekeepers"
        elif mention.kind is MentionKind.GROUP and mention.form in ("armed", "missions", "group"):
            yield mention.value


def _of_noun(scene: Scene, clause: Clause, frame: Frame) -> tuple[Victims, ...]:
    """ "the death of two soldiers", "22 deaths", "the abduction of 21 Filipinos"."""
    own = next((c for c in scene.sentence.counts if c.noun == clause.predicate), None)
    if own is not None and frame.get("people") == "any":
        whose = (name for i in clause.agents if i < clause.predicate for name in own_people(scene, i))
        group = _attributive(scene, clause.predicate) or next(whose, None)
        return (Victims(group, own.count, tuple(range(own.first, clause.predicate + 1))),)
    owners = tuple(i for i in clause.agents if i < clause.predicate)
    heads = clause.patients or tuple(at for word, at in clause.obliques if word == "to") or owners
    return tuple(who for i in heads for who in victims_at(scene, i, anyone=frame.get("people") == "any"))


def _of_captives(scene: Scene, taken: set[int]) -> Iterator[Harm]:
    """ "Forty Kenyan prisoners": people who are called captives are held, unless something else is told of them."""
    for count in scene.sentence.counts:
        noun = count.noun
        if (
            noun is None
            or noun in taken
            or scene.sentence.tokens[noun].lemma.lower() not in ("hostage", "prisoner", "captive")
        ):
            continue
        mention = next((m for m in scene.sentence.mentions if count.last <= m.first < noun), None)
        if mention is None or mention.kind not in (
            MentionKind.COUNTRY,
            MentionKind.ORGANISATION,
            MentionKind.OPERATION,
        ):
            continue
        group = mention.value if mention.kind is MentionKind.COUNTRY else "peacekeepers"
        who = Victims(group, count.count, tuple(range(count.first, noun + 1)), "soldiers")
        yield Harm(noun, clause_about(scene, noun), "held", (who,), rule="captives")


def _of_adjectives(scene: Scene) -> Iterator[Harm]:
    for token in scene.sentence.tokens:
        frame = state_frame(token)
        if frame is None:
            continue
        clause = clause_about(scene, token.i)
        if not _is_state(scene, token, clause) or _is_of_remains(scene, token) or is_event_held(scene, clause):
            continue
        victims = _of_state(scene, token, anyone=frame.get("people") == "any")
        yield Harm(token.i, clause, frame["outcome"], victims, rule="adjective", people=frame.get("people"))


def _is_of_remains(scene: Scene, token: Token) -> bool:
    """ "The remains of one missing person": found, not missing anew."""
    tokens = scene.sentence.tokens
    before = [t.lemma.lower() for t in tokens[max(0, token.i - 5) : token.i]]
    return token.lower == "missing" and bool({"remains", "remain", "body"} & set(before)) and "of" in before


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
    return (
        before(scene, token.i, anyone=anyone)
        or _among(scene, token, anyone=anyone)
        or _predicated(scene, token, anyone=anyone)
        or _listed(scene, token)
    )


def _predicated(scene: Scene, token: Token, *, anyone: bool) -> tuple[Victims, ...]:
    """ "Two medics who had been seized are free again": the subject of the clause that says the state of it."""
    clause = scene.sentence.clause_at(token.head)
    if (
        token.dep not in ("acomp", "attr", "oprd")
        or clause is None
        or clause.lemma not in ("be", "remain", "lie", "go")
    ):
        return ()
    return tuple(who for i in clause.agents for who in victims_at(scene, i, anyone=anyone))


def _listed(scene: Scene, token: Token) -> tuple[Victims, ...]:
    """ "Killed: 4", "Wounded - 17": the number in a list."""
    tokens = scene.sentence.tokens
    if token.i + 2 > len(tokens) - 1 or tokens[token.i + 1].text not in (":", "-", "–", "—"):
        return ()
    return tuple(who for who in after(scene, token.i + 1, anyone=False)[:1] if who.group is None)


def _among(scene: Scene, token: Token, *, anyone: bool) -> tuple[Victims, ...]:
    """ "Among the dead were two Swedes", "the injured include a monitor": the people after the verb."""
    tokens = scene.sentence.tokens
    at = token.i + 1
    if token.i == 0 or tokens[token.i - 1].lower not in ("the", "those"):
        return ()
    if token.i > 2 and tokens[token.i - 2].lower == "among" and tokens[token.i - 3].lemma == "be":
        return before(scene, token.i - 3, anyone=anyone)
    if at >= len(tokens):
        return ()
    if tokens[at].lemma not in ("be", "include", "number"):
        return ()
    return after(scene, at, anyone=anyone)


def clause_about(scene: Scene, i: int) -> Clause:
    """The clause that a word of state belongs to: its own, else that of the verb above it."""
    for at in (i, *scene.sentence.ancestors(i)):
        clause = scene.sentence.clause_at(at)
        if clause is not None:
            return clause
    return Clause(predicate=i, lemma=scene.sentence.tokens[i].lemma, particle=None)
