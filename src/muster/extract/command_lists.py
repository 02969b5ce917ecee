"""Commanders told across sentences: lists under a heading, and the post in one sentence with the name in the next."""

from collections.abc import Iterator
from dataclasses import replace

from muster.extract.command_bodies import body_at
from muster.extract.command_findings import Finding
from muster.extract.command_holders import Countries, Holder, as_holder, in_post, people
from muster.extract.command_lexicon import is_rank
from muster.extract.command_posts import Post, find_posts
from muster.extract.command_stage import Stage
from muster.extract.command_tenure import tenure
from muster.extract.evidence import Scene
from muster.model.annotation import AnnotatedDocument, MentionKind
from muster.model.when import When

_SHORT = 30
_SAYING = frozenset({"say", "tell", "add", "warn", "announce", "report"})


def heading_of(stage: Stage, before: Post | None) -> Post | None:
    """The post whose holders the next lines list: a short line that names posts and nobody ("Force Commanders"); an
    entry of the list keeps it, anything else ends it."""
    tokens = stage.scene.sentence.tokens
    named = people(stage.scene.sentence)
    if not named and len(tokens) < 12 and len(stage.posts) == 1 and not stage.scene.sentence.is_full:
        return stage.posts[0]
    return before if named and _is_entry(stage.scene) else None


def listed(stage: Stage, heading: Post | None) -> Iterator[Finding]:
    """The holder that a line under such a heading gives: a name with a country or a term beside it."""
    named = people(stage.scene.sentence)
    if heading is None or heading.operation is None or len(named) != 1 or not _is_entry(stage.scene):
        return
    # Columns are a table's, read there.
    if "   " in stage.scene.document.text[stage.scene.sentence.start : stage.scene.sentence.end]:
        return
    holder = as_holder(named[0], stage.countries)
    nations = [m.value for m in stage.scene.sentence.mentions if m.kind is MentionKind.COUNTRY]
    holder = holder if holder.country or len(set(nations)) != 1 else replace(holder, country=nations[0])
    when = _term(stage.scene)
    if when is not None or holder.country is not None or _is_bare(stage.scene, named[0].first):
        yield Finding(
            scene=stage.scene,
            predicate=named[0].first,
            tokens=(len(stage.scene.sentence.tokens) - 1,),
            operation=heading.operation,
            holder=holder,
            act="holds",
            role=heading.role,
            when=when,
            rule="command: list",
        )


def signed(document: AnnotatedDocument, countries: Countries) -> Iterator[Finding]:
    """A post and the name that signs for it: "Word from the Regional Commander" … "Col. N. N. (Nigeria)"; or the name
    on one line and the post on the next."""
    letter: tuple[Scene, Post] | None = None
    line: tuple[Scene, Holder] | None = None
    for sentence in document.sentences:
        scene = Scene(document, sentence)
        posts, named = find_posts(scene), people(sentence)
        if posts and not named and _is_entry(scene) and _is_letter(scene, posts[0]):
            letter = scene, posts[0]
        alone = len(posts) == 1 and not named and posts[0].last - posts[0].first >= len(sentence.tokens) - 2
        if line is not None and alone:
            yield _signature(scene, posts[0], line)
        line = None
        if (
            len(named) == 1
            and not posts
            and _is_entry(scene)
            and _is_bare(scene, named[0].first)
            and len(sentence.tokens) < 12
        ):
            line = scene, as_holder(named[0], countries)
            if letter is not None:
                yield _signature(letter[0], letter[1], line)
                letter = None


def _is_letter(scene: Scene, post: Post) -> bool:
    return (post.first > 0 and scene.sentence.tokens[post.first - 1].lower == "from") or scene.sentence.tokens[
        post.first
    ].lower == "from"


def _signature(scene: Scene, post: Post, line: tuple[Scene, Holder]) -> Finding:
    at, holder = line
    return Finding(
        scene=at,
        predicate=holder.first,
        tokens=(),
        operation=post.operation or "",
        holder=holder,
        act="holds",
        role=post.role,
        rule="command: signature",
    )


