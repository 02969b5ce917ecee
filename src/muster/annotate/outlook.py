"""Whether words speak of what is to come: what decides on which side of publication "on Monday" lies."""

from collections.abc import Callable, Sequence
from enum import Enum

from muster.model import days
from muster.model.annotation import Token

# Verbs whose present tense tells a timetable ("the mandate expires on 2 October").
_SCHEDULED = frozenset(
    [
        "end",
        "expire",
        "begin",
        "start",
        "open",
        "close",
        "leave",
        "arrive",
        "return",
        "resume",
        "finish",
        "depart",
        "fly",
        "come",
        "go",
        "take",
        "hand",
        "become",
        "relinquish",
        "assume",
        "complete",
        "meet",
        "vote",
        "run",
        "conclude",
        "lapse",
        "deploy",
        "join",
        "replace",
        "relieve",
        "follow",
        "pack",
        "move",
        "quit",
        "sail",
    ]
)
_PENDING = frozenset(["due", "expected", "scheduled", "planned", "slated", "supposed", "awaited", "meant", "foreseen"])
_EXTENDING = frozenset(
    ["extend", "prolong", "renew", "extension", "renewal", "prolongation", "authorise", "authorize", "roll"]
)
# Verbs that set a day for something: "called for 28 November".
_SETTING = frozenset("mean call set fix plan book convene schedule foresee intend earmark".split())
# What is wanted by a day, and what is decided from a day on, may as well lie ahead.
_WANTING = frozenset("want seek demand ask urge require order request".split())
_DECIDING = frozenset("approve appoint choose endorse decide name agree confirm".split())
# Verbs of perceiving, whose own tense is that of what is perceived: "watched the last of them leave".
_PERCEIVING = frozenset("watch see hear".split())
# Nouns and plurals that a parser makes of a mandate's end in the present tense.
_ENDS = frozenset({"lapses", "expires", "ends"})
_SURE = frozenset({"will", "shall", "'ll", "’ll"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "may", "might", "can", "could", "should", "must"})


# Verbs whose infinitive tells no plan: it is as past, present or to come as they are ("continue to condemn").
_CARRYING = frozenset(
    (
        "continue begin start cease stop keep manage fail refuse decline try attempt happen come help tend appear seem "
        "prove use go proceed serve"
    ).split()
)
# Nobody sets a day for these: with a date they have been.
_UNPLANNED = frozenset(
    (
        "attack ambush killing murder assassination bombing blast explosion shooting shelling massacre atrocity "
        "assault raid clash riot rioting violence unrest looting kidnapping abduction incident crash accident death "
        "coup mutiny earthquake outbreak fighting crime desecration vandalism arson stoning stabbing bloodshed tragedy"
    ).split()
)
# Words between a date and what it dates.
_PARTS = frozenset("end beginning start middle close morning evening afternoon night week weekend month half".split())


class Outlook(Enum):
    """On which side of publication a date lies whose side is not written: before, after, or where it is nearer."""

    BACK = "back"
    NEARER = "nearer"
    AHEAD = "ahead"


def outlook_of(
    tokens: Sequence[Token], at: int, tense_of: Callable[[int], str] | None, relation: str = "at"
) -> Outlook:
    """Where the clause of word `at` looks: ahead with a future, a timetable in the present, what is due, or the end to
    which something was extended; back with what has been, and with what nobody sets a day for ("will look into the
    attack on 20 September"). To either side with a mere infinitive or modal, and with a date that hangs on a noun."""
    chain = _heads(tokens, at)
    verb = _carried(tokens, next((token for token in chain if token.pos in {"VERB", "AUX"}), None))
    worded = _worded(chain, verb, relation)
    if worded is not None:
        return worded
    below = chain[: chain.index(verb)] if verb else []
    if _is_pending(tokens, chain, verb):
        return Outlook.NEARER if verb is None or _is_told_back(tokens, verb) else Outlook.AHEAD
    if verb is None or any(noun.lemma.lower() in _UNPLANNED for noun in below):
        return Outlook.BACK
    sure = verb.tag == "MD" or _is_sure(tokens, verb) or _is_timetable(tokens, verb, relation)
    told = tense_of is not None and tense_of(verb.i) == "future"
    if not sure and not told and not _looks_ahead(tokens, verb):
        return Outlook.BACK
    sure = sure or (told and not _is_told_back(tokens, verb))
    between = tokens[verb.i - tokens[0].i : at - tokens[0].i]
    doubtful = _hangs_on_noun(below) or any(t.lemma.lower() in _UNPLANNED for t in between)
    return Outlook.AHEAD if (sure and not doubtful) or relation == "until" else Outlook.NEARER


