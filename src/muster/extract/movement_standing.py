"""How a movement stands: told as done, planned, asked for, thought of or denied; how far it has come; who asked."""

import re

from muster.extract.evidence import Scene, time_of
from muster.extract.movement_moves import Move
from muster.model.annotation import Clause, MentionKind, Sentence
from muster.model.claim import Status

_RUMOURS = frozenset(
    "report information rumour rumor claim allegation news story speculation suggestion talk question notion".split()
)
_FALSE = frozenset(
    "pure fiction hoax fantasy fancy imagination untrue false baseless unfounded fake wrong incorrect groundless"
    " fabricated nonsense rubbish invention"
    " premature".split()
)
_DENYING = frozenset("deny dismiss reject refute scotch debunk quash rubbish ridicule deride scoff disown".split())
_NO = re.compile(
    r"^(?:[\"“'«]?\s*)(?:[A-Z][\w.' -]{1,40}:\s*|A\s*[:.]\s*)?[\"“'«]?\s*"
    r"(?:(?:certainly|absolutely|definitely|most certainly|of course) not|by no means|out of the question|"
    r"nothing of the (?:kind|sort)|(?:the|his|her) (?:answer|reply) (?:is|was) (?:a (?:plain|flat|firm|simple) )?no|"
    r"no\b[^t]|none\b|not so|not true|not at all|never\b|nonsense|"
    r"(?:that|this|it)(?: is|'s|’s) (?:not (?:true|correct|so)|untrue|false|wrong|incorrect|nonsense))",
    re.IGNORECASE,
)
_FAKE = re.compile(r"\b(?:fake|false|hoax|rumou?r|myth)\s*[:–-]", re.IGNORECASE)
_BEGINNING = frozenset({"begin", "start", "continue", "proceed", "commence"})
_ASKING = frozenset({"ask", "request", "demand", "urge", "order", "tell", "beg", "seek", "want"})


def status_of_move(move: Move) -> Status:
    """The clause's status, save where a headline, a rumour, an answer or the word itself says otherwise."""
    status = move.clause.status
    if is_denied(move):
        return Status.DENIED
    if status is Status.PLANNED and _is_first_to(move):
        return Status.ACTUAL
    if status is Status.ACTUAL and move.scene.sentence.tokens[-1].text == "?":
        return Status.POSSIBLE
    if status is Status.ACTUAL and (_is_announced(move) or _is_ahead(move) or _is_yet_to(move)):
        return Status.PLANNED
    if status is Status.ACTUAL and move.frame.get("status"):
        return Status(move.frame["status"])
    return status


def is_denied(move: Move) -> bool:
    """Whether it is told as a rumour that is denied, or as a question answered no (decisions 18, 35)."""
    if move.clause.status is Status.ACTUAL and _is_last_word(move):
        return False
    return _is_rumour_denied(move) or _is_answered_no(move) or _is_object_of_denial(move)


def _is_object_of_denial(move: Move) -> bool:
    """ "Belgrade denies any build-up": a noun of moving that is what is denied, in one word or cut at its hyphen."""
    tokens, at = move.scene.sentence.tokens, move.clause.predicate
    while tokens[at].dep == "compound" and tokens[at].head != at:
        at = tokens[at].head
    return tokens[at].dep == "dobj" and tokens[tokens[at].head].lemma.lower() in _DENYING


def _is_last_word(move: Move) -> bool:
    """Whether nothing in the sentence asks, reports or doubts."""
    sentence = move.scene.sentence
    rumoured = any(t.lemma.lower() in _RUMOURS | _DENYING | {"ask", "whether", "if"} for t in sentence.tokens)
    return sentence.tokens[-1].text != "?" and not rumoured and not _FAKE.search(_text(move.scene, sentence))


def _is_rumour_denied(move: Move) -> bool:
    """ "Reports of their withdrawal are untrue", "denied a report that it is to leave", "FAKE: …"."""
    sentence = move.scene.sentence
    if _FAKE.match(_text(move.scene, sentence).lstrip("❌ ")):
        return True
    for at in sentence.ancestors(move.clause.predicate):
        if sentence.tokens[at].lemma.lower() in _RUMOURS:
            return _is_refuted(sentence, at)
    return False


def _is_refuted(sentence: Sentence, noun: int) -> bool:
    """Whether what is said of a report denies it."""
    above = sentence.tokens[noun].head
    verb = sentence.clause_at(above)
    words = {sentence.tokens[c].lower for c in sentence.children_of(above)}
    words |= {sentence.tokens[c].lower for c in sentence.children_of(noun)}
    negated = verb is not None and not verb.nominal and verb.status is Status.DENIED
    return bool(words & _FALSE) or negated or sentence.tokens[above].lemma in _DENYING


