"""Command told by verbs and nouns of doing: taken, handed over, held, given to somebody."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from muster.extract.command_bodies import Body, body_at, command_in, commanded, is_of_something_else, is_proper
from muster.extract.command_findings import Finding
from muster.extract.command_holders import Countries, Holder, after_name, as_holder, holder_at, in_post, people
from muster.extract.command_lexicon import is_rank, words_of_command
from muster.extract.command_posts import Post
from muster.extract.command_predecessors import predecessor_of
from muster.extract.evidence import Scene, time_of
from muster.extract.frames import Frame
from muster.model.annotation import Clause, Mention, MentionKind
from muster.model.claim import Status

_AS = frozenset({"as", "to", "be", "the", "a", "an", "its", "his", "her", "their", "my", "become", "serve", "new", "position", "post", "of", "for", ",", "our"})


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
class _What:
    """What the command is of: operation, role, the words that say so; weak if they do not say that it is command."""

    operation: str
    role: str | None
    tokens: tuple[int, ...]
    weak: bool = False


def verb_findings(stage: Stage) -> Iterator[Finding]:
    """What the clauses of a sentence tell of command."""
    for clause in stage.scene.sentence.clauses:
        frame = words_of_command().find(clause.lemma, clause.particle, "noun" if clause.nominal else "verb")
        if frame is None or not frame.get("act"):
            continue
        yield from _TELLINGS[frame["act"]](stage, clause, frame)


def _taken(stage: Stage, clause: Clause, frame: Frame) -> Iterator[Finding]:
    if frame.get("object") == "person":
        yield from _succeeded(stage, clause)
        return
    holder = _patient(stage, clause) if frame.get("holder") == "patient" else _agent(stage, clause)
    if holder is None and clause.passive and command_in(stage.scene, clause) is not None:
        holder = _by(stage, clause)
    found = _what(stage, clause, frame)
    if holder is not None and found is not None:
        yield _finding(stage, clause, holder, "takes", found)


def _succeeded(stage: Stage, clause: Clause) -> Iterator[Finding]:
    """ "X succeeds Y (as force commander)": weak unless the sentence names a post or command."""
    if clause.nominal:
        return
    holder = _by(stage, clause) if clause.passive else _agent(stage, clause)
    before = _patient(stage, clause)
    if holder is None or before is None or holder.name == before.name:
        return
    post = _post_after(stage, clause.predicate) or next(iter(stage.posts), None)
    belongs = post.operation if post else stage.scene.focus
    if belongs is None or not (holder.person and before.person or post):
        return
    yield _finding(
        stage, clause, holder, "takes", _What(belongs, post.role if post else None, (), post is None), predecessor=before
    )


def _handed(stage: Stage, clause: Clause, frame: Frame) -> Iterator[Finding]:
    if frame.get("object") == "person":
        yield from _put_out(stage, clause)
        return
    needs = frame.get("needs").split()
    found = _what(stage, clause, frame) or _bare_handover(stage, clause) or _bare_leaving(stage, frame)
    at = command_in(stage.scene, clause)
    if found is None or (needs and (at is None or stage.scene.sentence.tokens[at].lemma.lower() not in needs)):
        return
    giver = _oblique(stage, clause, "from") or (_agent(stage, clause) if at not in clause.agents else None)
    taker = _oblique(stage, clause, "to", "over to", "on to", "upon")
    if taker is not None and (giver is None or taker.name != giver.name):
        yield _finding(stage, clause, taker, "takes", found, predecessor=giver)
    elif giver is not None and frame["object"] in ("command", "post"):
        yield _finding(stage, clause, giver, "hands-over", found)


def _bare_handover(stage: Stage, clause: Clause) -> _What | None:
    """ "General N. N. handed over to Admiral M. M.": weak unless one of them is known to command."""
    bare = clause.particle == "over" and not clause.passive and not clause.patients
    if not bare or clause.oblique("to", "over to") is None or stage.scene.focus is None:
        return None
    return _What(stage.scene.focus, None, (), weak=True)


def _bare_leaving(stage: Stage, frame: Frame) -> _What | None:
    """ "The general resigned": weak unless he is known to command."""
    if frame["object"] != "post" or stage.scene.focus is None:
        return None
    return _What(stage.scene.focus, None, (), weak=True)


def _put_out(stage: Stage, clause: Clause) -> Iterator[Finding]:
    """ "X was dismissed as force commander", "relieved of his command"; "X relieved Y as force commander" takes."""
    holder = _patient(stage, clause)
    post = _post_after(stage, clause.predicate) or next((p for p in stage.posts if holder and _is_in(stage, p, holder)), None)
    of_command = any(word == "of" and _is_command(stage, i) for word, i in clause.obliques)
    belongs = post.operation if post else stage.scene.focus
    if holder is None or not holder.person or belongs is None:
        return
    weak = not (post or of_command)
    found = _What(belongs, post.role if post else None, (post.head,) if post else (), weak)
    agent = None if clause.passive else _agent(stage, clause)
    if clause.lemma == "relieve" and not of_command and agent is not None and agent.person:
        yield _finding(stage, clause, agent, "takes", found, predecessor=holder)
    else:
        yield _finding(stage, clause, holder, "hands-over", found)


def _held(stage: Stage, clause: Clause, frame: Frame) -> Iterator[Finding]:
    if clause.nominal:
        return
    holder = _by(stage, clause) if clause.passive else _agent(stage, clause)
    found = _what(stage, clause, frame)
    if holder is None or found is None or _is_hyphenated(stage, clause.predicate):
        return
    if clause.passive and not holder.person and holder.country is None:
        return
    # "Will lead the mission": the command is still to be taken (GUIDE.md, decision 37).
    told = next((p for p in stage.posts for i in clause.agents if p.first <= i < p.last and _is_in(stage, p, holder)), None)
    if told is not None and found.role is None:
        found = replace(found, role=told.role)
    act = "takes" if clause.tense == "future" or str(clause.status) == "planned" else "holds"
    yield _finding(stage, clause, holder, act, found)


def _named(stage: Stage, clause: Clause, frame: Frame) -> Iterator[Finding]:
    for person, post in _appointed(stage, clause):
        holder = as_holder(person, stage.countries)
        yield _finding(stage, clause, holder, "named", _What(post.operation or "", post.role, (post.head,)), ordinal=post.ordinal)
        for other, further in _listed(stage, post):
            again = as_holder(other, stage.countries)
            yield _finding(stage, clause, again, "named", _What(further.operation or "", further.role, (further.head,)), near=further.head)
        return
    holder_found = _patient(stage, clause)
    if holder_found is None:
        return
    body = _to_lead(stage, clause)
    before = predecessor_of(stage.scene, holder_found, stage.countries)
    if body is not None:
        yield _finding(stage, clause, holder_found, "named", _What(body.operation, body.role, ()))
    elif before is not None and holder_found.person and stage.scene.focus and not clause.nominal:
        post = next((p for p in stage.posts if _is_in(stage, p, before)), None)
        what = _What(stage.scene.focus, post.role if post else None, (), not stage.posts)
        yield _finding(stage, clause, holder_found, "named", what, predecessor=before)


def _appointed(stage: Stage, clause: Clause) -> Iterator[tuple[Mention, Post]]:
    """The person appointed and the post: next to each other behind the verb, or subject and post of a passive."""
    sentence = stage.scene.sentence
    for post in stage.posts:
        for person in people(sentence):
            if person.first > clause.predicate and post.first >= person.last and _as(stage, person.last, post.first):
                yield person, post
                return
    patient = _patient(stage, clause)
    post = _post_after(stage, clause.predicate)
    if patient is not None and patient.person and post is not None:
        person = sentence.mention_at(patient.first, MentionKind.PERSON)
        inside = next((p for p in in_post(stage.scene, post)), None)
        if person is not None and (inside is None or inside.value == person.value):
            yield person, post


def _listed(stage: Stage, first: Post) -> Iterator[tuple[Mention, Post]]:
    """ "... A as commander, B as deputy commander, and C as chief observer": the pairs behind the first."""
    for post in stage.posts:
        if post.first <= first.last:
            continue
        for person in people(stage.scene.sentence):
            between = [stage.scene.sentence.tokens[i].lower for i in range(person.last, post.first)]
            if person.last <= post.first and between[:1] == ["as"] and len(between) <= 3:
                yield person, post


def _as(stage: Stage, first: int, last: int) -> bool:
    at = after_name(stage.scene, first)
    return at <= last and all(t.lower in _AS for t in stage.scene.sentence.tokens[at:last])


def _to_lead(stage: Stage, clause: Clause) -> Body | None:
    """ "Appointed to command the force": the body of the infinitive."""
    for other in stage.scene.sentence.clauses:
        frame = None if other.nominal else words_of_command().find(other.lemma, other.particle, "verb")
        if frame is not None and frame.get("act") == "holds" and clause.predicate in stage.scene.sentence.ancestors(other.predicate):
            for i in other.patients:
                if found := body_at(stage.scene, i):
                    return found
    return None


def _what(stage: Stage, clause: Clause, frame: Frame) -> _What | None:
    """What a clause gives, takes or holds command of; None if it is about something else."""
    post = _post_of(stage, clause)
    if frame["object"] == "post":
        return _What(post.operation or "", post.role, (post.head,)) if post else None
    if frame["object"] == "body":
        if clause.lemma == "command" and not clause.patients and not clause.passive and stage.scene.focus:
            return _What(stage.scene.focus, None, ())
        led = (*clause.patients, *_antecedent(stage, clause), *_next_words(stage, clause))
        return next((_of_body(b) for i in led if (b := body_at(stage.scene, i))), None)
    at = command_in(stage.scene, clause)
    if at is None and clause.lemma in ("get", "receive", "inherit"):
        return next((_of_body(b) for i in clause.patients if (b := body_at(stage.scene, i)) and b.role), None)
    if at is None:
        return _taken_over(stage, clause, post)
    if post is not None:
        return _What(post.operation or "", post.role, (at, post.head))
    body = commanded(stage.scene, clause, at)
    if body is not None:
        return _What(body.operation, body.role, (at, body.head))
    if not is_proper(stage.scene, at) or is_of_something_else(stage.scene, at) or stage.scene.focus is None:
        return None
    return _What(stage.scene.focus, None, (at,))


def _taken_over(stage: Stage, clause: Clause, post: Post | None) -> _What | None:
    """ "Took over as force commander", "took over the sector", "took over from General N. N."."""
    if clause.lemma != "take" or clause.particle != "over":
        return None
    if post is not None:
        return _What(post.operation or "", post.role, (post.head,))
    bodies = [b for i in clause.patients if (b := body_at(stage.scene, i))]
    if bodies:
        return _of_body(bodies[0])
    before = _oblique(stage, clause, "from")
    if clause.patients or clause.oblique("in") is not None or stage.scene.focus is None:
        return None
    role = next((p.role for p in stage.posts), None)
    return _What(stage.scene.focus, role, (), weak=before is None or not before.person)


def _next_words(stage: Stage, clause: Clause) -> tuple[int, ...]:
    """The words right behind an active verb whose object the parse has lost ("heads Sector East")."""
    if clause.patients or clause.passive:
        return ()
    found: list[int] = []
    for token in stage.scene.sentence.tokens[clause.predicate + 1 : clause.predicate + 6]:
        if token.pos not in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
            break
        found.append(token.i)
    return tuple(reversed(found))


def _antecedent(stage: Stage, clause: Clause) -> tuple[int, ...]:
    """The word before "which" in "IRISHPOLBATT, which Ireland leads"."""
    tokens = stage.scene.sentence.tokens
    which = next((c for c in stage.scene.sentence.children_of(clause.predicate) if tokens[c].lower in ("which", "that")), None)
    if clause.patients or which is None or which == 0:
        return ()
    return (which - 1 - (tokens[which - 1].text == ","),)


def _of_body(body: Body) -> _What:
    return _What(body.operation, body.role, (body.head,))


def _finding(
    stage: Stage,
    clause: Clause,
    holder: Holder,
    act: str,
    what: _What,
    *,
    predecessor: Holder | None = None,
    ordinal: str | None = None,
    near: int | None = None,
) -> Finding:
    before = predecessor or (predecessor_of(stage.scene, holder, stage.countries) if act in ("takes", "named") else None)
    return Finding(
        scene=stage.scene,
        predicate=near if near is not None else clause.predicate,
        tokens=what.tokens,
        operation=what.operation,
        holder=holder,
        act=act,
        role=what.role,
        predecessor=before,
        ordinal=ordinal or (_time_ordinal(stage.scene) if act in ("takes", "named") else None),
        status=_status(clause),
        when=time_of(stage.scene, clause),
        weak=what.weak,
        rule=f"command: {clause.lemma}",
    )


def _status(clause: Clause) -> Status:
    """The clause's status; an appointment told of as a noun has been made unless it is denied or open."""
    made = clause.nominal and clause.status in (Status.PLANNED, Status.AUTHORISED)
    return Status.ACTUAL if made else clause.status


