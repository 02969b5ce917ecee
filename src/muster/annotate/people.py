"""People by name: after a rank or title, or as the tagger sees them; later by surname alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby

from muster.annotate.numbers import HYPHENS
from muster.annotate.words import noun_sorts, ranks, titles
from muster.model.annotation import Mention, MentionKind, Sentence, Token

_LONGEST_TITLE = 4
_POST_NOMINALS = frozenset(
    {
        "T.D",
        "TD",
        "MP",
        "M.P",
        "QC",
        "KC",
        "OBE",
        "MBE",
        "CBE",
        "DSO",
        "MC",
        "KCB",
        "MEP",
        "VSM",
        "AVSM",
        "Jr",
        "Ph.D",
        "PhD",
        "(Retd",
        "Retd",
    }
)
_SYLLABLE = 5
_LONGEST_IN_TITLE = 3
_LONG_WORD = 4
# What makes an adjective of a name: "Petraeus-led".
_COMPOUNDS = frozenset({"led", "born", "based", "style", "era", "like", "run", "held", "made", "type", "aged"})
_INSIDE = frozenset(
    {
        "de",
        "da",
        "do",
        "dos",
        "van",
        "von",
        "der",
        "den",
        "al",
        "el",
        "bin",
        "ibn",
        "la",
        "le",
        "du",
        "di",
        "ter",
        "-",
        "y",
        "of",
    }
)


def find_people(sentence: Sentence) -> tuple[Mention, ...]:
    """The people a sentence names in full, with the country its words give them ("(Ghana)", "of Ghana")."""
    found: list[Mention] = []
    at = 0
    tokens = sentence.tokens
    while at < len(tokens):
        person = _titled(sentence, at) or _tagged(sentence, at)
        if person is None:
            at += 1
        else:
            found.append(replace(person, country=_country(sentence, person)))
            at = person.last
    return tuple(found)


def with_surnames(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences with every bare surname of somebody named in full somewhere in the document."""
    full = {name.split()[-1]: name for name in _names(sentences) if " " in name}
    by_surname = {surname: name for surname, name in full.items() if len(surname) > 2}
    return tuple(replace(s, mentions=tuple(_renamed(s, by_surname))) for s in sentences)


def _names(sentences: Iterable[Sentence]) -> Iterator[str]:
    for sentence in sentences:
        for mention in sentence.mentions:
            if mention.kind is MentionKind.PERSON:
                yield mention.value


def _renamed(sentence: Sentence, full: dict[str, str]) -> Iterator[Mention]:
    taken: set[int] = set()
    for mention in sentence.mentions:
        if mention.kind is MentionKind.PERSON:
            taken.update(range(mention.first, mention.last))
            yield replace(mention, value=full.get(mention.value, mention.value))
        else:
            taken.update(range(mention.first, mention.last))
            yield mention
    for token in sentence.tokens:
        if token.i not in taken and token.text in full and token.pos in ("PROPN", "NOUN"):
            yield Mention(MentionKind.PERSON, token.i, token.i + 1, full[token.text], form="alias")


def _titled(sentence: Sentence, at: int) -> Mention | None:
    """A rank or title at `at` and the name that follows it: "Maj. Gen. Angelo Michele Ristuccia"."""
    tokens = sentence.tokens
    end = _title_end(tokens, at)
    while end > at and (further := _title_end(tokens, end)) > end:
        end = further
    if end == at or end >= len(tokens) or not tokens[at].text[:1].isupper():
        return None
    # "Chief Monitor", "Chief Military Observer": a longer title, no name.
    if tokens[end].lower in noun_sorts() or tokens[end].lower == "military":
        return None
    last = _name_end(sentence, end)
    if last == end:
        return None
    return Mention(MentionKind.PERSON, end, last, " ".join(_joined(tokens[end:last])))


def _title_end(tokens: Sequence[Token], at: int) -> int:
    """Where a rank or title that starts at `at` ends; `at` itself if none does. The longest wins."""
    if at >= len(tokens) or tokens[at].text.rstrip(".").lower() not in _title_beginnings():
        return at
    for length in range(_LONGEST_TITLE, 0, -1):
        words = [token.text.rstrip(".").lower() for token in tokens[at : at + length]]
        for joined in (" ".join(words), " ".join(words).replace(" - ", "-")):
            if len(words) == length and joined in titles():
                end = at + length
                return end + (end < len(tokens) and tokens[end].text == ".")
    return at


@cache
def _title_beginnings() -> frozenset[str]:
    """The words that ranks and titles begin with; a part before a hyphen, as the parser cuts it, too."""
    return frozenset(part for title in titles() for part in (title.split()[0], title.split()[0].split("-")[0]))


