"""Command told in an unusual order: "At the helm is N. N.", "command lies with N. N.", "the battalion, Lt. Col. N. N.
commanding"."""

from collections.abc import Iterator

from muster.extract.command_bodies import Body, body_at
from muster.extract.command_findings import Finding
from muster.extract.command_holders import Holder, as_holder, people
from muster.extract.command_lexicon import is_rank, noun
from muster.extract.command_stage import Stage, holder_behind, lies_ahead, oblique
from muster.extract.evidence import time_of
from muster.model.annotation import Clause, MentionKind
from muster.model.claim import Status

_CUES = frozenset({"command", "charge", "helm", "head", "top", "heading", "leading", "commanding", "running"})
_STANDING = frozenset({"is", "was", "stands", "stood", "sits", "sat", "are", "were", "remains"})
_RESTING = frozenset({"lie", "rest", "remain", "be", "stay", "belong"})


def order_findings(stage: Stage) -> Iterator[Finding]:
    """What the order of words tells of command."""
    yield from _opened(stage)
    yield from _bracketed(stage)
    for clause in stage.scene.sentence.clauses:
        if not clause.nominal:
            yield from _resting(stage, clause)


def _opened(stage: Stage) -> Iterator[Finding]:
    """ "At the top of the mission stands N. N.", "leading the force is N. N.", "in command are the French"."""
    tokens = stage.scene.sentence.tokens
    cue = next((t for t in tokens[:4] if t.lower in _CUES), None)
    verb = next((t for t in tokens[1:14] if t.lower in _STANDING), None)
    if cue is None or verb is None or verb.i < cue.i or any(t.pos == "VERB" for t in tokens[cue.i + 1 : verb.i]):
        return
    opening = tokens[0].lower in ("at", "in") or cue.tag == "VBG"
    bodies = (b for i in range(cue.i + 1, verb.i) if (b := body_at(stage.scene, i)))
    body = next(bodies, None) or (Body(stage.scene.focus, None, cue.i) if stage.scene.focus else None)
    holder = _named_from(stage, verb.i + 1)
    if opening and body is not None and holder is not None:
        yield _finding(stage, cue.i, body, holder, "command: opening")


def _named_from(stage: Stage, at: int) -> Holder | None:
    """Who is named right behind a verb, ranks, articles and nationalities before the name."""
    tokens = stage.scene.sentence.tokens
    for i in range(at, min(at + 7, len(tokens))):
        person = next((p for p in people(stage.scene.sentence) if p.first == i), None)
        if person is not None:
            return as_holder(person, stage.countries)
        nation = stage.scene.sentence.mention_at(i, MentionKind.COUNTRY)
        if not (is_rank(tokens[i]) or tokens[i].pos in ("DET", "ADJ", "ADV") or tokens[i].text == "," or nation):
            return None
    return None


def _bracketed(stage: Stage) -> Iterator[Finding]:
    """ "The battalion (Lt. Col. N. N.)", "the battalion, Lt. Col. N. N. commanding"."""
    tokens = stage.scene.sentence.tokens
    for person in people(stage.scene.sentence):
        at = person.first
        while at > 0 and is_rank(tokens[at - 1]) and tokens[at - 1].lower != "the":
            at -= 1
        if at == person.first or at < 2 or person.last >= len(tokens):
            continue
        bracket = tokens[at - 1].text == "(" and tokens[person.last].text == ")"
        commanding = tokens[at - 1].text == "," and tokens[person.last].lower in ("commanding", "in")
        commanding = commanding and (
            tokens[person.last].lower == "commanding" or _follows(stage, person.last, "in", "command")
        )
        body = body_at(stage.scene, at - 2) if bracket or commanding else None
        if body is not None and (body.role or commanding):
            yield _finding(stage, at - 2, body, as_holder(person, stage.countries), "command: beside a body")


def _follows(stage: Stage, at: int, *words: str) -> bool:
    tokens = stage.scene.sentence.tokens[at : at + len(words)]
    return [t.lower for t in tokens] == list(words)


def _resting(stage: Stage, clause: Clause) -> Iterator[Finding]:
    """ "Command lies with N. N.", "command is in the hands of N. N.", "the command is Italian"."""
    tokens, focus = stage.scene.sentence.tokens, stage.scene.focus
    at = next((i for i in clause.agents if tokens[i].lemma.lower() in ("command", "leadership", "lead")), None)
    if at is None or focus is None or clause.lemma not in _RESTING or noun(tokens[at], "command") is None:
        return
    hands = any(t.lower == "hands" for t in tokens[clause.predicate + 1 : clause.predicate + 5])
    holder = oblique(stage, clause, "with") or (holder_behind(stage, clause.predicate, "of", 8) if hands else None)
    if holder is None and clause.lemma in ("be", "remain"):
        behind = stage.scene.sentence.mention_at(min(clause.predicate + 1, len(tokens) - 1), MentionKind.COUNTRY)
        if behind is not None and behind.form == "adjective" and behind.last >= len(tokens) - 1:
            holder = Holder(behind.value, behind.value, behind.first, behind.last, person=False)
    if holder is not None:
        yield _finding(stage, at, Body(focus, None, clause.predicate), holder, "command: resting", clause)


def _finding(stage: Stage, at: int, body: Body, holder: Holder, rule: str, clause: Clause | None = None) -> Finding:
    when = time_of(stage.scene, clause) if clause is not None else None
    return Finding(
        scene=stage.scene,
        predicate=at,
        tokens=(body.head,),
        operation=body.operation,
        holder=holder,
        act="takes" if lies_ahead(stage, when) else "holds",
        role=body.role,
        status=Status.PLANNED if lies_ahead(stage, when) else Status.ACTUAL,
        when=when,
        rule=rule,
    )
