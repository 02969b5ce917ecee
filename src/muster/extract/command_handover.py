"""Command changing hands without a verb for it: "change of command from A to B", "A ➡ B", "under Colonel N. N."."""

from collections.abc import Iterator

from muster.extract.command_bodies import Body, body_at
from muster.extract.command_findings import Finding
from muster.extract.command_holders import Holder, after_name, as_holder, people
from muster.extract.command_lexicon import is_rank
from muster.extract.command_stage import Stage, lies_ahead
from muster.extract.command_under import body_before, under_findings
from muster.extract.evidence import time_of
from muster.model.annotation import MentionKind
from muster.model.claim import Status
from muster.model.when import When

_CHANGES = (("change", "of"), ("handover", "of"), ("transfer", "of"), ("hand", "over"), ("passing", "of"))
_OBJECTS = frozenset({"command", "authority", "responsibility", "guard", "leadership"})
_UNITS = frozenset(
    {
        "battalion",
        "company",
        "brigade",
        "regiment",
        "contingent",
        "battlegroup",
        "squadron",
        "platoon",
        "sector",
        "force",
    }
)
_EVERYTHING = frozenset({"operations", "all", "everything", "it", "them", "things"})
_ARROWS = ("➡", "→", "➔", "⇒", "➜", "▶", "->", "=>", ">")


def handover_findings(stage: Stage) -> Iterator[Finding]:
    """What nouns, arrows and "under" tell of command."""
    yield from _changed(stage)
    yield from under_findings(stage)
    yield from _national(stage)
    yield from _in_command(stage)
    yield from _beside(stage)
    yield from _owned(stage)
    yield from _over_all(stage)
    yield from _renewed(stage)


def _beside(stage: Stage) -> Iterator[Finding]:
    """ "Brigadier N. N. (Pakistan) heads Sector East", where the verb was read as a noun."""
    for person in people(stage.scene.sentence):
        at = after_name(stage.scene, person.last)
        tokens = stage.scene.sentence.tokens[at : at + 7]
        if len(tokens) < 2 or tokens[0].lower not in ("heads", "leads", "commands") or tokens[0].pos == "VERB":
            continue
        alone = Body(stage.scene.focus, None, at) if tokens[1].text in (".", ";", ",") and stage.scene.focus else None
        body = alone or next(
            (
                b
                for t in tokens[1:]
                if t.pos in ("NOUN", "PROPN") and (b := body_at(stage.scene, t.i)) and b.head == t.i
            ),
            None,
        )
        if body is not None:
            yield Finding(
                scene=stage.scene,
                predicate=at,
                tokens=(body.head,),
                operation=body.operation,
                holder=as_holder(person, stage.countries),
                act="holds",
                role=body.role,
                rule="command: beside",
            )


def _in_command(stage: Stage) -> Iterator[Finding]:
    """ "In command of the sector", "in acting charge of operations", "at the head of the mission"."""
    tokens = stage.scene.sentence.tokens
    for token in tokens[1:-1]:
        opening = [t.lower for t in tokens[max(0, token.i - 3) : token.i]]
        cue = {"command": "in", "charge": "in", "head": "at", "helm": "at"}.get(token.lower)
        behind = tokens[token.i + 1].lower
        if (
            cue not in opening
            or behind not in ("of", "in", ",", ".", ";", "since", "until", "till", "at", "here", "there")
            or (behind != "of" and cue == "at" and not _is_its(stage, token.i))
        ):
            continue
        body = _led(stage, token.i, behind)
        holder = _before(stage, token.i)
        if body is not None and holder is not None:
            clause = next(
                (c for c in map(stage.scene.sentence.clause_at, stage.scene.sentence.ancestors(token.i)) if c), None
            )
            yield Finding(
                scene=stage.scene,
                predicate=token.i,
                tokens=(body.head,) if behind == "of" else (),
                operation=body.operation,
                holder=holder,
                act="holds",
                role=body.role,
                when=time_of(stage.scene, clause) if clause else None,
                rule="command: in command",
            )


def _is_its(stage: Stage, at: int) -> bool:
    """ "With N. N. at its head"."""
    return stage.scene.sentence.tokens[at - 1].lower in ("its", "their")


def _led(stage: Stage, at: int, behind: str) -> Body | None:
    """What somebody is in command of; the operation in focus where nothing else is said."""
    focus = stage.scene.focus
    if behind != "of":
        return Body(focus, None, at) if focus else None
    objects = stage.scene.sentence.children_of(at + 1)
    if focus and any(stage.scene.sentence.tokens[o].lower in _EVERYTHING for o in objects):
        return Body(focus, None, objects[0])
    return next((body for o in objects if (body := body_at(stage.scene, o))), None)


