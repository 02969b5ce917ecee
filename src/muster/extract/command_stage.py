"""A sentence as the readings of command see it, and who does what in its clauses."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from muster.extract.command_bodies import Body
from muster.extract.command_findings import Finding
from muster.extract.command_holders import Countries, Holder, after_name, as_holder, holder_at, in_post, people
from muster.extract.command_lexicon import is_rank
from muster.extract.command_posts import Post
from muster.extract.command_predecessors import predecessor_of
from muster.extract.evidence import Scene, time_of
from muster.model.annotation import Clause, MentionKind
from muster.model.claim import Status
from muster.model.when import When


@dataclass(frozen=True, slots=True)
class Stage:
    """A sentence with its posts and what the document knows of people's countries."""

    scene: Scene
    posts: Sequence[Post]
    countries: Countries

    def holder(self, i: int) -> Holder | None:
        """Who the word `i` names."""
        return holder_at(self.scene, i, self.countries, self.posts)


@dataclass(frozen=True, slots=True)
class What:
    """What the command is of: operation, role, the words that say so; weak if they do not say that it is command."""

    operation: str
    role: str | None
    tokens: tuple[int, ...]
    weak: bool = False
    ordinal: str | None = None


def of_post(post: Post, *more: int) -> What:
    """What a post is the command of; `more` are other words that say so."""
    return What(post.operation or "", post.role, (*more, post.head), ordinal=post.ordinal)


def of_body(body: Body) -> What:
    """What leading a body is the command of."""
    return What(body.operation, body.role, (body.head,))


def finding(
    stage: Stage,
    clause: Clause,
    holder: Holder,
    act: str,
    what: What,
    predecessor: Holder | None = None,
) -> Finding:
    """The finding that a clause makes of a holder, with the predecessor, ordinal and time its sentence gives."""
    before = predecessor or (
        predecessor_of(stage.scene, holder, stage.countries) if act in ("takes", "named") else None
    )
    when = time_of(stage.scene, clause)
    return Finding(
        scene=stage.scene,
        predicate=clause.predicate,
        tokens=what.tokens,
        operation=what.operation,
        holder=holder,
        act=act,
        role=what.role,
        predecessor=before,
        ordinal=(what.ordinal or _time_ordinal(stage.scene) if act in ("takes", "named") else None),
        status=_status_at(stage, clause, act, when),
        when=when,
        weak=what.weak,
        rule=f"command: {clause.lemma}",
    )


def _status_at(stage: Stage, clause: Clause, act: str, when: When | None) -> Status:
    """The clause's status; "leaves on 31 December" lies ahead of the day it is told on."""
    status = _status(clause)
    changes = act in ("takes", "hands-over") and status is Status.ACTUAL
    return Status.PLANNED if changes and lies_ahead(stage, when) else status


def lies_ahead(stage: Stage, when: When | None) -> bool:
    """Whether a time is later than the day the document was published."""
    published = stage.scene.document.document.published
    return bool(when and when.edtf and published and when.edtf[:1].isdigit() and when.edtf[:10] > published)


def _status(clause: Clause) -> Status:
    """The clause's status; an appointment told of as a noun has been made unless it is denied or open."""
    made = clause.nominal and clause.status in (Status.PLANNED, Status.AUTHORISED)
    return Status.ACTUAL if made else clause.status


def _time_ordinal(scene: Scene) -> str | None:
    """ "For the first time", "the second time"; of the post itself: "the first Turkish commander"."""
    words = [t.lower for t in scene.sentence.tokens]
    for one, other in pairwise(words):
        if other == "time" and one in ("first", "second", "third", "fourth", "fifth"):
            return one
    return None


def agent_of(stage: Stage, clause: Clause) -> Holder | None:
    """Who does it: the clause's agent, else the name right before the verb."""
    for i in clause.agents:
        if found := stage.holder(i):
            return found
    return None if clause.nominal else person_before(stage, clause.predicate)


def agent_behind(stage: Stage, clause: Clause) -> Holder | None:
    """Who does it in a passive: the name behind "by"."""
    found = next((h for i in clause.agents if (h := stage.holder(i))), None)
    return found or oblique(stage, clause, "by") or holder_behind(stage, clause.predicate, "by", 8)


def holder_behind(stage: Stage, at: int, word: str, reach: int) -> Holder | None:
    """Who stands right behind "by" or "to" at most `reach` words after word `at`, where the parse has lost it."""
    tokens = stage.scene.sentence.tokens
    link = next((t.i for t in tokens[at + 1 : at + reach] if t.lower == word and t.i > at), None)
    if link is None or any(t.pos == "VERB" for t in tokens[at + 1 : link]):
        return None
    first = link + 1
    while first < len(tokens) and (is_rank(tokens[first]) or tokens[first].pos in ("DET", "ADJ")):
        if stage.scene.sentence.mention_at(first, MentionKind.PERSON, MentionKind.COUNTRY):
            break
        first += 1
    return stage.holder(first) if first < len(tokens) else None


def person_before(stage: Stage, at: int) -> Holder | None:
    """The name right before a verb whose subject the parse has lost."""
    tokens = stage.scene.sentence.tokens
    for person in reversed(people(stage.scene.sentence)):
        if person.last <= at:
            between = tokens[after_name(stage.scene, person.last) : at]
            clear = all(t.pos in ("AUX", "ADV", "PART", "PUNCT") or t.lower == "who" for t in between)
            return as_holder(person, stage.countries) if clear else None
    return None


def patient_of(stage: Stage, clause: Clause) -> Holder | None:
    """Whom it is done to."""
    for i in clause.patients:
        if found := stage.holder(i):
            return found
    return None


def oblique(stage: Stage, clause: Clause, *prepositions: str) -> Holder | None:
    """Who is named behind one of these prepositions; before the clause, where it is "to whom"."""
    tokens = stage.scene.sentence.tokens
    for word, i in clause.obliques:
        if word in prepositions:
            relative = tokens[i].lower in ("whom", "which", "who")
            if found := stage.holder(tokens[clause.predicate].head if relative else i):
                return found
    return None


def post_after(stage: Stage, at: int) -> Post | None:
    """The first post named behind word `at`."""
    return next((post for post in stage.posts if post.first > at), None)


def is_in(stage: Stage, post: Post, holder: Holder) -> bool:
    """Whether the sentence puts a person into a post."""
    return any(p.value == holder.name for p in in_post(stage.scene, post))
