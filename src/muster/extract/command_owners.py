"""Which operation a post belongs to: the one its phrase names, else the nearest that has such posts."""

import re

from muster.extract.evidence import Scene, operation_near
from muster.gazetteer import find_names, operation
from muster.model.annotation import Mention, MentionKind


def operation_of_post(scene: Scene, first: int, head: int, last: int) -> str | None:
    """The operation a post belongs to: the one its phrase names, else the nearest; None for a foreign post."""
    inside = [m for m in scene.sentence.mentions if first <= m.first < last]
    named = [m for m in inside if m.kind is MentionKind.OPERATION]
    if named:
        return min(named, key=lambda m: abs(m.first - head)).value
    if (own := _in_title(scene.sentence.tokens[head].text)) is not None:
        return own
    bodies = [m for m in inside if m.kind is MentionKind.GROUP and not m.covers(head) and m.form != "offices"]
    ours = [m for m in bodies if operation(m.value) is not None]
    if ours:
        return ours[0].value
    if any(m.form in ("armed", "institutions", "group") and not _is_generic(m) for m in bodies):
        return None
    if any(_is_unknown_force(scene, i) for i in range(first, head)):
        return None
    near = _fitting(scene, head, operation_near(scene, head))
    return None if near is None or any(_is_outside(m, near, head) for m in inside) else near


def _fitting(scene: Scene, head: int, near: str | None) -> str | None:
    """The operation near a post, or the nearest before it that has such posts: NATO's has no special representative,
    a training mission no force commander."""
    if near is None or _has_post(near, scene, head):
        return near
    before = reversed(scene.document.focus[: scene.sentence.index])
    after = scene.document.focus[scene.sentence.index :]
    return next((slug for slug in (*before, *after) if slug is not None and _has_post(slug, scene, head)), near)


def _has_post(slug: str, scene: Scene, head: int) -> bool:
    known, lemma = operation(slug), scene.sentence.tokens[head].lemma.lower()
    words = {t.lower for t in scene.sentence.tokens[max(0, head - 2) : head]}
    if known is None:
        return True
    if lemma in ("representative", "srsg", "dsrsg"):
        return known.led_by not in ("nato", "coalition", "weu") and not known.led_by.isupper()
    if lemma == "observer":
        return known.kind in ("observer", "monitoring") or known.led_by == "un"
    return not (lemma == "commander" and "force" in words and known.kind in ("political", "civilian", "training"))


def _in_title(word: str) -> str | None:
    """The operation in a title in one word: "COMKFOR", "#DCOMKFOR"."""
    bare = word.lstrip("#@")
    if not re.match(r"D?COM[A-Z]{3}", bare):
        return None
    found = find_names([bare.removeprefix("D").removeprefix("COM")])
    return next((name.value for name in found if name.kind == "operation"), None)


def _is_outside(mention: Mention, slug: str, head: int) -> bool:
    """Whether a country or organisation in the phrase shows that a post is none of the operation's: a host's own
    ("the Bosnian Serb commander"), another organisation's ("the EU's Special Representative")."""
    known = operation(slug)
    if known is None:
        return False
    if mention.kind is MentionKind.COUNTRY:
        return mention.first < head and mention.value in known.area
    other = mention.kind is MentionKind.ORGANISATION and mention.form not in ("headquarters", "anaphor")
    return other and bool(known.led_by) and mention.value not in (known.led_by, "un-security-council")


def _is_unknown_force(scene: Scene, i: int) -> bool:
    """Whether a modifier is the acronym of a force that is no operation's ("the SPLA commander")."""
    token = scene.sentence.tokens[i]
    if not (token.text.isalpha() and token.text.isupper() and len(token.text) > 2) or scene.sentence.mention_at(i):
        return False
    return not token.text.startswith(("M", "RC", "TF", "CIV")) and not token.text.endswith(
        ("BATT", "BAT", "COY", "CON", "BDE")
    )


def _is_generic(mention: Mention) -> bool:
    """ "Military" and the like in "military commander" are no institution of their own."""
    return mention.value.lower() in ("military", "police", "civilian", "component", "service", "union")
