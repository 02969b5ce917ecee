"""Whose words they are: the speaker of an attitude."""

from collections.abc import Iterator

from muster.extract.evidence import NAMED, Scene
from muster.extract.statement_document import Voices
from muster.gazetteer import operation, organisation
from muster.model.annotation import Clause, Mention, MentionKind, Sentence

# Words that may stand before a sentence's subject: an article, a title.
_OPENING = 4
_FIRST = frozenset({"i", "we", "us", "me", "myself", "ourselves", "my", "our"})
_PLURAL = frozenset({"we", "us", "our", "ourselves"})
_THIRD = frozenset({"he", "she", "they", "it", "who", "his", "her", "their", "its"})
# What speaks for its author: "a statement by the ministry", "the communiqué".
_VOICES = frozenset(
    {
        "statement",
        "report",
        "study",
        "paper",
        "communique",
        "communiqué",
        "declaration",
        "message",
        "letter",
        "note",
        "resolution",
        "editorial",
    }
)
# People and bodies that take positions, beside those annotate knows.
_SPEAKERS = frozenset(
    "radio television broadcaster daily official counterpart panel opposition commission inquiry critic"
    " church bishop movement lawmaker deputy legislator press newspaper leadership relative junta"
    " presidency palace kremlin white-house pentagon faction side community coalition alliance bloc summit"
    " conference league organisation organization campaigner activist donor charity ngo watchdog"
    " investigator prosecutor tribunal negotiator mediator facilitator guarantor front wing academic"
    " analyst neighbour neighbor nation country power ally foreign-ministry widow mother parent veteran"
    " clergy imam chief elder captive majority minority".split()
)
_ORGANS = frozenset(
    {
        "authority",
        "assembly",
        "conference",
        "summit",
        "council",
        "heads of state",
        "heads of state and government",
        "committee",
        "organ",
        "meeting",
        "commission",
    }
)
_SPEAKING = frozenset(
    "institutions offices spokes armed units missions soldiers peacekeepers police observers staff"
    " civilians group headquarters".split()
)


def speakers(scene: Scene, voices: Voices, i: int, last: str | None, subject: str | None = None) -> Iterator[str]:
    """What claims call the speaker at word `i`; nothing where the word is nobody who could speak."""
    token = scene.sentence.tokens[i]
    if token.lower in _FIRST:
        found = cited(scene, i) or voices.own(scene.sentence, plural=token.lower in _PLURAL) or _ours(scene, i)
        yield from (voices.holder(found),) if found else ()
        return
    if token.lower in _THIRD or token.pos == "PRON":
        yield from (subject,) if subject is not None and _resumes(scene, i) else _meant(scene, i, last)
        return
    name = _name(scene, voices, i)
    yield from (name,) if name else ()


def titled(phrase: str) -> str:
    """An office without whose it is for the writer: "my Special Representative ad interim"."""
    first, _, rest = phrase.partition(" ")
    own = rest if first.lower() in ("my", "our") and rest[:1].isupper() else phrase
    return own.removesuffix(" ad interim")


def _resumes(scene: Scene, i: int) -> bool:
    """Whether "he" or "it" at `i` begins its sentence as subject: then it means the subject of the sentence before."""
    tokens = scene.sentence.tokens
    before = [t for t in tokens[:i] if t.pos in ("NOUN", "PROPN") and t.dep in ("nsubj", "nsubjpass", "pobj")]
    return tokens[i].lower in ("he", "she", "it") and tokens[i].dep in ("nsubj", "nsubjpass") and not before


def subject_of(scene: Scene, voices: Voices) -> str | None:
    """Who the subject of the sentence's main verb is, if it is somebody who speaks: a person, an office, a body."""
    tokens = scene.sentence.tokens
    root = next((t.i for t in tokens if t.head == t.i), None)
    found = [c for c in scene.sentence.children_of(root) if tokens[c].dep == "nsubj"] if root is not None else []
    if not found or tokens[found[0]].pos == "PRON":
        return None
    return _name(scene, voices, found[0])


def cited(scene: Scene, i: int) -> str | None:
    """Who is cited for word `i`: the innermost citation around it."""
    start = scene.sentence.tokens[i].start
    covering = [c for c in scene.document.citations if c.start <= start < c.end]
    return min(covering, key=lambda c: c.end - c.start).speaker if covering else None


def _ours(scene: Scene, i: int) -> str | None:
    """ "We" without a name beside it is the operation whose paper it is."""
    mention = scene.sentence.mention_at(i, MentionKind.OPERATION)
    return mention.value if mention else None


