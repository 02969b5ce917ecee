"""A country beside a number, whatever the verb: "Portugal's battalion, 770 men,", "the Irish (665)", "Fiji: 120
soldiers", "930 Norwegians". Adjacency makes the owner clear; the verb only says when not to read it."""

from collections.abc import Iterator

from muster.extract.casualty_frames import is_harm_word
from muster.extract.contingent_area import Stand, is_elsewhere, is_host, operation_of
from muster.extract.evidence import Scene
from muster.extract.frames import Frame, lexicon
from muster.extract.strength_heads import Headcount
from muster.extract.strength_owners import clause_above
from muster.model.annotation import Clause, Mention, MentionKind
from muster.model.claim import Status

# What may stand between a body and its number: "battalion (858", "contingent, 700", "force of", "company numbering".
_LINKS = frozenset({",", "(", "[", ":", "–", "—", "-", "of", "numbering", "numbers", "totalling", "with", "comprising"})
_BODIES = frozenset(
    "contingent battalion company squadron regiment brigade unit detachment element force component platoon hospital "
    "battery team task-force battlegroup group share contribution battalions troop gendarmes police engineers sappers "
    "guards pioneers rangers marines paratroopers soldiers troops guard men party column corps signallers "
    "infantry logistics medics observers officers policemen part one".split()
)
_PERSONS = frozenset({"soldier", "officer", "policeman", "observer", "guard", "ranger", "marine", "engineer"})
# Verbs beside which a number of nationals tells how many there are.
_STANDING = frozenset(
    "be have number stand serve stay remain hold guard man occupy sit constitute keep provide contribute furnish "
    "supply maintain share comprise total base station".split()
)
_REACH = 5
# Fewer nationals than this, told of in passing, are some of a contingent.
_FEWEST = 20


def beside(scene: Scene, heads: tuple[Headcount, ...]) -> Iterator[Stand]:
    """The numbers of people whose country stands right beside them."""
    if scene.focus is None and not any(m.kind is MentionKind.OPERATION for m in scene.sentence.mentions):
        return
    for head in heads:
        if head.body or head.grows or is_elsewhere(scene, head):
            continue
        found = _body_before(scene, head) or _named_before(scene, head) or _nationals(scene, head)
        if found is not None and not is_host(scene, found[0]):
            country, first, rule = found
            last = max(head.last, head.tokens[-1] + 1)
            where = operation_of(scene, head, first)
            yield Stand(country, head, first, first, last, _status(scene, first), where, rule=rule)


def _body_before(scene: Scene, head: Headcount) -> tuple[str, int, str] | None:
    """ "Portugal's battalion, 770 men", "the Ethiopian battalion (858)", "Thailand's task force of 1,580"."""
    tokens, noun = scene.sentence.tokens, head.first - 2
    if noun < 0 or tokens[head.first - 1].lower not in _LINKS or not _is_body(scene, noun):
        return None
    owner = _owner(scene, noun)
    if owner is None or _comes_or_goes(scene, noun):
        return None
    return owner.value, owner.first, "body and number"


def _is_body(scene: Scene, i: int) -> bool:
    token = scene.sentence.tokens[i]
    if token.tag == "NN" and token.lower in _PERSONS:
        return False
    return token.lemma.lower() in _BODIES or any(g.form == "units" for g in scene.sentence.groups_at(i))


def _owner(scene: Scene, noun: int) -> Mention | None:
    """The one country within the noun's own words: "Botswana Defence Force element", "A British armoured squadron"."""
    sentence = scene.sentence
    for i in range(noun - 1, max(-1, noun - _REACH), -1):
        found = sentence.mention_at(i, MentionKind.COUNTRY)
        if found is not None:
            return found if found.form != "anaphor" else None
        if sentence.tokens[i].pos not in ("NOUN", "PROPN", "ADJ", "PART", "NUM", "DET", "PUNCT"):
            return None
        if sentence.tokens[i].pos == "PUNCT" and sentence.tokens[i].text not in ("-", "’", "'"):
            return None
    return None


def _named_before(scene: Scene, head: Headcount) -> tuple[str, int, str] | None:
    """ "the Irish (665)", "The Nepalese, 640 men", "Fiji: 120 soldiers", "Nepal – 850"."""
    tokens = scene.sentence.tokens
    at = head.first - 2
    if at < 0 or tokens[at + 1].text not in (",", "(", ":", "–", "—", "-"):
        return None
    name = scene.sentence.mention_at(at, MentionKind.COUNTRY)
    if name is None or name.form in ("anaphor", "force") or head.countries:
        return None
    sign = tokens[at + 1].text
    labelled = sign in (":", "–", "—", "-") and name.form == "name" and name.first <= _offset(scene)
    apposed = name.form in ("adjective", "demonym") and (sign == "(" or (sign == "," and _closed(scene, head)))
    bracketed = name.form == "name" and sign == "(" and _only_number(scene, head)
    if not (labelled or apposed or bracketed) or _comes_or_goes(scene, at):
        return None
    return name.value, name.first, "country and number"


def _offset(scene: Scene) -> int:
    """Where a line's own words begin: behind a bullet."""
    tokens = scene.sentence.tokens
    return next((t.i for t in tokens if any(map(str.isalnum, t.text))), 0) + 1


def _closed(scene: Scene, head: Headcount) -> bool:
    tokens = scene.sentence.tokens
    return not head.bare and (head.last >= len(tokens) or tokens[head.last].text in (",", ".", ";"))


def _only_number(scene: Scene, head: Headcount) -> bool:
    """Whether the brackets hold nothing but the number and its noun, and no year."""
    tokens = scene.sentence.tokens
    year = head.bare and 1900 < head.size < 2100
    return not year and head.last < len(tokens) and tokens[head.last].text == ")"


def _nationals(scene: Scene, head: Headcount) -> tuple[str, int, str] | None:
    """ "930 Norwegians", "170 French sappers", "105 Gambians": where the verb tells of being there."""
    if len(head.countries) != 1 or head.size < _FEWEST or any(is_harm_word(t) for t in scene.sentence.tokens):
        return None
    clause = clause_above(scene, head.first)
    if clause is None or clause.lemma not in _STANDING:
        return None
    return head.countries[0], head.first, "nationals"


def _comes_or_goes(scene: Scene, noun: int) -> bool:
    """Whether the body is told of as coming or going, not as being there: indefinite, and the mover of its clause."""
    clause = clause_above(scene, noun)
    if clause is None or (frame := _movement(clause)) is None:
        return False
    definite = any(
        scene.sentence.tokens[c].lower in ("the", "its", "their") or scene.sentence.tokens[c].dep == "poss"
        for c in scene.sentence.children_of(noun)
    )
    return not definite or frame.get("act") == "withdraw" or clause.status is not Status.ACTUAL


def _movement(clause: Clause) -> Frame | None:
    return lexicon("movement").find(clause.lemma, clause.particle, "verb") if not clause.nominal else None


def _status(scene: Scene, at: int) -> Status:
    clause = clause_above(scene, at)
    return clause.status if clause is not None and clause.status is not Status.AUTHORISED else Status.ACTUAL
