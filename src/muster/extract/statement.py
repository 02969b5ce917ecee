"""Claims of kind statement: who condemns, thanks, urges, warns, pledges, denies, accuses, welcomes.

Found are verbs of attitude, verbs that carry a noun of attitude ("issued a warning"), such nouns by themselves
("an appeal by"), adjectives ("is grateful to"), and attitudes that only the quoted words show (statement_speech).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from muster.extract.evidence import Ground, Scene, claim, extent, scenes, time_of
from muster.extract.statement_document import Voices, voices_of
from muster.extract.statement_parties import addressees
from muster.extract.statement_sense import Attitude, attitude_at
from muster.extract.statement_speech import spoken
from muster.extract.statement_voice import left_out, speakers, subject_of
from muster.model.annotation import AnnotatedDocument, MentionKind
from muster.model.claim import Claim, Statement
from muster.model.document import SegmentKind

# What accuses or demands by law, whoever brings it up.
_PAPERS = frozenset({"case", "charge", "indictment", "lawsuit", "suit", "trial", "warrant", "law", "legislation"})
# Verbs whose subject gets what somebody else says.
_GETTING = frozenset({"receive", "get", "obtain", "read", "see", "find"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who spoke before: `last` took a position or was cited last, `subject` was the sentence before about."""

    last: str | None = None
    subject: str | None = None


def find_statements(document: AnnotatedDocument) -> Iterator[Claim]:
    """The claims of this kind that the document makes."""
    voices = voices_of(document)
    last: str | None = None
    subject: str | None = None
    told: list[tuple[Scene, Claim]] = []
    for scene in scenes(document):
        found = list(_told(scene, voices, Spoken(last, subject)))
        told += [(scene, each) for each in found]
        last = _last_speaker(scene, found) or last
        subject = subject_of(scene, voices) or (subject if _goes_on(scene) else None)
    yield from _under_headlines(told)


def _goes_on(scene: Scene) -> bool:
    """Whether the sentence's subject is "he", "she" or "it": the next sentence's may be the same."""
    return any(t.lower in ("he", "she", "it") and t.dep == "nsubj" for t in scene.sentence.tokens[:4])


def _under_headlines(told: list[tuple[Scene, Claim]]) -> Iterator[Claim]:
    """The claims; a headline's office ("UN chief slams …") is whoever the text below says took the same position."""
    for scene, each in told:
        found, fact = each, each.fact
        if not isinstance(fact, Statement):
            continue
        if (
            scene.sentence.segment.kind is SegmentKind.HEADLINE
            and fact.speaker.split()[-1].islower()
            and " " in fact.speaker
        ):
            below = (
                c.fact for s, c in told if s.sentence.index > scene.sentence.index and isinstance(c.fact, Statement)
            )
            named = next((other for other in below if other.act == fact.act), fact)
            found = replace(found, fact=replace(fact, speaker=named.speaker))
        yield found


def _last_speaker(scene: Scene, found: list[Claim]) -> str | None:
    """Whom "he" in the next sentence may mean: who took a position last, else who was cited last."""
    subjects = [
        i for c in scene.sentence.clauses if not c.nominal for i in c.agents if scene.sentence.tokens[i].dep == "nsubj"
    ]
    office = [scene.phrase(i) for i in subjects for g in scene.sentence.groups_at(i) if g.form == "offices"]
    made = [c.fact.speaker for c in found if isinstance(c.fact, Statement)]
    cited = [c.speaker for c in scene.document.citations if scene.sentence.start <= c.start < scene.sentence.end]
    return next(iter((made or cited or office)[::-1]), None)


def _told(scene: Scene, voices: Voices, before: Spoken) -> Iterator[Claim]:
    taken: set[int] = set()
    for clause in scene.sentence.clauses:
        attitude = attitude_at(scene, clause)
        if attitude is None or attitude.word in taken:
            continue
        taken.add(attitude.word)
        yield from _claims(scene, voices, attitude, before)
    yield from spoken(scene, voices)


def _claims(scene: Scene, voices: Voices, attitude: Attitude, before: Spoken) -> Iterator[Claim]:
    thanked = _vocative(scene, attitude)
    own = voices.posts.get(scene.sentence.index)
    names = [own] if thanked and own else _speakers(scene, voices, attitude, before)
    told = [(at, name) for clause in attitude.addressed for at, name in addressees(scene, clause, attitude.to)]
    for name in dict.fromkeys(names):
        others = tuple(dict.fromkeys(addressee for _, addressee in told if addressee != name))
        fact = Statement(speaker=name, act=attitude.act, addressee=(thanked,) if thanked else others)
        yield claim(_ground(scene, attitude, [at for at, _ in told]), fact, attitude.rule)


def _speakers(scene: Scene, voices: Voices, attitude: Attitude, before: Spoken) -> list[str]:
    """The names of those who take the position; where the clause has no subject, whoever the document lets speak."""
    names = [name for i in attitude.speakers for name in speakers(scene, voices, i, before.last, before.subject)]
    if not names and any(scene.sentence.tokens[i].lemma.lower() in _PAPERS for i in attitude.speakers):
        return []
    if not names and attitude.speakers:
        return list(_above(scene, voices, attitude.clause.predicate, before.last))
    if not attitude.speakers and attitude.heads_sentence:
        plain = scene.sentence.tokens[attitude.clause.predicate].tag in ("VB", "VBP", "JJ")
        own = voices.posts.get(scene.sentence.index)
        names = [name for name in (own if plain else own or voices.body or before.last,) if name]
    if not attitude.speakers and not attitude.heads_sentence and not attitude.clause.nominal and not names:
        at = left_out(scene, attitude.clause)
        names = list(speakers(scene, voices, at, before.last)) if at is not None else []
    if not attitude.speakers and attitude.clause.nominal and not names:
        first = next((i for c in scene.sentence.clauses if not c.nominal for i in c.agents), None)
        names = list(speakers(scene, voices, first, before.last)) if first is not None else []
    return names


def _vocative(scene: Scene, attitude: Attitude) -> str | None:
    """ "Thank you, General": the person named behind it."""
    tokens = scene.sentence.tokens
    if not any(tokens[i].lower == "you" for i in attitude.clause.patients):
        return None
    people = [m for m in scene.sentence.mentions if m.kind is MentionKind.PERSON and m.first > attitude.word]
    return people[0].value if people and people[0].first < attitude.word + 6 else None


def _above(scene: Scene, voices: Voices, i: int, last: str | None) -> Iterator[str]:
    """The speaker of the nearest clause above that has one, where the parser hangs an attitude on the wrong noun."""
    for at in scene.sentence.ancestors(i):
        clause = scene.sentence.clause_at(at)
        if clause is not None and not clause.nominal and clause.lemma not in _GETTING:
            names = [name for agent in clause.agents for name in speakers(scene, voices, agent, last)]
            if names:
                yield from names
                return


def _ground(scene: Scene, attitude: Attitude, told: list[int]) -> Ground:
    near = [i for i in attitude.speakers if attitude.clause.predicate - 15 < i < attitude.clause.predicate]
    words = extent(scene, *near[:1], *told, *attitude.clause.patients[:1])
    return Ground(
        scene,
        attitude.clause.predicate,
        (*words, attitude.word, *attitude.content[-1:]),
        operation=scene.focus,
        when=time_of(scene, attitude.clause),
    )