def _time_ordinal(scene: Scene) -> str | None:
    """ "For the first time", "the second time"; of the post itself: "the first Turkish commander"."""
    words = [t.lower for t in scene.sentence.tokens]
    for one, other in zip(words, words[1:], strict=False):
        if other == "time" and one in ("first", "second", "third", "fourth", "fifth"):
            return one
    return None


def _agent(stage: Stage, clause: Clause) -> Holder | None:
    for i in clause.agents:
        if found := stage.holder(i):
            return found
    return None if clause.agents or clause.nominal else _person_before(stage, clause.predicate)


def _by(stage: Stage, clause: Clause) -> Holder | None:
    found = next((h for i in clause.agents if (h := stage.holder(i))), None)
    return found or _oblique(stage, clause, "by") or _right_behind(stage, clause.predicate)


def _right_behind(stage: Stage, at: int) -> Holder | None:
    """Who stands right behind "by" where the parse has lost it ("led by Germany and …")."""
    tokens = stage.scene.sentence.tokens
    by = next((t.i for t in tokens[at + 1 : at + 8] if t.lower == "by"), None)
    if by is None or any(t.pos == "VERB" for t in tokens[at + 1 : by]):
        return None
    first = by + 1
    while first < len(tokens) and (is_rank(tokens[first]) or tokens[first].pos in ("DET", "ADJ")):
        if stage.scene.sentence.mention_at(first, MentionKind.PERSON, MentionKind.COUNTRY):
            break
        first += 1
    return stage.holder(first) if first < len(tokens) else None


