"""Who held command before: "succeeds N. N.", "from N. N.", "following the departure of N. N.", "in his place"."""

from muster.extract.command_holders import Countries, Holder, as_holder, people
from muster.extract.command_lexicon import is_rank
from muster.extract.evidence import Scene
from muster.model.annotation import MentionKind

_TRIGGERS = frozenset(
    "succeed replace relieve predecessor departure outgoing from vacate successor place stead relinquish leave"
    " follow after left".split()
)
_NEAR = 7


def predecessor_of(scene: Scene, holder: Holder, countries: Countries) -> Holder | None:
    """The person whom a sentence names as the one before `holder`; None if it names none."""
    tokens = scene.sentence.tokens
    others = [p for p in people(scene.sentence) if p.value != holder.name]
    for person in others:
        window = tokens[max(0, person.first - _NEAR) : person.first]
        cue = next((t for t in reversed(window) if _lemma(t.lemma) in _TRIGGERS), None)
        if cue is not None and all(_is_quiet(scene, i) for i in range(cue.i + 1, person.first)):
            return as_holder(person, countries)
    return _in_his_place(scene, holder, countries) or _country_before(scene, holder)


def _lemma(lemma: str) -> str:
    return lemma.lower()


def _is_quiet(scene: Scene, i: int) -> bool:
    """Whether a word may stand between the cue and the name: ranks, countries, "of", "the", "commander"."""
    token = scene.sentence.tokens[i]
    named = scene.sentence.mention_at(i, MentionKind.COUNTRY, MentionKind.OPERATION)
    return (
        is_rank(token)
        or named is not None
        or token.lower
        in (
            "of",
            "by",
            "the",
            "his",
            "her",
            "its",
            "outgoing",
            "fellow",
            ",",
            "'s",
            "’s",
            "compatriot",
            "force",
            "countryman",
        )
        or token.pos in ("DET", "PROPN", "ADJ")
    )


def _in_his_place(scene: Scene, holder: Holder, countries: Countries) -> Holder | None:
    words = [t.lower for t in scene.sentence.tokens]
    for i, word in enumerate(words[:-1]):
        if word in ("his", "her") and words[i + 1] in ("place", "stead"):
            before = [p for p in people(scene.sentence) if p.value != holder.name and p.last <= i]
            return as_holder(before[-1], countries) if before else None
    return None


def _country_before(scene: Scene, holder: Holder) -> Holder | None:
    """ "Took over command from Italy": the country before a country."""
    if holder.person:
        return None
    for mention in scene.sentence.mentions:
        named = mention.kind is MentionKind.COUNTRY and mention.form != "adjective" and mention.value != holder.name
        if (
            named
            and mention.first > 0
            and scene.sentence.tokens[mention.first - 1].lower in ("from", "replacing", "succeeding")
        ):
            return Holder(mention.value, mention.value, mention.first, mention.last, person=False)
    return None
