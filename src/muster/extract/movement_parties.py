"""Who moves, and who sends: the parties of a movement (GUIDE.md, decisions 16, 22, 26, 30)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from muster.extract.evidence import Scene
from muster.extract.movement_counts import count_at, counts_units, is_remainder, of_objects
from muster.extract.movement_forces import Party, named_at
from muster.model.annotation import CountMention, MentionKind

_SHARES = frozenset(
    "majority rest remainder half most bulk part number handful third quarter first last all many some total advance"
    " remnant core balance lot most couple pair dozen batch wave lead vanguard body tranche".split()
)
_BATCHES = frozenset(
    {"group", "party", "batch", "wave", "column", "convoy", "planeload", "shipload", "detachment", "element"}
)
_ADVERBS = frozenset({"home", "back", "ashore", "away", "out", "more", "others"})
_ARMOUR = frozenset("tank armour armor lorry truck column convoy gun vehicle carrier frigate warship fleet".split())
_CARRIERS = _ARMOUR | frozenset(
    "plane aeroplane airplane aircraft flight ship boat ferry train bus helicopter airlift liner".split()
)
_THIRD = frozenset({"it", "its", "they", "their", "them", "itself", "themselves"})


def parties_of(scene: Scene, heads: Iterable[int]) -> tuple[Party, ...]:
    """The parties that these words name, with the countries a list goes on to name."""
    listed = dict.fromkeys(at for head in heads for at in (head, *_listed(scene, head)))
    return tuple(party for head in listed for party in parties_at(scene, head))


def aboard(scene: Scene, i: int) -> Iterator[Party]:
    """Those in the aircraft, ship or column at `i`: "the last plane with Swedes", "Israeli tanks"."""
    if scene.sentence.tokens[i].lemma.lower() not in _CARRIERS:
        return
    links = [c for c in scene.sentence.children_of(i) if scene.sentence.tokens[c].lower in ("with", "of", "carrying")]
    inside = [
        p for c in links for d in scene.sentence.children_of(c) for p in parties_at(scene, d) if p.sort == "force"
    ]
    country = _adjective(scene, i)
    if inside:
        yield replace(inside[0], head=i)
    elif country is not None and scene.sentence.tokens[i].lemma.lower() in _ARMOUR:
        yield Party(i, country, "force", country, own=True)


def _listed(scene: Scene, head: int) -> Iterator[int]:
    """The countries joined to the country at `head` by commas and "and", whatever the parse makes of them."""
    tokens, at = scene.sentence.tokens, head
    names = {
        m.first: m for m in scene.sentence.mentions if m.kind is MentionKind.COUNTRY and m.form in ("name", "capital")
    }
    if not any(m.first <= head < m.last for m in names.values()):
        return
    found: list[int] = []
    while at + 1 < len(tokens):
        step = at + 1
        while step < len(tokens) and tokens[step].lower in (",", "and", "the", "&"):
            step += 1
        if step == at + 1 or step not in names:
            break
        at = names[step].last - 1
        found.append(at)
    if found and any(t.lower == "and" for t in tokens[head : found[-1]]):
        yield from found


def parties_at(scene: Scene, i: int) -> tuple[Party, ...]:
    """The parties that the word at `i` names: one for each nationality, none for anybody who is no force or state."""
    figure = _figure_at(scene, i)
    if figure is not None:
        return _figured(scene, i, figure)
    token = scene.sentence.tokens[i]
    if token.lower in _THIRD:
        return _meant(scene, i)
    if token.lower in ("we", "us"):
        return (Party(i, "", "number"),)
    if token.lemma.lower() in _BATCHES and (made_of := _made_of(scene, i)):
        return made_of
    if token.lower in _SHARES or token.lemma.lower() in _SHARES:
        return _shared(scene, i)
    return tuple(_one(scene, i)) or named_at(scene, i) or tuple(_assembly(scene, i))


def _meant(scene: Scene, i: int) -> tuple[Party, ...]:
    """Whom a pronoun means; "them" may be forces that nothing names."""
    token = scene.sentence.tokens[i]
    speaker = _reporter(scene, i)
    if speaker:
        return speaker
    known = scene.sentence.mention_at(i, MentionKind.COUNTRY, MentionKind.OPERATION, MentionKind.ORGANISATION)
    if known is not None and known.form == "anaphor" and token.lower in ("it", "its"):
        sort = "state" if known.kind is MentionKind.COUNTRY else known.kind.value
        return (Party(i, known.value, sort, known.value if sort == "state" else None, own=True),)
    return antecedent(scene, i) or ((Party(i, "", "number"),) if token.lower == "them" else ())


def _shared(scene: Scene, i: int) -> tuple[Party, ...]:
    """Of whom "the last", "half", "the rest" are: what stands beside it or behind its "of"."""
    beside = [c for c in scene.sentence.children_of(i) if scene.sentence.tokens[c].dep == "appos"]
    heads = [d for d in (*beside, *of_objects(scene, i)) if d != i]
    told = count_at(scene, i)
    found = tuple(replace(p, head=i, count=p.count or told) for d in heads for p in parties_at(scene, d))[:1]
    if not found and scene.sentence.tokens[i].lemma.lower() in (
        "body",
        "remainder",
        "rest",
        "vanguard",
        "wave",
        "batch",
    ):
        return (Party(i, "", "number", count=told),)
    return found


def _one(scene: Scene, i: int) -> Iterator[Party]:
    """ "A Norwegian one"."""
    if scene.sentence.tokens[i].lower in ("one", "ones") and (country := _adjective(scene, i)) is not None:
        yield Party(i, country, "force", country, own=True)


def _assembly(scene: Scene, i: int) -> Iterator[Party]:
    """A body known by its country: "Germany's Bundestag", "the Philippine Senate"."""
    token = scene.sentence.tokens[i]
    if token.pos != "PROPN" or scene.sentence.mention_at(i):
        return
    for c in scene.sentence.children_of(i):
        country = scene.sentence.mention_at(c, MentionKind.COUNTRY)
        if country is not None and scene.sentence.tokens[c].dep in ("poss", "amod"):
            yield Party(i, country.value, "state", country.value, own=True)


def _adjective(scene: Scene, i: int) -> str | None:
    """The country of "a Norwegian one"."""
    found = (scene.sentence.mention_at(c, MentionKind.COUNTRY) for c in scene.sentence.children_of(i))
    return next((m.value for m in found if m), None)


def _made_of(scene: Scene, i: int) -> tuple[Party, ...]:
    """Those a batch is made of ("a first group of 230 Kenyan police"), unless it says more of itself than they do."""
    inner = tuple(replace(p, head=i) for d in of_objects(scene, i) for p in named_at(scene, d) if p.sort == "force")
    return inner if inner and (inner[0].own or not named_at(scene, i)) else ()


def _figure_at(scene: Scene, i: int) -> CountMention | None:
    """The number that the word at `i` is part of, if it stands for those it counts."""
    for count in scene.sentence.counts:
        if count.article:
            continue
        adverb = (i in (count.noun, count.last)) and scene.sentence.tokens[i].lower in _ADVERBS
        if adverb or (count.first <= i < count.last and count.noun != i):
            return count
    return None


def _figured(scene: Scene, i: int, figure: CountMention) -> tuple[Party, ...]:
    noun = figure.noun
    if noun is None or scene.sentence.tokens[noun].lower in _ADVERBS:
        country = _beside(scene, i if noun is None else noun)
        return (Party(i, country or "", "force" if country else "number", country, figure.count, country is not None),)
    vague = counts_units(scene, noun, figure) or is_remainder(scene, figure)
    count = None if vague else figure.count
    return tuple(replace(party, head=i, count=count) for party in named_at(scene, noun))


def _beside(scene: Scene, i: int) -> str | None:
    """The country set beside a number: "two others, Belizean,"."""
    beside = (c for c in scene.sentence.children_of(i) if scene.sentence.tokens[c].dep in ("appos", "amod") and c > i)
    found = (scene.sentence.mention_at(c, MentionKind.COUNTRY) for c in beside)
    return next((m.value for m in found if m is not None and m.form == "adjective"), None)


def antecedent(scene: Scene, i: int) -> tuple[Party, ...]:
    """Whom "it", "its", "they" mean: a subject before it in the sentence, else the subject of the sentence before."""
    many = scene.sentence.tokens[i].lower in ("they", "their", "them", "themselves")
    for clause in sorted(scene.sentence.clauses, key=lambda c: -c.predicate):
        here = [a for a in clause.agents if a < i and scene.sentence.tokens[a].lower not in _THIRD]
        named = [p for a in here for p in named_at(scene, a) if _agrees(p, many, len(here))]
        if named and (named[0].actor != "un" or clause.predicate == scene.sentence.clauses[0].predicate):
            return tuple(replace(p, head=i, count=None) for p in (named if many else named[-1:]))
    return _before(scene, i, many)


def _reporter(scene: Scene, i: int) -> tuple[Party, ...]:
    """The state that says of itself: "Argentina notifies the UN that it is withdrawing"."""
    tokens = scene.sentence.tokens
    verb = tokens[tokens[i].head]
    if tokens[i].lower != "it" or verb.dep != "ccomp":
        return ()
    saying = scene.sentence.clause_at(verb.head)
    found = [
        p for a in (saying.agents if saying else ()) for p in named_at(scene, a) if p.sort in ("state", "organisation")
    ]
    return (replace(found[0], head=i, count=None),) if found else ()


def _agrees(party: Party, many: bool, joined: int) -> bool:
    """Whether a pronoun of this number may mean the party: a state is "it", several are "they"."""
    return not many or joined > 1 or party.sort in ("force", "armed", "number")


def _before(scene: Scene, i: int, many: bool) -> tuple[Party, ...]:
    """The subject of the sentence before, in the same paragraph or list."""
    index = scene.sentence.index
    if index == 0:
        return ()
    before = Scene(scene.document, scene.document.sentences[index - 1])
    if before.sentence.segment.kind != scene.sentence.segment.kind:
        return ()
    subjects = [t.i for t in before.sentence.tokens if t.dep in ("nsubj", "nsubjpass") and t.pos != "PRON"]
    earlier = [p for a in subjects for p in named_at(before, a) if _agrees(p, many, len(subjects))]
    return (replace(earlier[0], head=i, count=None),) if earlier else ()
