"""How many the movers are: numbers before their noun, inside its phrase, and set behind it."""

from collections.abc import Iterator

from muster.extract.evidence import Scene
from muster.model.annotation import CountMention, MentionKind
from muster.model.count import Count

_MEASURED = frozenset(
    "nation country member-state sector month day week year power party way point km mile hour".split()
)
_SAME = ("same number", "equal number", "like number", "as many", "similar number")
FORCES = frozenset({"soldiers", "peacekeepers", "police", "observers", "units", "missions", "staff"})


def count_at(scene: Scene, i: int) -> Count | None:
    """How many the noun at `i` are: a number before it, "of 776 men", "937 strong", "680 in all"."""
    counts = [c for c in scene.sentence.counts if not c.article and not _is_compound(scene, c)]
    if any(c.noun == i and is_remainder(scene, c) for c in counts):
        return None
    own = (
        next((c for c in counts if c.noun == i and not c.partitive), None)
        or next((c for c in counts if c.noun == i), None)
        # "24 Jamaicans land", a verb taken for a noun; "180 Nepalese", a people taken for an adjective
        or next((c for c in counts if c.last == i and c.noun in (None, i + 1)), None)
    )
    if own is not None and not counts_units(scene, i, own):
        return own.count
    for d in of_objects(scene, i):
        inner = next((c for c in counts if c.noun == d or c.first <= d < c.last), None)
        if (
            inner is not None
            and inner is not own
            and not counts_units(scene, d, inner)
            and not inner.partitive
            and is_force(scene, inner.noun)
        ):
            return inner.count
    return _behind(scene, i, counts) or _same_number(scene, i)


def _same_number(scene: Scene, i: int) -> Count | None:
    """ "The same number", "an equal number of their comrades", "as many": the number of soldiers told last."""
    tokens = scene.sentence.tokens
    first, last = scene.sentence.phrase(i)
    words = " ".join(t.lower for t in tokens[max(0, first - 1) : last])
    if not any(same in words for same in _SAME):
        return None
    told = [c for c in scene.sentence.counts if c.last <= i and is_force(scene, c.noun) and not c.article]
    if not told and scene.sentence.index:
        before = scene.document.sentences[scene.sentence.index - 1]
        told = [c for c in before.counts if c.noun is not None and is_force(Scene(scene.document, before), c.noun)]
    return told[-1].count if told else None


def is_remainder(scene: Scene, count: CountMention) -> bool:
    """ "All but 1,500 of the troops": those who do not."""
    tokens = scene.sentence.tokens
    around = " ".join(t.lower for t in tokens[max(0, count.first - 2) : count.last])
    return "all but" in around


def trailing(scene: Scene, i: int) -> Count | None:
    """A number at the end for those named at `i` before: ", all 610 of them", ", 130 persons in all."."""
    tokens = scene.sentence.tokens
    for count in scene.sentence.counts:
        if count.first <= i or count.article:
            continue
        before = tokens[count.first - 1].lower
        opened = before in (",", "--", "-", "–", "—", "(") or (before == "all" and tokens[count.first - 2].text == ",")
        after = [t.lower for t in tokens[count.last : count.last + 3]]
        them = after[:2] in (["of", "them"], ["of", "us"])
        people = them or bool(after and after[0] in ("persons", "people", "men", "soldiers"))
        twice = after[:1] == ["for"] and after[1:2] == [tokens[count.last - 1].lower]  # "780 for 780"
        if opened and twice:
            return count.count
        if opened and people and (len(after) < 3 or after[-1] in (".", ",", ")", ";") or after[1:2] in ([","], ["."])):
            return count.count
    return None


def _is_compound(scene: Scene, count: CountMention) -> bool:
    """ "The five-nation force", "a two-month stay": no number of people."""
    after = [t.lower for t in scene.sentence.tokens[count.last : count.last + 2]]
    return after[:1] == ["-"] and after[1:] != [] and after[1] in _MEASURED


def of_objects(scene: Scene, i: int) -> Iterator[int]:
    """What hangs on a word by "of"."""
    for c in scene.sentence.children_of(i):
        if scene.sentence.tokens[c].lower == "of":
            yield from (d for d in scene.sentence.children_of(c) if scene.sentence.tokens[d].dep == "pobj")


def counts_units(scene: Scene, i: int, count: CountMention) -> bool:
    """Whether a number counts units, not people: "two battalions", but not "a 200-man battalion"."""
    units = any(g.form in ("units", "missions") for g in scene.sentence.groups_at(i))
    after = scene.sentence.tokens[count.last].text if count.last < len(scene.sentence.tokens) else ""
    return units and after not in ("-", "–", "‑", "strong") and count.count.best is not None and count.count.best < 50


def is_force(scene: Scene, noun: int | None) -> bool:
    """Whether a number counts people of a force, or nothing that is written."""
    if noun is None or scene.sentence.mention_at(noun, MentionKind.COUNTRY):
        return True
    return any(g.form in FORCES for g in scene.sentence.groups_at(noun))


def _behind(scene: Scene, i: int, counts: list[CountMention]) -> Count | None:
    """A number set behind its noun: ", 55 strong,", ", 680 in all,", "(850)", "numbering 23"."""
    tokens = scene.sentence.tokens
    for count in counts:
        between = [t.lower for t in tokens[_past_owner(scene, i + 1) : count.first]]
        if i < count.first and len(between) <= 5 and _is_set_behind(scene, count, between):
            return count.count
    return None


def _past_owner(scene: Scene, at: int) -> int:
    """The place behind "of UNMEE", if that follows."""
    tokens = scene.sentence.tokens
    if at + 1 < len(tokens) and tokens[at].lower in ("of", "with", "in"):
        named = scene.sentence.mention_at(at + 1, MentionKind.OPERATION)
        return named.last if named else at
    return at


def _is_set_behind(scene: Scene, count: CountMention, between: list[str]) -> bool:
    tokens = scene.sentence.tokens
    after = [t.lower for t in tokens[count.last : count.last + 2]] + ["", ""]
    if between and between[-1] in ("numbering", "totalling", "totaling", "comprising", "consisting", "of"):
        counting = between[-1] != "of" or bool({"consisting", "composed", "consists", "made"} & set(between))
        return counting and is_force(scene, count.noun)
    if between == ["("]:
        return after[0] in (")", "men", "strong", "troops", "soldiers", "all", "personnel", "pax")
    if not set(between) <= {
        ",",
        "-",
        "--",
        "–",
        "—",
        "now",
        "(",
        "all",
        "mainly",
        "once",
        "or",
        "the",
        "first",
        "some",
        "about",
    }:
        return False
    if between[-1:] == ["once"]:
        return True
    total = after[:2] in (["in", "all"], ["in", "total"], ["in", "number"], ["of", "them"], ["all", "ranks"]) or after[
        0
    ] in (
        "strong",
        "altogether",
    )
    beside = count.noun is not None and tokens[count.noun].dep == "appos" and is_force(scene, count.noun)
    return total or (bool(between) and beside)
