"""Who holds a post: a person, with the country the document gives them anywhere, or a country or organisation."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from muster.extract.command_lexicon import is_rank, noun
from muster.extract.command_posts import Post
from muster.extract.evidence import Scene, scenes
from muster.extract.iso3 import ALPHA_2
from muster.gazetteer import country
from muster.model.annotation import AnnotatedDocument, Mention, MentionKind, Sentence

_LINKS = frozenset(
    {
        "is",
        "was",
        "are",
        "were",
        "remains",
        "currently",
        "now",
        "then",
        "still",
        "today",
        ",",
        ":",
        "-",
        "–",
        "—",
        "(",
        ".",
        "been",
        "being",
        "has",
        "have",
        "had",
        "a",
        "an",
    }
)
_BEHIND = frozenset(
    {
        ",",
        "is",
        "was",
        "the",
        "a",
        "an",
        "who",
        "currently",
        "now",
        "then",
        "–",
        "—",
        "-",
        "remains",
        "as",
        "today",
        "(",
        ":",
        "being",
    }
)
_BECOMING = frozenset({"become", "becomes", "became", "becoming"})
_HEADING = ("nsubj", "nsubjpass", "pobj", "attr", "appos", "dobj", "ROOT", "conj")
_NATIONAL = ("adjective", "demonym", "name", "capital")
_RI = range(0x1F1E6, 0x1F200)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds command: as claims name them, their country, and the tokens (`first` up to `last`) that say so."""

    name: str
    country: str | None
    first: int
    last: int
    person: bool = True


Countries = Mapping[str, str]


def countries_of(document: AnnotatedDocument) -> Countries:
    """The country of every person the document gives one, by name."""
    found: dict[str, str] = {}
    for scene in scenes(document):
        for mention in scene.sentence.mentions:
            if mention.kind is MentionKind.PERSON and mention.form != "anaphor":
                code = mention.country or _behind(scene.sentence, mention) or _before(scene.sentence, mention)
                if code:
                    found.setdefault(mention.value, code)
    return found


def _before(sentence: Sentence, person: Mention) -> str | None:
    """The country right before the rank: "U.S. Gen. N. N.", "India's Lt. Gen. N. N."."""
    at = person.first - 1
    while at >= 0 and (is_rank(sentence.tokens[at]) or sentence.tokens[at].tag == "POS"):
        at -= 1
    named = sentence.mention_at(at, MentionKind.COUNTRY) if at >= 0 and at < person.first - 1 else None
    return named.value if named and named.form in _NATIONAL else None


def _behind(sentence: Sentence, person: Mention) -> str | None:
    """The country behind a name: a flag, "an Australian", "a Nigerian officer", "of the Australian Army"."""
    tokens, at = sentence.tokens, person.last
    flag = "".join(t.text for t in tokens[at : at + 2])
    if len(flag) == 2 and all(ord(letter) in _RI for letter in flag):
        code = "".join(chr(ord(letter) - 0x1F1E6 + ord("A")) for letter in flag)
        return code if country(code) else None
    if at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 1].text in ALPHA_2:
        return ALPHA_2[tokens[at + 1].text]
    skip = 0
    while (
        at + skip < len(tokens)
        and skip < 4
        and tokens[at + skip].lower in (",", "(", "a", "an", "the", "of", "from", "fellow")
    ):
        skip += 1
    named = sentence.mention_at(at + skip, MentionKind.COUNTRY) if skip and at + skip < len(tokens) else None
    if named is None or named.form not in _NATIONAL:
        return None
    written = [t.lower for t in tokens[at : at + skip]]
    return named.value if written[-1] in ("a", "an", "of", "from", "(", "fellow", "the") else None


# What the tagger takes for anything but a person.
_ELSEWHERE = frozenset({"GPE", "LOC", "FAC", "ORG", "DATE", "NORP", "EVENT", "LAW", "PRODUCT"})


def people(sentence: Sentence) -> tuple[Mention, ...]:
    """The people a sentence names, pronouns left out, in order."""
    # "May" alone is a month or a verb.
    named = (m for m in sentence.mentions if m.kind is MentionKind.PERSON and m.form != "anaphor" and m.value != "May")
    found = (*named, *_before_as(sentence), *_behind_country(sentence))
    return tuple(sorted((*found, *_untagged(sentence, found)), key=lambda m: m.first))


