"""In whose voice a document speaks: the body that adopts it, its author, its house, the heads of its posts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from muster.model.annotation import AnnotatedDocument, Mention, MentionKind, Sentence
from muster.model.document import SegmentKind

# A report or letter of the Secretary-General: its title, its symbol, or how he speaks of his own.
_REPORT = re.compile(
    r"report\s+of\s+the\s+secretary-general|from\s+the\s+secretary-general\s+addressed|^\s*S/\d{4,5}\b|^\s*S/\d{4}/\d+"
    r"|\bmy\s+(?:(?:acting|deputy|former|new)\s+)?special\s+representative|\bmy\s+(?:\w+\s+)?report\s+(?:to\s+the\s+(?:security\s+)?council|of\s+\d)",
    re.I | re.M,
)
_BY = re.compile(
    r"^\W*(?:press\s+|identical\s+)?(?:statement|remarks|address|speech|message|letters?|(?:\w+\s+)?report\s+(?:of|by)|interview|column)\b|['’]s\s+(?:message|corner|column|foreword)\b",
    re.I,
)
_FROM = re.compile(
    r"^(?:the\s)?(?P<whose>[^.:]{3,60}?)['’]s\s+(?:message|corner|column|foreword)\b|^(?:\w+\s+)?report\s+(?:of|by)\s+the\s+(?:acting\s+)?(?:United\sNations\s)?(?P<whom>[A-Z][\w-]+(?:\s[A-Z][\w-]+)*)|\b(?:from|by|of)\s+the\s+(?P<who>[A-Z].{3,90}?)\s+(?:addressed|to)\b",
    re.I,
)
_POST = re.compile(r"^(?P<label>[^@\n]{2,60}?)\s*[\W_]*@\w+\s*·")
_CHIEF = re.compile(
    r"^(?:(un|u\.n\.|united nations|nato|alliance)(?:'s)?\s)?(?:chief|secretary[- ]general|top diplomat)$"
)
_COMMUNIQUE = re.compile(r"communiqu[eé]|\bdeclaration\b|\bdecision\b|\bordinary\s+session\b|\bsummit\b", re.I)
_HOUSE = re.compile(
    r"\b(?:OBSERVATORY|INSTITUTE|CENTRE|CENTER|GROUP|FOUNDATION|COUNCIL|ASSOCIATION|COMMITTEE|WATCH|INTERNATIONAL|MINISTRY|COMMISSION|INITIATIVE|PROJECT|ALLIANCE)\b"
)
_OPENING = 60


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks in a document.

    `body` issues its operative verbs; `author` is its "I", `house` its "we"; `convener` is the organisation of a
    communiqué; `posts` are the authors of posts by sentence; `holders` are the people who hold the offices it names,
    where it is one person.
    """

    body: str | None = None
    author: str | None = None
    house: str | None = None
    convener: str | None = None
    posts: Mapping[int, str] = field(default_factory=dict)
    holders: Mapping[str, str] = field(default_factory=dict)

    def holder(self, name: str) -> str:
        """The person who holds an office, if the document names one; else the name."""
        return self.holders.get(_office(name), name)

    def own(self, sentence: Sentence, *, plural: bool = False) -> str | None:
        """Whom "I" (or "we": `plural`) means outside quotations."""
        return self.posts.get(sentence.index) or (self.house if plural else self.author)


def voices_of(document: AnnotatedDocument) -> Voices:
    """The voices of a document."""
    author = _author(document)
    house = author or document.document.publisher or _masthead(document)
    return Voices(
        _body(document),
        author or _signature(document),
        house,
        _convener(document),
        dict(_posts(document)),
        _holders(document),
    )


def _body(document: AnnotatedDocument) -> str | None:
    """The body that adopts: "The Security Council," before its preamble, or "adopted by the Security Council"."""
    return _preamble(document) or _adopter(document)


def _adopter(document: AnnotatedDocument) -> str | None:
    for sentence in document.sentences[:_OPENING]:
        for clause in sentence.clauses:
            if clause.lemma in ("adopt", "issue") and clause.passive and clause.agents:
                named = sentence.mention_at(clause.agents[0], MentionKind.ORGANISATION)
                if named is not None and sentence.segment.kind is SegmentKind.HEADLINE:
                    return named.value
    return None


def _preamble(document: AnnotatedDocument) -> str | None:
    for sentence in document.sentences:
        for mention in sentence.mentions:
            ends = mention.last < len(sentence.tokens) and sentence.tokens[mention.last].text == ","
            if mention.kind in (MentionKind.ORGANISATION, MentionKind.GROUP) and mention.first <= 1 and ends:
                after = sentence.tokens[mention.last + 1 :]
                if not after or (after[0].tag == "VBG" and after[0].text[:1].isupper()):
                    return mention.value
    return None