def _is_bare(scene: Scene, first: int) -> bool:
    """Whether a line begins with a rank and the name."""
    return first > 0 and all(is_rank(t) for t in scene.sentence.tokens[:first])


def labelled(stage: Stage) -> Iterator[Finding]:
    """ "Sector East: Brigadier General N. N. (Spain)": a line that gives a body and a ranked name."""
    tokens = stage.scene.sentence.tokens
    mark = next((t.i for t in tokens[1:8] if t.text in (":", "–", "—")), None)
    named = people(stage.scene.sentence)
    if mark is None or len(named) != 1 or not _is_entry(stage.scene) or stage.posts:
        return
    between = tokens[mark + 1 : named[0].first]
    body = body_at(stage.scene, mark - 1)
    if body is not None and body.role and between and all(is_rank(t) for t in between):
        yield Finding(
            scene=stage.scene,
            predicate=mark - 1,
            tokens=(0,),
            operation=body.operation,
            holder=as_holder(named[0], stage.countries),
            act="holds",
            role=stage.scene.words(0, mark),
            rule="command: label",
        )


def series(stage: Stage) -> Iterator[Finding]:
    """ "The force commanders have been A (Ghana), 1978 to 1981, B (Ireland), 1981-1986, and C": each with his term."""
    tokens = stage.scene.sentence.tokens
    for post in stage.posts:
        named = [p for p in people(stage.scene.sentence) if p.first >= post.last]
        plural = tokens[post.head].tag in ("NNS", "NNPS")
        if not plural or len(named) < 2 or post.operation is None or not any(in_post(stage.scene, post)):
            continue
        for n, person in enumerate(named):
            until = named[n + 1].first if n + 1 < len(named) else len(tokens)
            own = [t.when for t in stage.scene.sentence.times if person.last <= t.first < until and t.when.edtf]
            yield Finding(
                scene=stage.scene,
                predicate=person.first,
                tokens=(),
                operation=post.operation,
                holder=as_holder(person, stage.countries),
                act="holds",
                role=post.role,
                when=own[0] if own else None,
                rule="command: series",
            )


def announced(document: AnnotatedDocument, countries: Countries) -> Iterator[Finding]:
    """ "…, the commander of the force said. Major General N. N. said …": the one who goes on speaking."""
    for sentence, following in zip(document.sentences, document.sentences[1:], strict=False):
        scene = Scene(document, sentence)
        speakers = [p for p in find_posts(scene) if _speaks(scene, p) and not any(in_post(scene, p))]
        named = people(following)[:1]
        if not speakers or not named or not _goes_on(Scene(document, following), named[0].first, named[0].last):
            continue
        post = speakers[0]
        if post.operation is not None and not people(sentence):
            yield Finding(
                scene=scene,
                predicate=post.head,
                tokens=tuple(range(post.first, post.last)),
                operation=post.operation,
                holder=as_holder(named[0], countries),
                act="holds",
                role=post.role,
                rule="command: speaker",
            )


def _speaks(scene: Scene, post: Post) -> bool:
    """Whether the holder of a post is the subject of a verb of saying."""
    token = scene.sentence.tokens[post.head]
    verb = scene.sentence.tokens[token.head]
    return token.dep == "nsubj" and verb.lemma.lower() in _SAYING


def _goes_on(scene: Scene, first: int, last: int) -> bool:
    """Whether a sentence opens with a rank and a name that says something."""
    tokens = scene.sentence.tokens
    ranked = first > 0 and all(is_rank(t) for t in tokens[:first])
    return ranked and any(t.lemma.lower() in _SAYING for t in tokens[last : last + 2])


def _is_entry(scene: Scene) -> bool:
    return len(scene.sentence.tokens) < _SHORT and not scene.sentence.is_full


def _term(scene: Scene) -> When | None:
    """The term of an entry: both its dates if they are printed with their years, else what the sentence says."""
    printed = tenure([scene.words(0, len(scene.sentence.tokens))])
    if printed is not None and "/" in str(printed.edtf):
        return printed
    times = [time.when for time in scene.sentence.times if time.when.edtf]
    return next((when for when in times if "/" in str(when.edtf)), times[0] if times else None)
