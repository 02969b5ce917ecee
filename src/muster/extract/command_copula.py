"""Posts that a clause joins to a person: "her deputy is N. N.", "N. N. left as commander", "N. N., chief of police"."""

from collections.abc import Iterator
from dataclasses import replace

from muster.extract.command_findings import Finding
from muster.extract.command_holders import Holder
from muster.extract.command_lexicon import words_of_command
from muster.extract.command_posts import Post
from muster.extract.command_stage import Stage, What, agent_of, finding, of_post
from muster.model.annotation import Clause, MentionKind, Token
from muster.model.claim import Status

_BEING = frozenset({"be", "remain", "stay"})
_LEAVING = frozenset({"leave", "depart", "go", "resign", "retire", "quit", "exit", "step", "stand", "bow"})
_TERMS = frozenset({"term", "tour", "tenure", "command", "assignment", "posting", "mandate", "stint", "appointment"})
_COMING = frozenset({"arrive", "come", "join", "return", "land"})


def joined_findings(stage: Stage) -> Iterator[Finding]:
    """What "be" and a verb with "as" tell of posts."""
    for clause in stage.scene.sentence.clauses:
        if not clause.nominal and not clause.passive:
            yield from _is_post(stage, clause)
            yield from _as_post(stage, clause)
            yield from _term_ended(stage, clause)


def _is_post(stage: Stage, clause: Clause) -> Iterator[Finding]:
    """ "Its boss from the first day has been N. N.", "N. N., an officer of the army, is operation commander"."""
    if clause.lemma not in _BEING:
        return
    for post in stage.posts:
        sides = (clause.agents, clause.patients)
        other = next((sides[1 - n] for n in (0, 1) if any(_in(post, i) for i in sides[n])), ())
        holder = next((h for i in other if not _in(post, i) and (h := stage.holder(i) or _nation(stage, i))), None)
        if holder is not None and post.operation is not None and not post.former:
            ahead = clause.tense == "future" or clause.status is Status.PLANNED
            act = "takes" if ahead else "named" if post.designate else "holds"
            yield replace(finding(stage, clause, holder, act, of_post(post)), rule="command: copula")


def _nation(stage: Stage, i: int) -> Holder | None:
    """ "The force commander is Ghanaian"."""
    found = stage.scene.sentence.mention_at(i, MentionKind.COUNTRY)
    named = found is not None and found.form in ("adjective", "demonym")
    return Holder(found.value, found.value, found.first, found.last, person=False) if found and named else None


def _as_post(stage: Stage, clause: Clause) -> Iterator[Finding]:
    """ "N. N. left the capital as commander", "has completed a year of his assignment as force commander"."""
    known = words_of_command().find(clause.lemma, clause.particle, "verb") is not None
    if known and not (clause.lemma in _LEAVING or _is_part_of_term(stage, clause)):
        return
    for post in stage.posts:
        as_post = post.first > 0 and stage.scene.sentence.tokens[post.first - 1].lower == "as"
        if not as_post or not _governs(stage, clause.predicate, post.head) or post.operation is None:
            continue
        holder = _subject(stage, clause)
        if holder is not None:
            stepping = clause.lemma in ("step", "stand", "bow")
            if stepping and not {t.lower for t in _behind(stage, clause)} & {"down", "aside", "back", "out"}:
                continue
            act = "hands-over" if clause.lemma in _LEAVING else "takes" if clause.lemma in _COMING else "holds"
            yield replace(finding(stage, clause, holder, act, of_post(post)), rule="command: as")


def _term_ended(stage: Stage, clause: Clause) -> Iterator[Finding]:
    """ "Colonel N. N.'s term as sector commander came to an end in March": weak unless he is known to command."""
    over = any(stage.scene.sentence.tokens[i].lemma in ("end", "close") for _, i in clause.obliques)
    if clause.lemma not in ("end", "expire", "conclude", "finish") and not (clause.lemma in ("come", "draw") and over):
        return
    for i in clause.agents:
        owners = [c for c in stage.scene.sentence.children_of(i) if stage.scene.sentence.tokens[c].dep == "poss"]
        holder = next((h for c in owners if (h := stage.holder(c)) and h.person), None)
        if stage.scene.sentence.tokens[i].lemma.lower() not in _TERMS or holder is None or not stage.scene.focus:
            continue
        post = next((p for p in stage.posts if p.head in stage.scene.sentence.subtree(i)), None)
        what = of_post(post, i) if post is not None else What(stage.scene.focus, None, (i,), weak=True)
        yield replace(finding(stage, clause, holder, "hands-over", what), rule="command: term")


def _behind(stage: Stage, clause: Clause) -> tuple[Token, ...]:
    """The two words right behind a verb, where its particle stands."""
    return stage.scene.sentence.tokens[clause.predicate + 1 : clause.predicate + 3]


def _is_part_of_term(stage: Stage, clause: Clause) -> bool:
    """ "Has completed the first year of his assignment": he goes on."""
    objects = {stage.scene.sentence.tokens[i].lemma.lower() for i in clause.patients}
    return bool(objects & {"year", "month", "half", "week"})


def _governs(stage: Stage, verb: int, i: int) -> bool:
    """Whether word `i` hangs on a verb with no other verb between."""
    for at in stage.scene.sentence.ancestors(i):
        if at == verb:
            return True
        if stage.scene.sentence.tokens[at].pos == "VERB":
            return False
    return False


def _subject(stage: Stage, clause: Clause) -> Holder | None:
    holder = agent_of(stage, clause)
    return holder if holder is not None and holder.person else None


def _in(post: Post, i: int) -> bool:
    return post.first <= i < post.last
