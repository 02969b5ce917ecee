"""Command told by verbs and nouns of doing: taken, handed over, held, given to somebody."""

from collections.abc import Iterator
from dataclasses import replace

from muster.extract.command_appointments import named_findings
from muster.extract.command_bodies import Body, body_at, command_in, commanded, is_of_something_else, is_proper
from muster.extract.command_findings import Finding
from muster.extract.command_holders import Holder
from muster.extract.command_lexicon import words_of_command
from muster.extract.command_posts import Post
from muster.extract.command_predecessors import predecessor_of
from muster.extract.command_stage import (
    Stage,
    What,
    agent_behind,
    agent_of,
    finding,
    holder_behind,
    is_in,
    oblique,
    of_body,
    of_post,
    patient_of,
    person_before,
    post_after,
)
from muster.extract.frames import Frame
from muster.gazetteer import operation
from muster.model.annotation import Clause

_SIGNS = frozenset({"flag", "colour", "color", "colours", "colors", "baton", "guidon", "standard", "pennant", "sword"})
_PROVIDING = frozenset({"provide", "supply", "furnish", "contribute"})
_MEN = frozenset({"soldier", "troop", "military", "command"})


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
    holder = patient_of(stage, clause) if frame.get("holder") == "patient" else agent_of(stage, clause)
    if holder is None and clause.passive and command_in(stage.scene, clause) is not None:
        holder = agent_behind(stage, clause)
    found = _what(stage, clause, frame)
    if holder is not None and found is not None:
        yield finding(stage, clause, holder, "takes", found)
        for other in _joined(stage, clause, holder):
            yield finding(stage, clause, other, "takes", found)


def _joined(stage: Stage, clause: Clause, first: Holder) -> Iterator[Holder]:
    """The states that take command together with the first ("Germany and the Netherlands")."""
    for i in clause.agents if not first.person else ():
        holder = stage.holder(i)
        if holder is not None and not holder.person and holder.name != first.name:
            yield holder


def _succeeded(stage: Stage, clause: Clause) -> Iterator[Finding]:
    """ "X succeeds Y (as force commander)": weak unless the sentence names a post or command."""
    if clause.nominal:
        return
    holder = agent_behind(stage, clause) if clause.passive else agent_of(stage, clause)
    before = patient_of(stage, clause)
    if before is None and clause.passive:
        before = person_before(stage, clause.predicate)
    if before is None and holder is not None:
        before = predecessor_of(stage.scene, holder, stage.countries)
    if holder is None or before is None or holder.name == before.name:
        return
    post = post_after(stage, clause.predicate) or next(iter(stage.posts), None)
    belongs = post.operation if post else stage.scene.focus
    if belongs is None or not ((holder.person and before.person) or post):
        return
    yield finding(
        stage,
        clause,
        holder,
        "takes",
        What(belongs, post.role if post else None, (), post is None),
        predecessor=before,
    )


def _handed(stage: Stage, clause: Clause, frame: Frame) -> Iterator[Finding]:
    if frame.get("object") == "person":
        yield from _put_out(stage, clause)
        return
    needs = frame.get("needs").split()
    found = (
        _what(stage, clause, frame)
        or _body_handed(stage, clause)
        or _bare_handover(stage, clause)
        or _bare_leaving(stage, frame)
    )
    at = command_in(stage.scene, clause)
    if found is None or (needs and (at is None or stage.scene.sentence.tokens[at].lemma.lower() not in needs)):
        return
    giver = oblique(stage, clause, "from") or (agent_of(stage, clause) if at not in clause.agents else None)
    on = ("on", "upon") if clause.lemma in ("devolve", "fall") else ()
    taker = oblique(stage, clause, "to", "over to", "on to", *on)
    if taker is None and at is not None and at in clause.patients and not clause.passive:
        taker = holder_behind(stage, at, "to", 8)
    if taker is not None and (giver is None or taker.name != giver.name):
        yield finding(stage, clause, taker, "takes", found, giver)
    elif giver is not None and frame["object"] in ("command", "post"):
        yield finding(stage, clause, giver, "hands-over", found)


def _body_handed(stage: Stage, clause: Clause) -> What | None:
    """ "Handed the sector to Colonel N. N.", "the sector goes to a Dutchman": the body itself passes to a person."""
    taker = oblique(stage, clause, "to", "over to", "on to")
    if taker is None or clause.nominal:
        return None
    bodies = (b for i in (*clause.patients, *clause.agents) if (b := body_at(stage.scene, i)) and b.role)
    return next((of_body(b) for b in bodies if taker.person or _is_led_by_states(stage, b, taker)), None)