def in_quotes(scene: Scene, i: int) -> bool:
    """Whether word `i` stands in quotation marks that its segment opens before it."""
    before = scene.document.text[scene.sentence.segment.start : scene.sentence.tokens[i].start]
    return (
        before.count("“") > before.count("”")
        or before.count('"') % 2 == 1
        or before.count("«") > before.count("»")
        or before.count("‘") > before.count("’")
    )


def _meant(scene: Scene, i: int, last: str | None) -> Iterator[str]:
    found = scene.sentence.mentions_at(i, *NAMED) or scene.sentence.groups_at(i)
    found = tuple(m for m in found if not _is_own_antecedent(scene, i, m.value))
    if found:
        yield from dict.fromkeys(mention.value for mention in found)
    elif scene.sentence.tokens[i].lower in ("he", "she") and last is not None:
        yield last


def _is_own_antecedent(scene: Scene, i: int, name: str) -> bool:
    """ "The general, to whom he is grateful": the pronoun of a relative clause is not the noun it describes."""
    sentence = scene.sentence
    for at in sentence.ancestors(i):
        if sentence.tokens[at].dep == "relcl":
            return any(m.value == name for m in sentence.mentions_at(sentence.tokens[at].head))
    return False


def _name(scene: Scene, voices: Voices, i: int) -> str | None:
    """The name, code or office of the noun at `i`."""
    sentence = scene.sentence
    person = sentence.mention_at(i, MentionKind.PERSON) or beside(sentence, i)
    if person is not None:
        return person.value
    if sentence.tokens[i].lemma.lower() in _VOICES:
        return _author_of(scene, voices, i)
    named = sentence.mention_at(i, MentionKind.ORGANISATION, MentionKind.OPERATION, MentionKind.COUNTRY)
    if named is not None and named.form != "adjective" and not _is_of_another(scene, named, i):
        return named.value
    return next((_called(scene, voices, group) for group in sentence.groups_at(i)), _written(scene, i))


def _is_of_another(scene: Scene, named: Mention, i: int) -> bool:
    """ "The Council of Ministers of ECOWAS": not the Council last spoken of."""
    return named.form == "anaphor" and any(
        scene.sentence.tokens[c].lower == "of" for c in scene.sentence.children_of(i)
    )


def _called(scene: Scene, voices: Voices, group: Mention) -> str | None:
    """A group's code; an office's holder, where the document names one; else its words."""
    if group.form not in _SPEAKING:
        return None
    if is_code(group) and not _is_bloc(scene, group):
        return group.value
    words = scene.phrase(group.last - 1)
    if group.form == "offices" and voices.holder(words) != words:
        return voices.holder(words)
    if group.form == "institutions" and voices.convener is not None and words.casefold() in _ORGANS:
        return voices.convener
    if group.form == "institutions" and (state := state_meant(scene, group)) is not None:
        return state
    return words if group.value in words or group.value[:1].isupper() else group.value


def _is_bloc(scene: Scene, group: Mention) -> bool:
    """ "The Afro-Asian group", "an opposition group": described in its own right, it is no unit of the mission."""
    head = group.last - 1
    own = scene.sentence.tokens[head].lemma.lower() in ("group", "section", "member") and group.country is None
    return own and any(scene.sentence.tokens[c].dep in ("amod", "compound") for c in scene.sentence.children_of(head))


def _written(scene: Scene, i: int) -> str | None:
    """A speaker that nothing else knows: a proper name, or a noun for people."""
    token = scene.sentence.tokens[i]
    if token.lemma.lower() in ("side", "leadership", "authority") and (state := _adjective(scene, i)) is not None:
        return state
    known = (token.entity in ("PERSON", "ORG", "NORP") and token.pos != "ADJ") or (
        token.pos == "PROPN" and token.entity == ""
    )
    return titled(scene.phrase(i)) if known or token.lemma.lower() in _SPEAKERS else None


def _adjective(scene: Scene, i: int) -> str | None:
    """ "The Georgian side": the country whose adjective stands with a noun, and no other word does."""
    parts = [c for c in scene.sentence.children_of(i) if scene.sentence.tokens[c].dep in ("amod", "compound")]
    found = [scene.sentence.mention_at(c, MentionKind.COUNTRY) for c in parts]
    return found[0].value if len(found) == 1 and found[0] is not None else None


def is_code(group: Mention) -> bool:
    """Whether a group is called by a code or slug, and not by its words."""
    known = group.value == group.country or operation(group.value) is not None
    return known or organisation(group.value) is not None


