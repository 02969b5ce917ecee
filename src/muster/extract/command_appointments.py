"""Appointments: who is named to which post, or to lead what."""

from collections.abc import Iterator
from dataclasses import replace

from muster.extract.command_bodies import Body, body_at
from muster.extract.command_findings import Finding
from muster.extract.command_holders import Holder, after_name, as_holder, in_post, people
from muster.extract.command_lexicon import words_of_command
from muster.extract.command_posts import Post
from muster.extract.command_predecessors import predecessor_of
from muster.extract.command_stage import Stage, What, finding, is_in, of_body, of_post, patient_of, post_after
from muster.extract.frames import Frame
from muster.model.annotation import Clause, Mention

_AS = frozenset(
    {
        "as",
        "to",
        "be",
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "my",
        "become",
        "serve",
        "new",
        "position",
        "post",
        "of",
        "for",
        ",",
        "our",
    }
)


def named_findings(stage: Stage, clause: Clause, frame: Frame) -> Iterator[Finding]:
    """Those whom a clause appoints, to posts, to lead something, or in somebody's place."""
    pair = _appointed(stage, clause)
    if pair is not None:
        yield finding(stage, clause, as_holder(pair[0], stage.countries), "named", of_post(pair[1]))
        for other, post in _listed(stage, pair[1]):
            told = finding(stage, clause, as_holder(other, stage.countries), "named", of_post(post))
            yield replace(told, predicate=post.head)
        return
    holder = patient_of(stage, clause)
    if holder is None:
        return
    body = _to_lead(stage, clause)
    before = predecessor_of(stage.scene, holder, stage.countries)
    if body is not None:
        yield finding(stage, clause, holder, "named", of_body(body))
    elif _is_successor(stage, clause) and holder.person and stage.scene.focus:
        before = next((h for i in clause.patients if (h := _predecessor_owner(stage, i))), None)
        what = What(stage.scene.focus, None, (), weak=True)
        yield finding(stage, clause, holder, "named", what, before)
    elif before is not None and holder.person and stage.scene.focus and not clause.nominal:
        post_left = next((p for p in stage.posts if is_in(stage, p, before)), None)
        what = What(stage.scene.focus, post_left.role if post_left else None, (), not stage.posts)
        yield finding(stage, clause, holder, "named", what, before)


def _is_successor(stage: Stage, clause: Clause) -> bool:
    """ "Named his successor: General N. N."."""
    return any(stage.scene.sentence.tokens[i].lemma.lower() == "successor" for i in clause.patients)


def _predecessor_owner(stage: Stage, i: int) -> Holder | None:
    """Whose successor a word is: "his" means the person last spoken of."""
    owners = (c for c in stage.scene.sentence.children_of(i) if stage.scene.sentence.tokens[c].dep == "poss")
    return next((h for c in owners if (h := stage.holder(c)) and h.person), None)


def _appointed(stage: Stage, clause: Clause) -> tuple[Mention, Post] | None:
    """The person appointed and the post: next to each other behind the verb, or subject and post of a passive."""
    sentence = stage.scene.sentence
    for post in stage.posts:
        for person in people(sentence):
            if person.first > clause.predicate and post.first >= person.last and _as(stage, person.last, post.first):
                return person, post
    holder = patient_of(stage, clause)
    behind = post_after(stage, clause.predicate)
    if holder is None or not holder.person or behind is None:
        return None
    named = next((p for p in people(sentence) if p.covers(holder.first)), None)
    inside = next((p for p in in_post(stage.scene, behind)), None)
    fits = named is not None and (inside is None or inside.value == named.value)
    return (named, behind) if named is not None and fits else None


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
        if (
            frame is not None
            and frame.get("act") == "holds"
            and clause.predicate in stage.scene.sentence.ancestors(other.predicate)
        ):
            for i in other.patients:
                if found := body_at(stage.scene, i):
                    return found
    return None
