"""Lines of fact sheets: "Total strength (approx.): 132,000", "UNTSO: 150 observers"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from muster.extract.evidence import Scene
from muster.extract.strength_heads import Headcount, component_in
from muster.extract.strength_levels import Level
from muster.extract.strength_owners import CEILINGS, Owner
from muster.model.annotation import AnnotatedDocument, MentionKind
from muster.model.claim import Status
from muster.model.count import Rel
from muster.model.when import When

_NUMBERED = frozenset(
    "strength personnel troops troop soldiers peacekeepers police observers staff military size manpower "
    "uniformed civilians "
    "civilian officers ceiling total deployed deployment force observer members".split()
)
_NATIONS = frozenset({"nations", "countries", "contributors", "nationalities"})
_SUPPLYING = frozenset(
    {"contributing", "contributors", "participating", "troop", "partner", "nations", "member", "sending"}
)
_FOREIGN = frozenset(
    "women female fatalities casualties killed deaths dead wounded budget cost refugees displaced idps "
    "helicopters vehicles "
    "aircraft army regional provincial teams bases posts incidents patrols rebels weapons combatants".split()
)
_ALLOWED = frozenset("authorised authorized mandated maximum approved ceiling".split())
_APPROXIMATE = frozenset({"approx", "approx.", "approximately", "about", "around", "ca", "ca.", "c.", "estimated"})
_AS_OF = frozenset({"as", "current", "status", "position", "situation", "at"})
_PLAIN = frozenset(
    "total current peak present strength un nato eu au forces military police mission overall grand "
    "troops size max min contributing nations".split()
)
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Label:
    """What a line says before its colon: tokens up to `end`, as a set of words; `value` is where its value begins."""

    end: int
    value: int
    words: frozenset[str]


def label_of(scene: Scene) -> Label | None:
    """The label of a line "label: value", if the sentence is one."""
    tokens = scene.sentence.tokens
    at = next((t.i for t in tokens if t.text.lstrip(")").startswith(":")), None)
    if at is None or at == 0 or at > _LONGEST or at + 1 >= len(tokens):
        return None
    return Label(at, at + 1, frozenset(t.lower for t in tokens[:at]))


def labelled_levels(scene: Scene, heads: tuple[Headcount, ...]) -> Iterator[Level]:
    """The numbers of a labelled line, given to the operation that the label names or that is in focus."""
    label = label_of(scene)
    first = next((head for head in heads if label is not None and head.first == label.value), None)
    if (
        label is None
        or first is None
        or label.words & _FOREIGN
        or any(t.pos in ("VERB",) and t.tag in ("VBD", "VBZ") for t in scene.sentence.tokens[: label.end])
    ):
        return
    named = [m for m in scene.sentence.mentions if m.kind is MentionKind.OPERATION and m.last <= label.end]
    countries = [
        m
        for m in scene.sentence.mentions
        if m.kind is MentionKind.COUNTRY and m.last <= label.end and not any(n.covers(m.first) for n in named)
    ]
    counting = (bool(label.words & _NUMBERED) and _is_plain(scene, label)) or bool(
        named and label.words & {"all", "whole", "entire"}
    )
    operation = named[0].value if named else scene.focus
    if countries or operation is None or not (counting or (named and not first.bare and _is_all_name(scene, label))):
        return
    owner = Owner(label.end, operation=operation, component=_component(label) if first.bare else None, level=counting)
    status = Status.AUTHORISED if label.words & (_ALLOWED | CEILINGS) else Status.ACTUAL
    for head in heads:
        if head.first >= label.value and (head is first or (not head.bare and not head.countries)):
            yield Level(
                owner, _hedged(label, head) if head is first else head, head.first, status, rule="labelled number"
            )


def _is_plain(scene: Scene, label: Label) -> bool:
    """Whether a label names no region, unit or body of its own: "Total Region South" is no strength."""
    for token in scene.sentence.tokens[: label.end]:
        known = scene.sentence.mention_at(token.i, MentionKind.OPERATION) or any(
            t.first <= token.i < t.last for t in scene.sentence.times
        )
        if token.pos == "PROPN" and not known and token.lower not in _NUMBERED | _ALLOWED | _APPROXIMATE | _PLAIN:
            return False
    return not label.words & {"region", "sector", "zone", "battalion", "brigade", "company", "contingent"}


def _is_all_name(scene: Scene, label: Label) -> bool:
    """Whether a label is an operation's name and nothing else."""
    rest = [
        t for t in scene.sentence.tokens[: label.end]
        if scene.sentence.mention_at(t.i, MentionKind.OPERATION) is None and t.pos not in ("PUNCT", "DET", "SYM", "X")
    ]  # fmt: skip
    return len(rest) <= 1


def _component(label: Label) -> str | None:
    words = label.words
    if "military" in words and not words & {"observers", "observer"}:
        return None
    for lemma in ("police", "observer", "soldier", "civilian"):
        if words & {lemma, f"{lemma}s"} or (lemma == "soldier" and words & {"troops", "troop"}):
            return component_in(words - {"troop"}, lemma)
    return None


def _hedged(label: Label, head: Headcount) -> Headcount:
    """ "(approx.)" in the label hedges the number."""
    if not label.words & _APPROXIMATE or head.mention.count.rel is not Rel.EXACT:
        return head
    return replace(head, mention=replace(head.mention, count=replace(head.mention.count, rel=Rel.ABOUT)))


def labelled_nations(scene: Scene) -> int | None:
    """The number in "Troop contributing nations: 48"."""
    label = label_of(scene)
    if label is None or not label.words & _NATIONS or not label.words & _SUPPLYING:
        return None
    return next((c.count.best for c in scene.sentence.counts if c.first == label.value), None)


def as_of(document: AnnotatedDocument, index: int) -> When | None:
    """The day a fact sheet stands for: the nearest "as at" or "current as of" above."""
    for sentence in reversed(document.sentences[: index + 1]):
        for mention in sentence.times:
            lead = {t.lower for t in sentence.tokens[max(0, mention.first - 3) : mention.first + 1]}
            if mention.when.edtf and "as" in lead and lead & {"of", "at", "on"} and lead & _AS_OF:
                return mention.when
    return None