def beside(sentence: Sentence, i: int) -> Mention | None:
    """The person named in apposition: "the force's commander, Major General Peter Cosgrove"."""
    parts = [c for c in sentence.children_of(i) if sentence.tokens[c].dep in ("appos", "compound", "flat", "nmod")]
    inside = next((person for c in parts if (person := sentence.mention_at(c, MentionKind.PERSON))), None)
    return inside or _behind(sentence, i) or next(filter(None, (_unknown(sentence, i, c) for c in parts)), None)


def _unknown(sentence: Sentence, i: int, c: int) -> Mention | None:
    """A name in apposition to an office that the tagger takes for no person."""
    token, head = sentence.tokens[c], sentence.tokens[i]
    office = head.lemma == "counterpart" or any(g.form in ("offices", "spokes") for g in sentence.groups_at(i))
    if not office or token.dep != "appos" or token.pos != "PROPN" or sentence.mention_at(c) is not None:
        return None
    first, last = sentence.phrase(c)
    words = "".join(
        t.text + " " * (t.end < after.start)
        for t, after in zip(sentence.tokens[first:last], sentence.tokens[first + 1 : last + 1], strict=False)
    )
    return Mention(MentionKind.PERSON, first, last, words.strip()) if " " in words.strip() else None


def _behind(sentence: Sentence, i: int) -> Mention | None:
    """The person between commas behind an office's phrase, whatever the parser makes of it."""
    if not any(group.form in ("offices", "spokes") for group in sentence.groups_at(i)):
        return None
    after = [m for m in sentence.mentions if m.kind is MentionKind.PERSON and m.first > i + 1]
    person = min(after, key=lambda m: m.first, default=None)
    if person is None:
        return None
    between = sentence.tokens[i + 1 : person.first]
    commas = [token for token in between if token.text == ","]
    closed = person.last < len(sentence.tokens) and sentence.tokens[person.last].text in (",", ".", "–", "(")
    verbs = any(token.pos in ("VERB", "AUX", "SCONJ") or token.lower == "and" for token in between)
    return person if len(commas) == 1 and closed and not verbs else None


def left_out(scene: Scene, clause: Clause) -> int | None:
    """The subject that the parse lost: the noun that opens the sentence, a clause in commas or nothing behind it
    ("The Council, meeting at Ghana's demand, condemned"; "BERNADOTTE THANKED WASHINGTON")."""
    tokens = scene.sentence.tokens
    if tokens[clause.predicate].tag not in ("VBD", "VBZ", "VBP", "VBN") and not tokens[clause.predicate].text.isupper():
        return None
    named = [m for m in scene.sentence.mentions if m.first <= _OPENING and m.last <= clause.predicate]
    found = [m for m in named if m.kind in (*NAMED, MentionKind.GROUP) and m.form not in ("adjective", "anaphor")]
    if not found:
        return None
    first = min(found, key=lambda m: (m.first, -m.last))
    if first.first and tokens[first.first - 1].pos == "ADP":
        return None
    between = tokens[first.last : clause.predicate]
    aside = len(between) > 1 and between[0].text == "," and between[-1].text == ","
    return first.last - 1 if not between or aside or all(t.pos in ("ADV", "AUX") for t in between) else None


def state_meant(scene: Scene, group: Mention) -> str | None:
    """ "The Government" without a name: the country of the one spoken of last."""
    head = scene.sentence.tokens[group.last - 1].lemma
    if group.value.casefold() not in ("government", "authorities", "army", "military", "regime", "cabinet"):
        return None
    for sentence in reversed(scene.document.sentences[: scene.sentence.index + 1]):
        for other in sentence.mentions:
            if other.kind is MentionKind.GROUP and other.country and sentence.tokens[other.last - 1].lemma == head:
                return other.country
    known = operation(scene.focus) if scene.focus and head == "government" else None
    return known.area[0] if known is not None and len(known.area) == 1 else None


def _author_of(scene: Scene, voices: Voices, i: int) -> str | None:
    """Who issued a statement: its owner or "by" phrase, else the body whose paper it is."""
    clause = scene.sentence.clause_at(i)
    owners = (*(clause.agents if clause else ()), *((at,) if clause and (at := clause.oblique("from", "of")) else ()))
    issuing = scene.sentence.clause_at(scene.sentence.tokens[i].head)
    if issuing is not None and i in issuing.patients:
        owners = (*owners, *issuing.agents)
    names = (_name(scene, voices, at) for at in owners if scene.sentence.tokens[at].lemma.lower() not in _VOICES)
    return next((name for name in names if name), voices.body)
