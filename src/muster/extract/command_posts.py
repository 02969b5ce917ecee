"""Posts of command as a sentence names them: "the deputy force commander of UNIFIL", "my Special Representative"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from muster.extract.command_lexicon import is_foreign, is_rank, noun
from muster.extract.command_owners import operation_of_post
from muster.extract.evidence import Scene
from muster.extract.frames import Frame
from muster.model.annotation import MentionKind, Token

_SKIPPED = frozenset(
    "new then current currently outgoing incoming former first second third fourth fifth last next designate"
    " present previous ex a an the this my our his her its their your 's ' ’s ’ overall late future now newly"
    " retiring departing".split()
)
_NOT_YET = frozenset({"designate", "elect", "incoming", "nominee", "next", "future"})
_PAST = frozenset({"former", "ex", "ex-", "late", "previous", "onetime", "erstwhile"})
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_DEFAULT = frozenset(
    {
        "force",
        "military",
        "overall",
        "commander",
        "general",
        "comkfor",
        "comisaf",
        "comsfor",
        "comifor",
        "comeufor",
        "comdr",
        "cmdr",
        "comd",
        "list",
        "of",
        "fc",
    }
)
_INSIDE = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON")
_OPERATION = (MentionKind.OPERATION,)


@dataclass(frozen=True, slots=True)
class Post:
    """A post: tokens `first` up to `last`, its head noun, its role as written (None for the force's commander), the
    operation it belongs to; whether its holder is only designated, held it
    formerly, or has just come ("a new commander"); "first" if it says so."""

    first: int
    head: int
    last: int
    role: str | None
    operation: str | None
    designate: bool = False
    former: bool = False
    newly: bool = False
    ordinal: str | None = None


def find_posts(scene: Scene) -> tuple[Post, ...]:
    """Every post of command in a sentence, joined ones ("Head of Mission and Force Commander") as one."""
    found: list[Post] = []
    for post in _single(scene):
        if found and post.head < found[-1].last:
            continue
        if found and _joined(scene, found[-1], post):
            found[-1] = _both(scene, found[-1], post)
        else:
            found.append(post)
    return tuple(found)


def _joined(scene: Scene, one: Post, other: Post) -> bool:
    between = [scene.sentence.tokens[i].lower for i in range(one.last, other.first)]
    return between in (["and"], ["-", "cum", "-"], ["/"], ["&"])


def _both(scene: Scene, one: Post, other: Post) -> Post:
    first = _role_start(scene, one.first, one.head)
    end = _role_end(scene, other.head, other.last)
    role = scene.words(first, end)
    return replace(one, last=other.last, role=role, operation=one.operation or other.operation)


def _single(scene: Scene) -> Iterator[Post]:
    for token in scene.sentence.tokens:
        frame = noun(token, "post") or _abbreviated(token)
        if frame is None or token.pos in ("VERB", "AUX") or scene.sentence.mention_at(token.i, MentionKind.PERSON):
            continue
        first, last = _left(scene, token.i), _right(scene, token.i)
        words = scene.sentence.tokens[first:last]
        if not _is_ours(scene, frame, (first, token.i, last)):
            continue
        if (any(is_foreign(t) for t in words) and not _heads_observers(scene, first, last)) or _is_rank_of_name(
            scene, first, token, last
        ):
            continue
        belongs = operation_of_post(scene, first, token.i, last)
        if belongs is not None:
            yield _post(scene, (first, token.i, last), belongs)


def _abbreviated(token: Token) -> Frame | None:
    """A post abbreviated in capitals: the CO, the OC, the GOC, the FC."""
    return (
        Frame("commander", None, "noun", {"sort": "post"})
        if token.text in ("CO", "OC", "GOC", "FC", "DFC", "DCO")
        else None
    )


def _is_ours(scene: Scene, frame: Frame, at: tuple[int, int, int]) -> bool:
    """Whether the words that a post needs stand with it: a "chief" of a mission, a "police commissioner"; where police
    are not the operation's by name, only a commissioner counts."""
    first, head, last = at
    needs = frame.get("needs").split()
    others = [t for t in scene.sentence.tokens[first:last] if t.i != head]
    named = any(scene.sentence.mention_at(t.i, *_OPERATION) for t in others)
    met = any(_singular(t) in needs or t.lower in needs for t in others)
    if _heads_observers(scene, first, last):
        return True
    if needs and not met and not (named and frame.get("by_name")):
        return False
    police = any(t.lower == "police" for t in others)
    return (
        not police
        or named
        or frame.lemma in ("commissioner", "adviser", "advisor")
        or any(
            t.lower in ("component", "unpol", "civpol", "un", "u.n.", "mission", "unit", "contingent", "fpu")
            for t in others
        )
    )


def _heads_observers(scene: Scene, first: int, last: int) -> bool:
    """Whether a chief of staff is the head of the mission: UNTSO's has been called so since 1948."""
    named = [scene.sentence.mention_at(i, *_OPERATION) for i in range(first, last)]
    staff = scene.sentence.tokens[last - 1].lower == "staff" and scene.focus == "untso"
    return staff or any(m is not None and m.value == "untso" for m in named)


def _singular(token: Token) -> str:
    return token.lemma.lower().removesuffix("s")


def _post(scene: Scene, at: tuple[int, int, int], belongs: str) -> Post:
    first, head, last = at
    before = {t.lower for t in scene.sentence.tokens[first:head]}
    after = {t.lower for t in scene.sentence.tokens[head:last]}
    return Post(
        *at,
        role=_role(scene, *at),
        operation=belongs,
        designate=bool(_NOT_YET & (before | after)),
        former=bool(_PAST & before),
        newly="new" in before and scene.sentence.tokens[first].lower in ("a", "an"),
        ordinal=next((word for word in _ORDINALS if word in before), None),
    )


def _left(scene: Scene, head: int) -> int:
    """Where the phrase of a post begins: its modifiers and owner, up to an article or a word that is none."""
    tokens, at = scene.sentence.tokens, head
    while at > 0 and _is_modifier(scene, tokens[at - 1]):
        at -= 1
        if tokens[at].pos == "DET" or tokens[at].tag == "PRP$":
            break
    while at < head and tokens[at].text in ("-", "'s", "’s", "'"):
        at += 1
    return at


def _is_modifier(scene: Scene, token: Token) -> bool:
    if scene.sentence.mention_at(token.i, MentionKind.PERSON) and token.tag != "PRP$":
        return False
    if any(t.first <= token.i < t.last for t in scene.sentence.times):
        return False
    if token.text in ("-", "/"):
        return True
    return (
        token.pos in _INSIDE
        or token.tag in ("POS", "PRP$")
        or token.lower in _SKIPPED
        or token.lower == "commanding"
        or (
            token.lower in ("appointed", "named", "arrived")
            and token.i > 0
            and scene.sentence.tokens[token.i - 1].lower in ("newly", "recently", "just")
        )
    )


def _right(scene: Scene, head: int) -> int:
    """Where it ends: an operation's name, "designate", and phrases with "of" or "for"."""
    tokens, at = scene.sentence.tokens, head + 1
    while at < len(tokens):
        named = scene.sentence.mention_at(at, *_OPERATION)
        comma = at + 1 < len(tokens) and tokens[at].text == "," and scene.sentence.mention_at(at + 1, *_OPERATION)
        if named is not None and named.first == at and named.form != "anaphor":
            at = named.last
        elif comma and comma.first == at + 1 and comma.form == "acronym" and at == head + 1:
            at = comma.last
        elif (
            tokens[at].lower in ("designate", "elect", "nominee")
            or (at == head + 1 and _is_acronym(scene, at))
            or (at == head + 1 and tokens[at].lower == "commanding" and tokens[head].lower == "general")
        ):
            at += 1
        elif (tokens[at].text == "-" and at + 1 < len(tokens) and tokens[at + 1].lower in ("designate", "elect")) or (
            tokens[at].lower == "in" and at + 1 < len(tokens) and tokens[at + 1].lower in ("charge", "command")
        ):
            at += 2
        elif (tokens[at].lower in ("of", "for", "in", "at", "with") and (end := _complement(scene, at)) > at + 1) or (
            tokens[at].text == "(" and (end := _bracketed(scene, at)) > at
        ):
            at = end
        else:
            break
    return at


def _complement(scene: Scene, preposition: int) -> int:
    """The end of the noun phrase behind a preposition; `preposition + 1` if there is none that belongs to a post."""
    tokens, at = scene.sentence.tokens, preposition + 1
    while at < len(tokens) and _belongs(scene, tokens[at], preposition):
        at += 1
    while (at > preposition + 1 and tokens[at - 1].pos in ("DET", "PART")) or tokens[at - 1].text == "-":
        at -= 1
    if tokens[preposition].lower in ("in", "at", "with"):
        kinds = (*_OPERATION, MentionKind.COUNTRY) if tokens[preposition].lower == "in" else _OPERATION
        inside = any(
            scene.sentence.mention_at(i, *kinds) or tokens[i].pos == "PROPN" for i in range(preposition + 1, at)
        )
        return at if inside else preposition + 1
    return at


def _is_acronym(scene: Scene, at: int) -> bool:
    """Whether a word behind the post abbreviates its command ("Commander BHC")."""
    word = scene.sentence.tokens[at].text
    return len(word) > 1 and word.isupper() and word.isalpha() and not is_rank(scene.sentence.tokens[at])


def _belongs(scene: Scene, token: Token, preposition: int) -> bool:
    if scene.sentence.mention_at(token.i, MentionKind.PERSON):
        return False
    operation_name = scene.sentence.mention_at(token.i, *_OPERATION)
    if operation_name is not None and operation_name.form != "anaphor":
        return True
    if any(t.first <= token.i < t.last for t in scene.sentence.times):
        return False
    if _title_of_name(scene, token.i):
        return False
    return token.pos in _INSIDE or (token.text == "-" and token.i > preposition + 1) or token.tag in ("POS", "PRP$")


def _title_of_name(scene: Scene, at: int) -> bool:
    """Whether capitalised words from here run into a person's name ("… of UNIFIL Major General N. N.")."""
    tokens = scene.sentence.tokens
    while at < len(tokens) and (tokens[at].text[:1].isupper() or tokens[at].text in (".", "-")):
        if scene.sentence.mention_at(at, MentionKind.PERSON):
            return True
        if not is_rank(tokens[at]):
            return False
        at += 1
    return False


def _bracketed(scene: Scene, at: int) -> int:
    """The end of "(UNIFIL)" at `at`; `at` itself if the bracket holds anything else."""
    named = scene.sentence.mention_at(at + 1, *_OPERATION) if at + 1 < len(scene.sentence.tokens) else None
    closes = (
        named is not None and named.last < len(scene.sentence.tokens) and scene.sentence.tokens[named.last].text == ")"
    )
    return named.last + 1 if named is not None and closes else at


def _is_rank_of_name(scene: Scene, first: int, head: Token, last: int) -> bool:
    """Whether "Commander N. N." or "Commissioner N. N." is only a rank."""
    if first != head.i or last != head.i + 1 or last >= len(scene.sentence.tokens):
        return False
    person = scene.sentence.mention_at(last, MentionKind.PERSON)
    return person is not None and head.text[:1].isupper()


def _role(scene: Scene, first: int, head: int, last: int) -> str | None:
    words = scene.words(_role_start(scene, first, head), _role_end(scene, head, last))
    if {word.removesuffix("s") for word in words.lower().replace("-", " ").lstrip("#").split()} <= _DEFAULT:
        return None
    plural = scene.sentence.tokens[head].tag in ("NNS", "NNPS") and words.endswith("s")
    return words.removesuffix("s") if plural else words


def _role_start(scene: Scene, first: int, head: int) -> int:
    tokens, at = scene.sentence.tokens, head
    while at > first and _is_part_of_role(scene, tokens[at - 1]):
        at -= 1
    while tokens[at].text in ("-", "/") and at < head:
        at += 1
    return at


def _is_part_of_role(scene: Scene, token: Token) -> bool:
    if (
        token.pos == "NUM"
        or token.lower in _SKIPPED
        or token.lower in _ORDINALS
        or token.tag in ("POS", "PRP$")
        or token.pos == "DET"
    ):
        return False
    kinds = (MentionKind.OPERATION, MentionKind.COUNTRY, MentionKind.ORGANISATION)
    return scene.sentence.mention_at(token.i, *kinds) is None


def _role_end(scene: Scene, head: int, last: int) -> int:
    """The head noun, with the phrase behind it unless that only names the operation or the Secretary-General."""
    tokens = scene.sentence.tokens
    last = next((i for i in range(head + 1, last) if tokens[i].lower in ("designate", "elect", "nominee", "(")), last)
    if last <= head + 1 or tokens[head + 1].lower not in ("of", "for"):
        return head + 1
    if tokens[head].lemma.lower() in ("head", "chief"):
        return last
    end = next((i for i in range(head + 2, last) if tokens[i].pos == "ADP"), last)
    inner = tokens[end - 1]
    owner = scene.sentence.mention_at(end - 1, *_OPERATION) is not None
    plain = inner.lemma.lower() in ("force", "mission", "operation", "general", "peacekeeper", "troop", "forces")
    return head + 1 if owner or plain else end