def _is_told_back(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether what was to come is told from behind: "agreed to meet", "was due", "were to have left", "would leave"."""
    for above in _heads(tokens, verb.i):
        group = {above.tag, *(t.tag for t in _under(tokens, above) if t.dep in {"aux", "auxpass"})}
        if any(t.lower == "would" and t.dep == "aux" for t in _under(tokens, above)):
            return True
        if group & {"VBD", "VBZ", "VBP", "MD"}:
            return "VBD" in group or (above.tag == "VBN" and "be" not in _lemmas(tokens, above))
    return True


def _worded(chain: Sequence[Token], verb: Token | None, relation: str) -> Outlook | None:
    """What the words about a date say of it, whatever their tense."""
    if relation == "since":
        return Outlook.BACK
    if relation in {"until", "by"} and any(token.lemma.lower() in _EXTENDING for token in chain[:4]):
        return Outlook.AHEAD
    ends = verb is None and chain[-1].lower in _ENDS
    return Outlook.NEARER if ends or _is_set_for(chain) or _is_decided(chain, relation) else None


def _is_set_for(chain: Sequence[Token]) -> bool:
    """ "Called for 28 November", "meant for March": a day set, whether it has been or is to come."""
    at = next((n for n, token in enumerate(chain) if token.lower == "for"), None)
    return at is not None and 0 < at < len(chain) - 1 and chain[at + 1].lemma.lower() in _SETTING


def _is_decided(chain: Sequence[Token], relation: str) -> bool:
    """ "Wants them back by Christmas", "approved the appointment as from 15 September"."""
    lemmas = {token.lemma.lower() for token in chain}
    return bool((relation == "by" and lemmas & _WANTING) or (relation == "from" and lemmas & _DECIDING))


def _lemmas(tokens: Sequence[Token], verb: Token) -> set[str]:
    return {t.lemma.lower() for t in _under(tokens, verb) if t.dep in {"aux", "auxpass"}}


def _carried(tokens: Sequence[Token], verb: Token | None) -> Token | None:
    """The verb that tells the time of an infinitive under "continue", "manage", "refuse" …, of what was watched, and of
    stages "beginning 10 May"; else the verb itself."""
    while verb is not None and verb.head != verb.i:
        above = tokens[verb.head - tokens[0].i]
        carried = verb.dep == "xcomp" and above.pos == "VERB" and above.lemma.lower() in _CARRYING
        seen = verb.dep in {"ccomp", "xcomp"} and above.lemma.lower() in _PERCEIVING and verb.tag in {"VB", "VBP"}
        begun = verb.lower in {"beginning", "starting"} and verb.dep in {"acl", "advcl", "prep"}
        if begun:
            above = next((token for token in _heads(tokens, above.i) if token.pos in {"VERB", "AUX"}), above)
        elif not carried and not seen:
            break
        verb = above
    return verb


def _hangs_on_noun(below: Sequence[Token]) -> bool:
    """Whether a noun other than the date's own words stands between a date and its verb ("the session on 9 May")."""
    dated = days.MONTHS.keys() | days.WEEKDAYS.keys() | days.SEASONS.keys() | _PARTS
    return any(t.pos in {"NOUN", "PROPN"} and t.lower.rstrip(".") not in dated for t in below)


def _is_pending(tokens: Sequence[Token], chain: Sequence[Token], verb: Token | None) -> bool:
    """ "due in Darwin on Monday", "expected within a week": the word above, or beside under "to be"."""
    near = [*(chain[: chain.index(verb) + 1] if verb in chain else chain), *_under(tokens, verb)] if verb else chain
    return any(token.lower in _PENDING and token.dep not in {"conj", "ccomp", "advcl"} for token in near)


def _is_sure(tokens: Sequence[Token], verb: Token) -> bool:
    return bool(_helpers(tokens, verb) & _SURE)


def _helpers(tokens: Sequence[Token], verb: Token) -> set[str]:
    return {token.lower for token in _under(tokens, verb) if token.dep in {"aux", "auxpass"}}


def _looks_ahead(tokens: Sequence[Token], verb: Token) -> bool:
    """A modal or an infinitive; "may have left" looks back."""
    helpers = _helpers(tokens, verb)
    return bool(helpers & (_WILL | {"to"})) and not helpers & {"have", "had", "’ve", "'ve"}


def _is_timetable(tokens: Sequence[Token], verb: Token, relation: str) -> bool:
    finite = verb.tag in {"VBZ", "VBP"} or (verb.tag == "VB" and _has_subject(tokens, verb))
    if finite and not _helpers(tokens, verb):
        return verb.lemma.lower() in _SCHEDULED or relation == "until"
    return verb.tag == "VBG" and any(token.lower in {"is", "are", "'s", "’s"} for token in _under(tokens, verb))


def _has_subject(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether what looks like an infinitive is none: "sixty Czechs come in October"."""
    return any(token.dep == "nsubj" for token in _under(tokens, verb))


def _heads(tokens: Sequence[Token], at: int) -> list[Token]:
    """The words above a word, nearest first, with the word itself."""
    first = tokens[0].i
    chain = [tokens[at - first]]
    while chain[-1].head != chain[-1].i and len(chain) <= len(tokens):
        chain.append(tokens[chain[-1].head - first])
    return chain


def _under(tokens: Sequence[Token], verb: Token) -> list[Token]:
    return [token for token in tokens if token.head == verb.i and token is not verb]