def _person_before(stage: Stage, at: int) -> Holder | None:
    """The name right before a verb whose subject the parse has lost."""
    tokens = stage.scene.sentence.tokens
    for person in reversed(people(stage.scene.sentence)):
        if person.last <= at:
            between = tokens[after_name(stage.scene, person.last) : at]
            clear = all(t.pos in ("AUX", "ADV", "PART", "PUNCT") or t.lower == "who" for t in between)
            return as_holder(person, stage.countries) if clear else None
    return None


def _patient(stage: Stage, clause: Clause) -> Holder | None:
    for i in clause.patients:
        if found := stage.holder(i):
            return found
    return None


def _oblique(stage: Stage, clause: Clause, *prepositions: str) -> Holder | None:
    for word, i in clause.obliques:
        if word in prepositions:
            if stage.scene.sentence.tokens[i].lower in ("whom", "which", "who"):
                i = stage.scene.sentence.tokens[clause.predicate].head
            if found := stage.holder(i):
                return found
    return None


def _post_of(stage: Stage, clause: Clause) -> Post | None:
    """The post a clause names: as its object, behind "as", or right behind its object."""
    arguments = (*clause.patients, *(i for word, i in clause.obliques if word in ("as", "of", "for", "to")))
    for post in stage.posts:
        if any(post.first <= i < post.last for i in arguments):
            return post
    found = _post_after(stage, clause.predicate)
    return found if found and stage.scene.sentence.tokens[found.first - 1].lower in ("as", "of") else None


def _post_after(stage: Stage, at: int) -> Post | None:
    return next((post for post in stage.posts if post.first > at), None)


def _is_in(stage: Stage, post: Post, holder: Holder) -> bool:
    return any(p.value == holder.name for p in in_post(stage.scene, post))


def _is_command(stage: Stage, i: int) -> bool:
    return stage.scene.sentence.tokens[i].lemma.lower() in ("command", "duty", "post", "duties", "responsibility", "function")


def _is_hyphenated(stage: Stage, i: int) -> bool:
    """ "NATO-led", "Kenya-led": how a force is called, no claim (GUIDE.md, decision 11)."""
    return i > 0 and stage.scene.sentence.tokens[i - 1].text in ("-", "–", "‑")


_TELLINGS = {"takes": _taken, "hands-over": _handed, "holds": _held, "named": _named}