def _author(document: AnnotatedDocument) -> str | None:
    """Whom the document's "I" means: the Secretary-General of his reports; the one whose statement it is."""
    if _REPORT.search(document.text):
        return "Secretary-General"
    for sentence in document.sentences[:_OPENING]:
        if (
            _BY.search(document.text[sentence.start : sentence.end])
            and sentence.segment.kind is not SegmentKind.PARAGRAPH
        ):
            people = [m.value for m in sentence.mentions if m.kind is MentionKind.PERSON]
            found = next(iter(people), None) or _addresser(document, sentence)
            if found is not None:
                return found
    return None


def _convener(document: AnnotatedDocument) -> str | None:
    """The organisation whose organ ("the Authority") speaks in a communiqué: the first named in its head."""
    head = document.sentences[:12]
    if not any(_COMMUNIQUE.search(document.text[s.start : s.end]) for s in head):
        return None
    named = (m.value for s in head for m in s.mentions if m.kind is MentionKind.ORGANISATION)
    return next(named, None)


def _masthead(document: AnnotatedDocument) -> str | None:
    """The house whose name stands in capitals at the head of its paper."""
    first = next(iter(document.sentences), None)
    words = " ".join(document.text[first.start : first.end].split()) if first else ""
    return words.title() if words.isupper() and _HOUSE.search(words) else None


def _addresser(document: AnnotatedDocument, sentence: Sentence) -> str | None:
    """Who writes: "Force Commander's message", "letter from the President of Cyprus addressed to"."""
    match = _FROM.search(" ".join(document.text[sentence.start : sentence.end].split()))
    return (match["whose"] or match["whom"] or match["who"]) if match else None


def _signature(document: AnnotatedDocument) -> str | None:
    """The name a text is signed with at its end, or a byline under its title: a line of its own."""
    lines = [s for s in document.sentences if s.start <= s.segment.start + 1 and s.end >= s.segment.end - 1]
    for sentence in (*reversed(lines[-4:]), *lines[:6]):
        words = [t for t in sentence.tokens if t.pos not in ("PUNCT", "SPACE", "SYM", "X")]
        people = [m for m in sentence.mentions if m.kind is MentionKind.PERSON and m.form == "name"]
        if (
            people
            and len(words) <= people[0].last - people[0].first + 4
            and not any(t.pos in ("VERB", "AUX") for t in words)
        ):
            return people[0].value
    return None


def _posts(document: AnnotatedDocument) -> Iterator[tuple[int, str]]:
    """Each sentence under the head of a post with the account's name: "KFOR @NATO_KFOR · 28 Sep"."""
    current: str | None = None
    for sentence in document.sentences:
        head = _POST.match(document.text[sentence.start : sentence.end])
        if head is not None:
            kinds = (MentionKind.OPERATION, MentionKind.PERSON, MentionKind.ORGANISATION)
            named = [m for kind in kinds for m in sentence.mentions if m.kind is kind]
            current = named[0].value if named else head["label"].strip()
        if current is not None:
            yield sentence.index, current


def _holders(document: AnnotatedDocument) -> Mapping[str, str]:
    """Offices by their words (lower case) with the one person the document names in them."""
    found: dict[str, set[str]] = {}
    for sentence in document.sentences:
        for office in (m for m in sentence.mentions if m.kind is MentionKind.GROUP and m.form == "offices"):
            for person in (m for m in sentence.mentions if m.kind is MentionKind.PERSON):
                if _adjoin(sentence, office, person):
                    words = sentence.words(office.first, office.last, document.text)
                    found.setdefault(_office(words), set()).add(person.value)
    return {office: next(iter(people)) for office, people in found.items() if len(people) == 1}


def _office(words: str) -> str:
    """An office's words without article, in lower case; the head of the United Nations or NATO under one name."""
    bare = re.sub(r"^(?:the|a|an|its|our|my)\s", "", " ".join(words.casefold().split()))
    return _CHIEF.sub(lambda found: ("nato " if found[1] in ("nato", "alliance") else "") + "secretary-general", bare)


def _adjoin(sentence: Sentence, office: Mention, person: Mention) -> bool:
    """Whether the two stand side by side, with a comma between, or with a second office of the same person."""
    first, second = (office, person) if office.first < person.first else (person, office)
    between = sentence.tokens[first.last : second.first]
    words = [token.text for token in between]
    if words in ([], [","]):
        return True
    joined = len(words) > 2 and words[0] == "and" and between[1].pos in ("NOUN", "PROPN") and len(words) < 9
    return (
        joined
        and words[-1] == ","
        and words.count(",") == 1
        and not any(t.pos in ("VERB", "AUX", "DET") for t in between)
    )