def _name_end(sentence: Sentence, start: int) -> int:
    """How far a name runs from `start`: capitalised words, with particles and initials between them."""
    tokens = sentence.tokens
    at = start
    while at < len(tokens) and at - start < 6:
        token = tokens[at]
        if _is_name_word(sentence, token) or (_joins(tokens, at) and at > start):
            at += 1
        elif at > start and _ends_in_syllable(tokens, at):
            at += 2
        else:
            break
    return at


def _ends_in_syllable(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen and a last syllable in lower case belong to the name before them: "Ki-moon", "Young-jin"."""
    if not 0 < at < len(tokens) - 1 or tokens[at].text not in HYPHENS:
        return False
    before, mark, after = tokens[at - 1 : at + 2]
    glued = before.end == mark.start and mark.end == after.start
    syllable = after.text.isalpha() and after.text.islower() and len(after.text) <= _SYLLABLE
    return glued and syllable and after.text not in _COMPOUNDS


def _is_name_word(sentence: Sentence, token: Token) -> bool:
    if not token.text[:1].isupper() or (token.text.rstrip(".").lower() in ranks() and len(token.text) > 3):
        return False
    known = sentence.mention_at(token.i)
    return known is None or (
        known.kind in (MentionKind.PERSON, MentionKind.COUNTRY)
        and known.form in ("name", "capital")
        and token.entity == "PERSON"
    )


def _joins(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].lower in _INSIDE - {"of"} and at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper()


def _tagged(sentence: Sentence, at: int) -> Mention | None:
    """Two or more capitalised words that the tagger takes for a person and nothing else claims."""
    tokens = sentence.tokens
    end = at
    while (
        end < len(tokens)
        and tokens[end].entity == "PERSON"
        and (_is_name_word(sentence, tokens[end]) or _joins(tokens, end))
    ):
        end += 1
    if end - at > 1 and _ends_in_syllable(tokens, end):
        end += 2
    while end > at + 1 and tokens[end - 1].text.rstrip(".") in _POST_NOMINALS:
        end -= 1
    while (
        at > 0
        and end > at
        and tokens[at - 1].pos == "PROPN"
        and at <= tokens[at - 1].head
        and sentence.mention_at(at - 1) is None
    ):
        if tokens[at - 1].text.rstrip(".").lower() in titles():
            break
        at -= 1
    if end - at < 2 or not tokens[at].text[:1].isupper():
        return None
    if _in_title_case(tokens) and _run_of_person(tokens, at) > _LONGEST_IN_TITLE:
        return None
    return Mention(MentionKind.PERSON, at, end, " ".join(_joined(tokens[at:end])))


def _run_of_person(tokens: Sequence[Token], at: int) -> int:
    """How many words about `at` the tagger takes for one person."""
    for kind, run in groupby(tokens, key=lambda token: token.entity):
        own = list(run)
        if own[0].i <= at <= own[-1].i:
            return len(own) if kind == "PERSON" else 0
    return 0


def _in_title_case(tokens: Sequence[Token]) -> bool:
    """Whether every longer word has a capital, as in headlines, so that capitals tell no name."""
    words = [token.text for token in tokens if token.text.isalpha() and len(token.text) > _LONG_WORD]
    return len(words) > _LONGEST_IN_TITLE and all(word[0].isupper() for word in words)


def _joined(tokens: Sequence[Token]) -> list[str]:
    """The words of a name as written, hyphenated parts together."""
    words: list[str] = []
    for before, token in zip((None, *tokens), tokens, strict=False):
        if words and before is not None and token.start == before.end:
            words[-1] += token.text
        else:
            words.append(token.text)
    return words


def _country(sentence: Sentence, person: Mention) -> str | None:
    """The country in brackets or after "of"/"from" behind a name, or in front of the rank before it."""
    tokens = sentence.tokens
    after = person.last
    if after + 1 < len(tokens) and tokens[after].lower in ("(", "of", "from", ","):
        at = after + 1 + (after + 2 < len(tokens) and tokens[after + 1].lower in ("the", "of", "a", "an"))
        country = sentence.mention_at(at, MentionKind.COUNTRY) if at < len(tokens) else None
        if country and (tokens[after].text != "," or (country.form in ("name", "demonym") and at > after + 1)):
            return country.value
    for at in range(person.first - 1, max(-1, person.first - 12), -1):
        if tokens[at].lower == ";" or tokens[at].pos == "VERB":
            return None
        country = sentence.mention_at(at, MentionKind.COUNTRY)
        if country and (
            country.form in ("adjective", "demonym") or tokens[min(at + 1, len(tokens) - 1)].text in ("'s", "'")
        ):
            return country.value
        if tokens[at].lower == "of":
            return None
    return None