def _is_led_by_states(stage: Stage, body: Body, taker: Holder) -> bool:
    """Whether a sector may pass to a state: to one that is not its host ("handed the sector to Italy")."""
    known = operation(body.operation)
    sector = stage.scene.sentence.tokens[body.head].lemma.lower() in ("sector", "brigade", "zone", "region", "district")
    return sector and taker.country is not None and known is not None and taker.country not in known.area


def _bare_handover(stage: Stage, clause: Clause) -> What | None:
    """ "General N. N. handed over to Admiral M. M.": weak unless one of them is known to command."""
    bare = clause.particle == "over" and not clause.passive and not clause.patients
    if not bare or clause.oblique("to", "over to") is None or stage.scene.focus is None:
        return None
    return What(stage.scene.focus, None, (), weak=True)


def _bare_leaving(stage: Stage, frame: Frame) -> What | None:
    """ "The general resigned": weak unless he is known to command."""
    if frame["object"] != "post" or stage.scene.focus is None:
        return None
    return What(stage.scene.focus, None, (), weak=True)


def _put_out(stage: Stage, clause: Clause) -> Iterator[Finding]:
    """ "X was dismissed as force commander", "relieved of his command"; "X relieved Y as force commander" takes."""
    holder = patient_of(stage, clause)
    post = post_after(stage, clause.predicate) or next(
        (p for p in stage.posts if holder and is_in(stage, p, holder)), None
    )
    of_command = any(word in ("of", "from") and _is_command(stage, i) for word, i in clause.obliques)
    belongs = post.operation if post else stage.scene.focus
    if holder is None or not holder.person or belongs is None:
        return
    # Whoever asks to be relieved is not relieved yet.
    asked = (stage.scene.sentence.tokens[at].lemma for at in stage.scene.sentence.ancestors(clause.predicate))
    if any(lemma in ("ask", "want", "request", "demand", "seek", "wish") for lemma in asked):
        return
    weak = not (post or of_command)
    found = What(belongs, post.role if post else None, (post.head,) if post else (), weak)
    agent = None if clause.passive else agent_of(stage, clause)
    if clause.lemma == "relieve" and not of_command and agent is not None and agent.person:
        yield finding(stage, clause, agent, "takes", found, holder)
    else:
        yield finding(stage, clause, holder, "hands-over", found)


def _held(stage: Stage, clause: Clause, frame: Frame) -> Iterator[Finding]:
    if clause.nominal:
        return
    if clause.lemma in ("belong", "answer", "report", "obey"):
        yield from _answered_to(stage, clause)
        return
    holder = agent_behind(stage, clause) if clause.passive else agent_of(stage, clause)
    found = _what(stage, clause, frame) or _kept(stage, clause)
    if clause.lemma in ("act", "work") and not _is_as(stage, clause):
        return
    if holder is None and found is None and frame["object"] == "body":
        # "In the field commands the Dane N. N."
        holder = patient_of(stage, clause)
        found = What(stage.scene.focus, None, ()) if stage.scene.focus and holder and holder.person else None
    if holder is None or found is None or _is_hyphenated(stage, clause.predicate):
        return
    if clause.passive and not holder.person and holder.country is None:
        return
    # A state provides or holds a post; only a person serves in one.
    if frame["object"] == "post" and not holder.person and clause.lemma not in _PROVIDING:
        return
    # "Will lead the mission": the command is still to be taken (GUIDE.md, decision 37).
    told = next(
        (p for p in stage.posts for i in clause.agents if p.first <= i < p.last and is_in(stage, p, holder)), None
    )
    if told is not None and (found.role is None or _is_component(found.role)):
        found = replace(found, role=told.role)
    act = "takes" if clause.tense == "future" or str(clause.status) == "planned" else "holds"
    yield finding(stage, clause, holder, act, found)


def _is_component(role: str) -> bool:
    """ "The military component is headed by the Force Commander, N. N.": what he heads is no title."""
    return role.casefold().split(" of ")[0].endswith(("component", "element", "pillar"))


def _is_as(stage: Stage, clause: Clause) -> bool:
    """ "Acts as force commander", not "acts for the force commander"."""
    behind = stage.scene.sentence.tokens[clause.predicate + 1 : clause.predicate + 4]
    return any(t.lower == "as" for t in behind)


def _kept(stage: Stage, clause: Clause) -> What | None:
    """ "Keeps Sector East", "has the soldiers", "has the military": a body that is held, with nothing said of it."""
    holder = agent_of(stage, clause)
    if holder is None or not holder.person or clause.lemma not in ("keep", "retain", "hold", "have"):
        return None
    tokens = stage.scene.sentence.tokens
    for i in clause.patients:
        beside = [c for c in stage.scene.sentence.children_of(i) if tokens[c].dep not in ("appos", "punct")]
        plain = [tokens[c].lower for c in beside] == ["the"]
        if clause.lemma == "have" and plain and tokens[i].lemma.lower() in _MEN and stage.scene.focus:
            return What(stage.scene.focus, None, (i,))
        body = body_at(stage.scene, i) if clause.lemma != "have" or tokens[i].pos == "PROPN" else None
        if body is not None and body.role:
            return of_body(body)
    return None