def _untagged(sentence: Sentence, found: Sequence[Mention]) -> Iterator[Mention]:
    """Names that the tagger takes for nothing at all: two to four capitalised words that head a phrase."""
    taken = {i for m in (*found, *sentence.mentions) for i in range(m.first, m.last)}
    first = 0
    while first < len(sentence.tokens):
        last = first
        while last < len(sentence.tokens) and last not in taken and _could_be_name(sentence, last):
            last += 1
        if last - first in (2, 3, 4) and sentence.tokens[last - 1].dep in _HEADING:
            yield Mention(MentionKind.PERSON, first, last, " ".join(t.text for t in sentence.tokens[first:last]))
        first = max(last, first + 1)


def _could_be_name(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    if token.pos != "PROPN" or not token.text.istitle():
        return False
    ordinary = is_rank(token) or any(noun(token, sort) for sort in ("post", "body", "command"))
    return not ordinary and token.entity not in _ELSEWHERE


def _behind_country(sentence: Sentence) -> Iterator[Mention]:
    """Names that the tagger misses behind a country: "Kenya's N. N. remains …"."""
    tokens = sentence.tokens
    for word in tokens[1:]:
        nation = sentence.mention_at(word.i - 1, MentionKind.COUNTRY) if word.tag == "POS" else None
        if nation is None:
            continue
        last = word.i + 1
        while (
            last < len(tokens)
            and _is_name(sentence, last)
            and not any(noun(tokens[last], s) for s in ("post", "body", "command"))
        ):
            last += 1
        if last - word.i in (3, 4) and last < len(tokens) and tokens[last].pos in ("VERB", "AUX"):
            name = " ".join(t.text for t in tokens[word.i + 1 : last])
            yield Mention(MentionKind.PERSON, word.i + 1, last, name, country=nation.value)


def _before_as(sentence: Sentence) -> Iterator[Mention]:
    """Names that the tagger misses right before "as": "appointed N. N. as deputy, M. M. as …"."""
    tokens = sentence.tokens
    for word in tokens:
        first = word.i
        while word.lower == "as" and first > 0 and _is_name(sentence, first - 1):
            first -= 1
        if word.i - first in (2, 3) and tokens[first - 1].lower in (",", "and", "appointed", "named", "designated"):
            yield Mention(MentionKind.PERSON, first, word.i, " ".join(t.text for t in tokens[first : word.i]))


def _is_name(sentence: Sentence, i: int) -> bool:
    return (
        sentence.tokens[i].text.istitle()
        and not sentence.mentions_at(i)
        and sentence.tokens[i].pos in ("PROPN", "NOUN", "ADJ")
    )


def as_holder(person: Mention, countries: Countries) -> Holder:
    """A person as a holder of command."""
    return Holder(person.value, person.country or countries.get(person.value), person.first, person.last)


def holder_at(scene: Scene, i: int, countries: Countries, posts: Sequence[Post] = ()) -> Holder | None:
    """Who the word `i` names: a person, the person in the post it names, a country or its forces, an organisation."""
    person = scene.sentence.mention_at(i, MentionKind.PERSON) or _person_at(scene.sentence, i)
    person = person or _apposed_person(scene, i)
    if person is not None:
        return as_holder(person, countries)
    if scene.sentence.tokens[i].dep == "appos" and (named := _apposed_to(scene, i)) is not None:
        return as_holder(named, countries)
    for post in posts:
        if post.first <= i < post.last:
            return next((as_holder(p, countries) for p in in_post(scene, post)), None)
    named = scene.sentence.mention_at(i, MentionKind.COUNTRY, MentionKind.ORGANISATION)
    if named is not None and named.form not in ("headquarters", "adjective"):
        code = named.value if named.kind is MentionKind.COUNTRY else None
        return Holder(named.value, code, named.first, named.last, person=False)
    for group in scene.sentence.groups_at(i):
        if country(group.value) is not None:
            return Holder(group.value, group.value, group.first, group.last, person=False)
    return _officer_of(scene, i)


def _officer_of(scene: Scene, i: int) -> Holder | None:
    """ "An Indian general", "a Ghanaian": nobody by name, so the country."""
    first, last = scene.sentence.phrase(i)
    nation = next((m for j in range(first, last) if (m := scene.sentence.mention_at(j, MentionKind.COUNTRY))), None)
    ranked = is_rank(scene.sentence.tokens[i]) or (nation is not None and nation.covers(i) and first < i)
    if nation is None or not ranked or nation.form not in ("adjective", "demonym"):
        return None
    return Holder(nation.value, nation.value, first, last, person=False)


def _person_at(sentence: Sentence, i: int) -> Mention | None:
    return next((p for p in people(sentence) if p.covers(i)), None)


def _apposed_to(scene: Scene, i: int) -> Mention | None:
    """The person that word `i` stands beside ("N. N., the Romanian who leads …")."""
    return scene.sentence.mention_at(scene.sentence.tokens[i].head, MentionKind.PERSON)


def _apposed_person(scene: Scene, i: int) -> Mention | None:
    """The person in apposition to a rank or another noun ("a Danish colonel, N. N.,", "a Dutchman, N. N.")."""
    for child in scene.sentence.children_of(i):
        if scene.sentence.tokens[child].dep in ("appos", "compound", "flat", "nmod"):
            person = scene.sentence.mention_at(child, MentionKind.PERSON)
            if person is not None:
                return person
    return None


def in_post(scene: Scene, post: Post) -> Iterator[Mention]:
    """The people the sentence puts into a post by apposition or "is"."""
    named = people(scene.sentence)
    for person in named:
        if person.first >= post.last and _runs_on(scene, post.last, person.first) and not _is_other_post(scene, person):
            yield person
            yield from _and_then(scene, person, named)
            return
    for person in reversed(named):
        if person.last <= post.first and _follows(scene, person.last, post.first):
            yield person
            return


def _is_other_post(scene: Scene, person: Mention) -> bool:
    """Whether a name goes on to a post of its own ("…, N. N. as deputy")."""
    at = after_name(scene, person.last)
    return at < len(scene.sentence.tokens) and scene.sentence.tokens[at].lower == "as"


def becomes(scene: Scene, post: Post) -> bool:
    """Whether the word before a post is "become" ("X became force commander")."""
    return post.first > 0 and scene.sentence.tokens[post.first - 1].lower in _BECOMING


def _and_then(scene: Scene, person: Mention, named: Sequence[Mention]) -> Iterator[Mention]:
    """Those who held it after: "N. N. and subsequently M. M."."""
    for other in named:
        between = [scene.sentence.tokens[i].lower for i in range(person.last, other.first)]
        if between[:2] in (["and", "subsequently"], ["and", "later"], ["and", "then"]) and len(between) < 6:
            yield other


def _runs_on(scene: Scene, first: int, last: int) -> bool:
    """Whether only links and ranks stand between a post and a name."""
    tokens = scene.sentence.tokens[first:last]
    if len(tokens) > 10:
        return False
    links = 0
    while links < len(tokens) and (
        tokens[links].lower in _LINKS or scene.sentence.mention_at(tokens[links].i, MentionKind.COUNTRY)
    ):
        links += 1
    national = (
        scene.sentence.mention_at(t.i, MentionKind.COUNTRY) is not None or t.tag == "POS" for t in tokens[links:]
    )
    return all(is_rank(t) or t.text == "," or ours for t, ours in zip(tokens[links:], national, strict=True))


def _follows(scene: Scene, first: int, last: int) -> bool:
    """Whether only a bracket, an age, a country and links stand between a name and a post."""
    tokens = scene.sentence.tokens
    at = after_name(scene, first)
    while at < last and (tokens[at].lower in _BEHIND or scene.sentence.mention_at(at, MentionKind.COUNTRY)):
        if tokens[at].lower == "as" and tokens[at - 1].text != ",":
            return False
        at += 1
    return at == last and last > first


def after_name(scene: Scene, at: int) -> int:
    """The first word behind a name's own trimmings: "(Ghana)", "of Ghana", ", 51,", a flag."""
    tokens = scene.sentence.tokens
    if at < len(tokens) and tokens[at].text == "(":
        close = next((i for i in range(at, min(at + 8, len(tokens))) if tokens[i].text == ")"), None)
        inside = range(at + 1, close or at)
        post_inside = close is not None and any(
            scene.sentence.mention_at(i, MentionKind.COUNTRY)
            or (tokens[i].text.isupper() and len(tokens[i].text) < 4 and len(inside) == 1)
            for i in inside
        )
        at = close + 1 if close is not None and post_inside else at
    if at + 2 < len(tokens) and tokens[at].text == "," and tokens[at + 1].text.isdigit():
        at += 2
    if at < len(tokens) and tokens[at].lower in ("of", "from"):
        end = at + 1
        while end < len(tokens) and (
            scene.sentence.mention_at(end, MentionKind.COUNTRY)
            or tokens[end].lower in ("the", "army", "armed", "forces", "defence", "force")
        ):
            end += 1
        at = end if end > at + 1 else at
    return at