def _is_answered_no(move: Move) -> bool:
    """Whether the next sentence says no to what this one asks or reports."""
    index, sentences = move.scene.sentence.index, move.scene.document.sentences
    if index + 1 >= len(sentences):
        return False
    answer = " ".join(_text(move.scene, s) for s in sentences[index + 1 : index + 2])
    return bool(_NO.match(answer))


def _text(scene: Scene, sentence: Sentence) -> str:
    return scene.document.text[sentence.start : sentence.end]


def _is_first_to(move: Move) -> bool:
    """ "The first country to quit": what it did, not what it will do."""
    tokens = move.scene.sentence.tokens
    token = tokens[move.clause.predicate]
    before = [t.lower for t in tokens[max(0, tokens[token.head].i - 4) : token.i]]
    return token.dep in ("acl", "relcl") and bool({"first", "last", "only", "latest"} & set(before))


def _is_announced(move: Move) -> bool:
    """ "Museveni to bring Ugandans home": an infinitive in a headline without any finite verb."""
    tokens = move.scene.sentence.tokens
    at = move.clause.predicate
    if at == 0 or tokens[at - 1].lower != "to" or tokens[at].tag not in ("VB", "VBP", "NN"):
        return False
    return not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens if t.i != at)


def _is_yet_to(move: Move) -> bool:
    """ "Has yet to send its main body"."""
    tokens = move.scene.sentence.tokens
    at = move.clause.predicate
    return [t.lower for t in tokens[max(0, at - 2) : at]] == ["yet", "to"]


def _is_ahead(move: Move) -> bool:
    """ "Leaves on 24 February", "go home in June": told in the present, of a day after publication."""
    published = move.scene.document.document.published
    when = time_of(move.scene, move.clause)
    if published is None or when is None or not when.edtf or move.clause.tense == "past":
        return False
    first = next(day for day in when.edtf.split("/") if day != "..")
    return first[:1].isdigit() and first > published[: len(first)]


def stage_of(move: Move, status: Status) -> str | None:
    """The stage of a movement that its clause tells."""
    return stage_at(move.scene.sentence, move.clause.predicate, status)


def stage_at(sentence: Sentence, predicate: int, status: Status) -> str | None:
    """`announced`, `under-way` or `completed`; nothing for what is only asked for, allowed, thought of or denied."""
    if status is Status.PLANNED:
        return "announced"
    if status is not Status.ACTUAL:
        return None
    token = sentence.tokens[predicate]
    helpers = {sentence.tokens[c].lower for c in sentence.children_of(token.i) if sentence.tokens[c].dep == "aux"}
    if token.tag == "VBG" and helpers & {"is", "are", "'s", "'re", "was", "were"}:
        return "under-way"
    return "under-way" if sentence.tokens[token.head].lemma in _BEGINNING else "completed"


def asker_of(move: Move) -> str | None:
    """Who asked: "at the request of X", or the subject of the verb of asking that governs the movement."""
    sentence = move.scene.sentence
    requested = [t.i for t in sentence.tokens if t.lower in ("request", "behest", "invitation") and t.pos == "NOUN"]
    for at in requested:
        owners = [c for c in sentence.children_of(at) if sentence.tokens[c].dep == "poss"]
        links = [c for c in sentence.children_of(at) if sentence.tokens[c].lower in ("of", "from", "by")]
        owners += [d for c in links for d in sentence.children_of(c)]
        if owners:
            return name_of(move.scene, owners[0])
    if move.frame["mover"] == "asked":
        return None if move.clause.passive or not move.clause.agents else name_of(move.scene, move.clause.agents[0])
    waiting = move.clause.status in (Status.REQUESTED, Status.PLANNED, Status.DENIED)
    return _governing_asker(move.scene, move.clause) if waiting else None


def _governing_asker(scene: Scene, clause: Clause) -> str | None:
    for at in scene.sentence.ancestors(clause.predicate):
        governor = scene.sentence.clause_at(at)
        if governor and governor.lemma in _ASKING and governor.agents and not governor.passive:
            return name_of(scene, governor.agents[0])
    return None


def name_of(scene: Scene, i: int) -> str:
    """The country's code, else the words."""
    groups = scene.sentence.groups_at(i)
    mention = scene.sentence.mention_at(i, MentionKind.COUNTRY)
    if groups and groups[0].country:
        return groups[0].country
    return mention.value if mention else scene.phrase(i)