def _over_all(stage: Stage) -> Iterator[Finding]:
    """ "General N. N. over the lot", "with an Irishman over the whole, General N. N."."""
    tokens, focus = stage.scene.sentence.tokens, stage.scene.focus
    for token in tokens[:-2]:
        if [t.lower for t in tokens[token.i : token.i + 2]] != ["over", "the"] or tokens[token.i + 2].lower not in (
            "lot",
            "whole",
        ):
            continue
        named = people(stage.scene.sentence)
        before = next((p for p in named if after_name(stage.scene, p.last) == token.i), None)
        behind = next(
            (
                p
                for p in named
                if p.first > token.i and all(is_rank(t) or t.text == "," for t in tokens[token.i + 3 : p.first])
            ),
            None,
        )
        person = before or behind
        if person is not None and focus is not None:
            yield Finding(
                scene=stage.scene,
                predicate=token.i,
                tokens=(token.i + 2,),
                operation=focus,
                holder=as_holder(person, stage.countries),
                act="holds",
                rule="command: over all",
            )


def _owned(stage: Stage) -> Iterator[Finding]:
    """ "Colonel N. N.'s battalion": a ranked name that owns a unit."""
    tokens = stage.scene.sentence.tokens
    for person in people(stage.scene.sentence):
        ranked = person.first > 0 and is_rank(tokens[person.first - 1]) and tokens[person.first - 1].pos != "DET"
        if not ranked or person.last + 1 >= len(tokens) or tokens[person.last].tag != "POS":
            continue
        at = stage.scene.sentence.tokens[person.last - 1].head
        body = body_at(stage.scene, at) if person.last < at <= person.last + 4 else None
        if body is not None and tokens[at].lemma.lower() in _UNITS:
            yield Finding(
                scene=stage.scene,
                predicate=at,
                tokens=(),
                operation=body.operation,
                holder=as_holder(person, stage.countries),
                act="holds",
                role=tokens[at].text,
                rule="command: owned",
            )


def _renewed(stage: Stage) -> Iterator[Finding]:
    """ "The force gets a new deputy next week in Brigadier N. N."."""
    tokens = stage.scene.sentence.tokens
    for post in stage.posts:
        new = "new" in (t.lower for t in tokens[post.first : post.head])
        into = next((t.i for t in tokens[post.last : post.last + 6] if t.lower == "in"), None)
        holder = _next(stage, into + 1) if new and into is not None else None
        clause = next(
            (c for c in map(stage.scene.sentence.clause_at, stage.scene.sentence.ancestors(post.head)) if c), None
        )
        if holder is None or not holder.person or clause is None or post.operation is None:
            continue
        when = time_of(stage.scene, clause)
        told = Status.PLANNED if lies_ahead(stage, when) else Status.ACTUAL
        ahead = clause.status if clause.status is not Status.ACTUAL else told
        yield Finding(
            scene=stage.scene,
            predicate=post.head,
            tokens=(clause.predicate,),
            operation=post.operation,
            holder=holder,
            act="takes",
            role=post.role,
            status=ahead,
            when=when,
            rule="command: new holder",
        )


def _before(stage: Stage, at: int) -> Holder | None:
    """The person nearest before a word, with no verb between but "be", "stand", "remain", "place"."""
    named = people(stage.scene.sentence)
    for i in range(at - 1, -1, -1):
        person = next((p for p in named if p.covers(i)), None)
        if person is not None:
            return None if _is_relieved(stage, i) else as_holder(person, stage.countries)
        token = stage.scene.sentence.tokens[i]
        if token.text == ";" or (
            token.pos == "VERB" and token.lemma not in ("be", "stand", "remain", "place", "put", "stay", "leave")
        ):
            return None
    return None


def _is_relieved(stage: Stage, i: int) -> bool:
    """Whether word `i` is whom somebody replaces ("A replaced B at the head of the mission")."""
    token = stage.scene.sentence.tokens[i]
    return token.dep == "dobj" and stage.scene.sentence.tokens[token.head].lemma in ("replace", "relieve", "succeed")


