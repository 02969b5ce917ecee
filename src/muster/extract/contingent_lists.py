"""Countries that follow one another with their numbers: "Ghana 1,500, Guinea 600", "Italy (1,068)"."""

from collections.abc import Iterator
from dataclasses import replace

from muster.extract.contingent_area import Stand, is_host
from muster.extract.evidence import Scene
from muster.extract.strength_heads import Headcount
from muster.model.annotation import Mention, MentionKind
from muster.model.claim import Status

_BETWEEN = frozenset(
    {
        "has",
        "have",
        "had",
        "with",
        "follows",
        "follow",
        "some",
        "about",
        "is",
        "next",
        ",",
        "(",
        "comes",
        "each",
        "at",
        ":",
        "–",
        "—",
        "-",
        "both",
        "a",
        "total",
        "of",
        "another",
        "contingent",
        "numbers",
        "one",
        "battalion",
    }
)
_ENOUGH = 3
_GAP = 8
_STOPS = frozenset({"(", ")", ":", "."})
_WORDS = frozenset(
    "contribute contributes contributed contributing contributor contributors supplier suppliers provider "
    "providers contingent contingents followed largest biggest troops personnel soldiers peacekeepers "
    "police pledged promised participating "
    "comprises comprising consists nations countries".split()
)


def listed(scene: Scene, heads: tuple[Headcount, ...], known: tuple[Stand, ...]) -> Iterator[Stand]:
    """The pairs of country and number that go on from one already read, or stand in a list of such pairs."""
    if "respectively" in {t.lower for t in scene.sentence.tokens}:
        return  # the numbers follow in the order of the names
    anchors = {stand.head: stand for stand in known if stand.head is not None}
    pairs = [pair for head in heads for pair in (*_pairs(scene, head), *_gapped(scene, head, heads, bool(anchors)))]
    new = [(names, head) for names, head in pairs if head not in anchors]
    if not new or not (anchors or len(pairs) > 1 or _is_telling(scene)):
        return
    if not anchors and len(pairs) < _ENOUGH and not (_WORDS & {t.lower for t in scene.sentence.tokens}):
        return
    for names, head in new:
        model = _model(anchors, head)
        if model is None and len(pairs) < _ENOUGH and not _WORDS & {t.lower for t in scene.sentence.tokens}:
            continue
        for name in names:
            if is_host(scene, name.value) or _is_moving(scene, name):
                continue
            plain = Stand(
                name.value, head, head.first, name.first, head.last, Status.ACTUAL, None, rule="list of countries"
            )
            shaped = replace(head, component=head.component or (model.head.component if model and model.head else None))
            yield (
                replace(plain, head=shaped, status=model.status, operation=model.operation)
                if model
                else replace(plain, head=shaped)
            )


def _is_telling(scene: Scene) -> bool:
    return bool({"contributor", "contributors", "followed", "follows"} & {t.lower for t in scene.sentence.tokens})


def _model(anchors: dict[Headcount, Stand], head: Headcount) -> Stand | None:
    """The country's number a list goes on from: the nearest before it."""
    before = [stand for one, stand in anchors.items() if one.first < head.first and not stand.earlier]
    return max(before, key=lambda stand: stand.head.first if stand.head else 0, default=None)


def _pairs(scene: Scene, head: Headcount) -> Iterator[tuple[tuple[Mention, ...], Headcount]]:
    """The countries whose name stands right before a number."""
    if head.countries or head.grows or head.body:
        return
    tokens = scene.sentence.tokens
    at = head.first - 1
    while at >= 0 and tokens[at].lower in _BETWEEN and head.first - at < 6:
        at -= 1
    last = scene.sentence.mention_at(at, MentionKind.COUNTRY) if at >= 0 else None
    if last is None or (last.form not in ("name", "capital") and not _is_noun(scene, last)):
        return
    if tokens[at + 1].lower in ("has", "have", "had") and at + 2 < head.first and tokens[at + 2].tag == "VBN":
        return
    apiece = any(t.lower in ("apiece", "each") for t in tokens[last.last : head.last + 2])
    names = [last]
    while apiece and (before := _joined_before(scene, names[0])) is not None:
        names.insert(0, before)
    yield tuple(names), head


def _gapped(
    scene: Scene, head: Headcount, heads: tuple[Headcount, ...], anchored: bool
) -> Iterator[tuple[tuple[Mention, ...], Headcount]]:
    """The country whose verb is left out: "Ghana has 780 and Togo just over 100", "Benin alone 2,000"."""
    if head.countries or head.grows or head.body or not anchored:
        return
    tokens = scene.sentence.tokens
    for at in range(head.first - 1, max(-1, head.first - _GAP), -1):
        token = tokens[at]
        if token.pos in ("VERB", "AUX") or token.text in _STOPS or any(one.first <= at < one.last for one in heads):
            return
        name = scene.sentence.mention_at(at, MentionKind.COUNTRY)
        if name is not None:
            led = tokens[name.first - 1].lower if name.first else ""
            if name.form in ("name", "capital", "demonym") and led not in (
                "in",
                "from",
                "to",
                "for",
                "with",
                "by",
                "of",
            ):
                yield (name,), head
            return


def _is_noun(scene: Scene, name: Mention) -> bool:
    """Whether an adjective or demonym stands for a contingent: "the Danish contingent 1,000 and the Irish 650"."""
    before = scene.sentence.tokens[name.first - 1].lower if name.first else ""
    return before == "the" and name.form in ("adjective", "demonym")


def _joined_before(scene: Scene, name: Mention) -> Mention | None:
    """The country joined to a name by "and" or a comma, to its left."""
    at = name.first - 1
    while at >= 0 and scene.sentence.tokens[at].lower in ("and", ",", "&"):
        at -= 1
    if at < 0 or at == name.first - 1:
        return None
    found = scene.sentence.mention_at(at, MentionKind.COUNTRY)
    return found if found is not None and found.form == "name" else None


def _is_moving(scene: Scene, name: Mention) -> bool:
    """Whether the country sends, loses or withdraws rather than has."""
    for clause in scene.sentence.clauses:
        if any(name.covers(i) for i in clause.agents) and clause.lemma in (
            "send",
            "withdraw",
            "lose",
            "dispatch",
            "fly",
            "pull",
            "land",
            "bury",
            "mourn",
            "evacuate",
            "deploy",
            "ship",
            "add",
            "take",
            "order",
        ):
            return True
    return False
