"""What is under somebody: "the battalion is under (the command of) Colonel N. N.", "under the Spaniard N. N."."""

from collections.abc import Iterator

from muster.extract.command_bodies import Body, body_at
from muster.extract.command_findings import Finding
from muster.extract.command_holders import Holder, as_holder, people
from muster.extract.command_lexicon import is_rank
from muster.extract.command_stage import Stage
from muster.model.annotation import MentionKind


def under_findings(stage: Stage) -> Iterator[Finding]:
    """ "The battalion is under (the command of) Colonel N. N."."""
    tokens = stage.scene.sentence.tokens
    for token in tokens:
        if token.lower != "under" or token.i + 1 >= len(tokens):
            continue
        holder = _commander_behind(stage, token.i)
        body = _under_whom(stage, token.i)
        operation = body.operation if body else stage.scene.focus
        if holder is not None and operation is not None:
            yield Finding(
                scene=stage.scene,
                predicate=token.i,
                tokens=(body.head,) if body and token.i - body.head < 12 else (),
                operation=operation,
                holder=holder,
                act="holds",
                role=body.role if body else None,
                rule="command: under",
            )


def _under_whom(stage: Stage, at: int) -> Body | None:
    """What is under somebody: the subject of the verb that "under" hangs on, else the nearest body before it."""
    clause = stage.scene.sentence.clause_at(stage.scene.sentence.tokens[at].head)
    doers = clause.agents or clause.patients if clause is not None and not clause.nominal else ()
    return next((b for i in doers if (b := body_at(stage.scene, i))), None) or body_before(stage, at)


def _commander_behind(stage: Stage, at: int) -> Holder | None:
    """The person behind "under", "under the command of", or before "'s command"."""
    tokens = stage.scene.sentence.tokens
    words = [t.lower for t in tokens]
    i = at + 1
    while i < len(tokens) and words[i] in ("the", "overall", "operational", "military", "direct", "a", "new"):
        i += 1
    stated = i + 1 < len(tokens) and words[i] in ("command", "leadership", "guidance") and words[i + 1] == "of"
    i += 2 * stated
    start = i
    while i < len(tokens) and (
        is_rank(tokens[i])
        or stage.scene.sentence.mention_at(i, MentionKind.COUNTRY)
        or tokens[i].tag == "POS"
        or words[i] in ("a", "an", "police", "boss", "officer")
        or (words[i] == "," and is_rank(tokens[i - 1]))
    ):
        if any(p.first == i for p in people(stage.scene.sentence)):
            break
        i += 1
    person = next((p for p in people(stage.scene.sentence) if p.first == i), None)
    if person is None:
        return None
    owned = (
        person.last + 1 < len(tokens)
        and tokens[person.last].tag == "POS"
        and words[person.last + 1] in ("command", "leadership")
    )
    ranked = any(
        (is_rank(t) and t.lower != "the") or stage.scene.sentence.mention_at(t.i, MentionKind.COUNTRY)
        for t in tokens[start:i]
    )
    plain = person.last >= len(tokens) or tokens[person.last].tag != "POS"
    return as_holder(person, stage.countries) if stated or owned or (ranked and plain) else None


def body_before(stage: Stage, at: int) -> Body | None:
    """The nearest body named before a word."""
    for i in range(at - 1, -1, -1):
        if found := body_at(stage.scene, i):
            return found
    return None