def _national(stage: Stage) -> Iterator[Finding]:
    """ "Under French command", "passed from German to Turkish command"."""
    tokens = stage.scene.sentence.tokens
    for token in tokens[2:]:
        cue = tokens[token.i - 2]
        nation = stage.scene.sentence.mention_at(token.i - 1, MentionKind.COUNTRY)
        if token.lower not in ("command", "leadership") or nation is None or nation.form != "adjective":
            continue
        body = body_before(stage, cue.i)
        operation = body.operation if body else stage.scene.focus
        if cue.lower not in ("under", "to") or operation is None:
            continue
        holder = Holder(nation.value, nation.value, nation.first, nation.last, person=False)
        before = stage.scene.sentence.mention_at(cue.i - 1, MentionKind.COUNTRY) if cue.lower == "to" else None
        clause = next(
            (c for c in stage.scene.sentence.clauses if c.predicate in stage.scene.sentence.ancestors(token.i)), None
        )
        yield Finding(
            scene=stage.scene,
            predicate=token.i,
            tokens=(body.head,) if body and token.i - body.head < 12 else (cue.i,),
            operation=operation,
            holder=holder,
            act="takes" if cue.lower == "to" else "holds",
            role=body.role if body else None,
            predecessor=Holder(before.value, before.value, before.first, before.last, person=False) if before else None,
            when=time_of(stage.scene, clause) if clause else None,
            status=clause.status if clause else Status.ACTUAL,
            rule="command: national",
        )


def _changed(stage: Stage) -> Iterator[Finding]:
    at = _change(stage)
    if at is None or stage.scene.focus is None:
        return
    pair = _from_to(stage, at) or _arrow(stage) or _label(stage, at)
    if pair is not None:
        before, holder = pair
        yield Finding(
            scene=stage.scene,
            predicate=at,
            tokens=(),
            operation=_operation(stage) or stage.scene.focus,
            holder=holder,
            act="takes",
            predecessor=before,
            role=next((p.role for p in stage.posts), None),
            when=_when(stage),
            rule="command: change of command",
        )


def _operation(stage: Stage) -> str | None:
    named = [m.value for m in stage.scene.sentence.mentions if m.kind is MentionKind.OPERATION and m.form != "anaphor"]
    return named[0] if named else None


def _change(stage: Stage) -> int | None:
    words = [t.lower for t in stage.scene.sentence.tokens]
    for i in range(len(words) - 1):
        if (words[i], words[i + 1]) in _CHANGES and _OBJECTS & set(words[i + 2 : i + 4]):
            return i
        if words[i] in ("handover", "takeover") and words[i + 1] == ":":
            return i
    return None


def _label(stage: Stage, at: int) -> tuple[Holder | None, Holder] | None:
    """ "Handover: Col. A to Brig. B"."""
    named = [p for p in people(stage.scene.sentence) if p.first > at][:2]
    if len(named) < 2 or stage.scene.sentence.tokens[at + 1].text != ":":
        return None
    between = [t.lower for t in stage.scene.sentence.tokens[named[0].last : named[1].first]]
    return (as_holder(named[0], stage.countries), as_holder(named[1], stage.countries)) if "to" in between else None


def _from_to(stage: Stage, at: int) -> tuple[Holder | None, Holder] | None:
    tokens = stage.scene.sentence.tokens
    giver = taker = None
    for i in range(at, len(tokens)):
        if tokens[i].lower == "from" and giver is None:
            giver = _next(stage, i + 1)
        elif tokens[i].lower in ("to", "between", "and") and taker is None and giver is not None:
            taker = _next(stage, i + 1)
    return (giver, taker) if taker is not None and giver is not None else None


def _next(stage: Stage, at: int) -> Holder | None:
    """Who is named from word `at` on, ranks and articles before the name."""
    tokens = stage.scene.sentence.tokens
    while at < len(tokens) and (is_rank(tokens[at]) or tokens[at].pos in ("DET", "ADJ") or tokens[at].tag == "POS"):
        if stage.scene.sentence.mention_at(at, MentionKind.PERSON):
            break
        at += 1
    return stage.holder(at) if at < len(tokens) else None


def _arrow(stage: Stage) -> tuple[Holder | None, Holder] | None:
    tokens = stage.scene.sentence.tokens
    arrow = next((t.i for t in tokens if t.text.strip("\ufe0f") in _ARROWS), None)
    if arrow is None:
        return None
    named = people(stage.scene.sentence)
    before = [p for p in named if p.last <= arrow]
    after = [p for p in named if p.first > arrow]
    if not before or not after:
        return None
    return as_holder(before[-1], stage.countries), as_holder(after[0], stage.countries)


def _when(stage: Stage) -> When | None:
    return next((time.when for time in stage.scene.sentence.times if time.when.edtf and time.relation == "at"), None)