def _answered_to(stage: Stage, clause: Clause) -> Iterator[Finding]:
    """ "The soldiers answer to General N. N.", "the whole mission belongs to N. N."."""
    holder = oblique(stage, clause, "to")
    for i in clause.agents:
        body = body_at(stage.scene, i)
        if body is not None and holder is not None and holder.person:
            yield finding(stage, clause, holder, "holds", of_body(body))
            return


def _what(stage: Stage, clause: Clause, frame: Frame) -> What | None:
    """What a clause gives, takes or holds command of; None if it is about something else."""
    post = _post_of(stage, clause)
    if frame["object"] == "post":
        return of_post(post) if post else None
    if frame["object"] == "body":
        return _body_of(stage, clause)
    at = command_in(stage.scene, clause)
    if at is None:
        return _taken_over(stage, clause, post)
    return of_post(post, at) if post is not None else _of_command(stage, clause, at)


def _of_command(stage: Stage, clause: Clause, at: int) -> What | None:
    """What the command at word `at` is of: the post or body it names, else the operation if it is command proper."""
    under = stage.scene.sentence.subtree(at)
    if (named := next((p for p in stage.posts if at < p.head and p.head in under), None)) is not None:
        return of_post(named, at)
    body = commanded(stage.scene, clause, at)
    if body is not None:
        return What(body.operation, body.role, (at, body.head))
    # A flag taken from somebody is his command.
    given = oblique(stage, clause, "from") if stage.scene.sentence.tokens[at].lemma.lower() in _SIGNS else None
    proper = is_proper(stage.scene, at) or (given is not None and given.person)
    unnamed = proper and not is_of_something_else(stage.scene, at)
    return What(stage.scene.focus, None, (at,)) if unnamed and stage.scene.focus else None


def _body_of(stage: Stage, clause: Clause) -> What | None:
    """The body that a clause says is led; "who has commanded since May" leads the operation."""
    if clause.lemma == "command" and not clause.patients and not clause.passive and stage.scene.focus:
        return What(stage.scene.focus, None, ())
    led = (*clause.patients, *_antecedent(stage, clause), *_next_words(stage, clause))
    return next((of_body(b) for i in led if (b := body_at(stage.scene, i))), None)


def _taken_over(stage: Stage, clause: Clause, post: Post | None) -> What | None:
    """ "Took over as force commander", "took over the sector", "took over from General N. N."."""
    if clause.lemma in ("get", "receive", "inherit"):
        return next((of_body(b) for i in clause.patients if (b := body_at(stage.scene, i)) and b.role), None)
    if clause.lemma != "take" or clause.particle != "over":
        return None
    if post is not None:
        return of_post(post)
    bodies = [b for i in clause.patients if (b := body_at(stage.scene, i))]
    if bodies:
        return of_body(bodies[0])
    before = oblique(stage, clause, "from")
    if clause.patients or clause.oblique("in") is not None or stage.scene.focus is None:
        return None
    role = next((p.role for p in stage.posts), None)
    return What(stage.scene.focus, role, (), weak=before is None or not before.person)


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
    which = next(
        (c for c in stage.scene.sentence.children_of(clause.predicate) if tokens[c].lower in ("which", "that")), None
    )
    if clause.patients or which is None or which == 0:
        return ()
    return (which - 1 - (tokens[which - 1].text == ","),)


def _post_of(stage: Stage, clause: Clause) -> Post | None:
    """The post a clause names: as its object, behind "as", or right behind its object."""
    arguments = (*clause.patients, *(i for word, i in clause.obliques if word in ("as", "of", "for", "to")))
    for post in stage.posts:
        if any(post.first <= i < post.last for i in arguments):
            return post
    found = post_after(stage, clause.predicate)
    return found if found and stage.scene.sentence.tokens[found.first - 1].lower in ("as", "of") else None


def _is_command(stage: Stage, i: int) -> bool:
    return stage.scene.sentence.tokens[i].lemma.lower() in (
        "command",
        "duty",
        "post",
        "duties",
        "responsibility",
        "function",
    )


def _is_hyphenated(stage: Stage, i: int) -> bool:
    """ "NATO-led", "Kenya-led": how a force is called, no claim (GUIDE.md, decision 11)."""
    return i > 0 and stage.scene.sentence.tokens[i - 1].text in ("-", "–", "‑")


_TELLINGS = {"takes": _taken, "hands-over": _handed, "holds": _held, "named": named_findings}
