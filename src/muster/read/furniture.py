"""Which units are page furniture: what a site says of itself, of the text, or of other texts."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from muster.model.document import SegmentKind
from muster.read import labels
from muster.read.units import Unit

_SEPARATOR = re.compile(r"\s+[|·›»>•/—–-]\s+|\s*\|\s*|\t+|\s{3,}")
_RANK = re.compile(r"\b(?:gen|maj|col|lt|brig|capt|adm|mr|mrs|ms|dr|general|major|colonel|commander)\b", re.I)
_HANDLE = re.compile(r"(?<!follow )@\w", re.I)
_STAGE = re.compile(r"^[\[(][A-ZÀ-Þ ]{3,30}[\])]$")
_LINKS_MAX = 25


def mark_furniture(units: Sequence[Unit]) -> list[Unit]:
    """The units, those that are page furniture marked as chrome."""
    days = _days_of_chronicle(units)
    marked = [_chrome_if(unit, at not in days and _is_furniture(unit.short)) for at, unit in enumerate(units)]
    marked = [unit.of_kind(SegmentKind.HEADLINE) if at in days else unit for at, unit in enumerate(marked)]
    marked = _without_title_of_page(_without_columns_of_buttons(marked))
    return _after_controls(_after_link_labels(_without_repeats(marked)))


def _days_of_chronicle(units: Sequence[Unit]) -> set[int]:
    """Where days stand that head the entries of a chronicle: three or more of them, each above a sentence."""
    pairs = enumerate(pairwise(units))
    days = {
        at for at, (unit, below) in pairs if is_date(unit.short) and labels.MONTH.search(unit.short) and _tells(below)
    }
    return days if len(days) > 2 else set()


def _tells(unit: Unit) -> bool:
    return unit.kind is None and bool(labels.FULL_STOP.search(unit.words[-60:]))


def is_date(words: str) -> bool:
    """Whether the words only say when: a day, a time, with `Published`, `Updated`, weekday and zone."""
    if len(words) > 120 or not re.search(r"\d|ago|today|yesterday|just now", words, re.I):
        return False
    dated = labels.MONTH.search(words) or re.search(r"\d[:./-]\d|ago\b|\d\s?h", words, re.I)
    return bool(dated) and not re.search(r"[^\W\d_]", labels.DATE_WORDS.sub("", words))


def cells_of_menu(words: str) -> list[str]:
    """What stands between the bars, dots, arrows or wide gaps of a line."""
    return [cell.strip() for cell in _SEPARATOR.split(words) if cell.strip()]


def is_button(words: str) -> bool:
    """Whether the words are all that a button or tab says, whatever marks and counts go with it."""
    return re.sub(r"\(\d+\)|[^\w\s-]|\b\d+\b", "", words).strip().casefold() in labels.BUTTONS


def _chrome_if(unit: Unit, so: bool) -> Unit:
    return unit.of_kind(SegmentKind.CHROME) if so and unit.kind is None else unit


def _is_furniture(words: str) -> bool:
    if not words:
        return False
    if any(judge(words) for judge in (is_button, is_date, _is_sign, _is_notice, _is_byline)):
        return True
    return _is_control(words) or _is_menu(words)


def _is_sign(words: str) -> bool:
    """Signs without words: rules, emoji with counts, hashtags, stage directions, the mark of the end."""
    letters = sum(map(str.isalpha, words))
    symbols = letters < 4 and any(unicodedata.category(sign) == "So" for sign in words)
    if letters == 0 or symbols or all(word[0] in "#@" for word in words.split()):
        return not any(map(str.isdigit, words)) or symbols or letters > 0
    return bool(_STAGE.match(words) or (labels.SIGN_OFF.match(words) and words.upper() == words))


def _is_notice(words: str) -> bool:
    bare = words.strip("()[] \t-–—•▶►")
    owned = len(words) < 160 and labels.COPYRIGHT.search(words)
    return bool(owned) or (len(words) <= 250 and bool(labels.NOTICE.match(bare)))


def _is_control(words: str) -> bool:
    told = len(words.split()) > 5 and labels.FULL_STOP.search(words) and not re.search(r"\b(?:player|media)\b", words)
    return len(words) < 120 and not told and bool(labels.PLAYER.match(words.lstrip("•▶► ")))


def _is_byline(words: str) -> bool:
    if len(words) > 120 or len(words.split()) > 16:
        return False
    if labels.BYLINE.match(words):
        return not re.search(r"\b(?:was|were|is|are|has|have|had|will|said)\b", words)
    last = cells_of_menu(words)[-1:]
    return len(words.split()) <= 7 and bool(labels.JOB.search("".join(last))) and not labels.FULL_STOP.search(words)


def _is_menu(words: str) -> bool:
    cells = cells_of_menu(words)
    if len(cells) > 1 and (labels.PAPER_HEAD.match(cells[-1]) or labels.SYMBOL.match(cells[-1])):
        return True
    if len(cells) < 2 or labels.FULL_STOP.search(words) or _RANK.search(words) or labels.MARKER.match(words):
        return False
    if any(len(cell.split()) > 9 for cell in cells):
        return False
    if any(is_date(cell) or labels.COPYRIGHT.match(cell) or labels.PAPER_HEAD.match(cell) for cell in cells):
        return not (len(cells) == 2 and (cells[0].endswith(":") or _HANDLE.search(cells[0])))
    if any(is_button(cell) for cell in cells):
        return all(is_button(cell) or len(cell.split()) <= len(cells) + 1 for cell in cells)
    few = all(len(cell.split()) <= 5 and not re.search(r"\d{2}", cell) for cell in cells)
    return len(cells) > 2 and few and not labels.FINITE.search(words)


def _key(words: str) -> str:
    return re.sub(r"[\W\d_]+", " ", words).strip().casefold()


def _without_repeats(units: Sequence[Unit]) -> list[Unit]:
    """Running heads and repeated labels are chrome, and so is the headline where it comes again."""
    titles = Counter(_key(unit.words) for unit in units if unit.kind is None and _is_label(unit))
    first = next((_key(unit.words) for unit in units if unit.kind is None and unit.is_title), "")
    marked, seen = [], set[str]()
    for unit in units:
        key = _key(unit.short)
        repeated = _is_label(unit) and (titles[key] > 2 or (titles[key] == 2 and len(key.split()) <= 2))
        again = len(first.split()) > 3 and first in seen and unit.is_title and key.startswith(first)
        seen.add(key)
        marked.append(_chrome_if(unit, bool(key) and (repeated or (again and len(key) < len(first) + 60))))
    return marked


def _without_title_of_page(units: Sequence[Unit]) -> list[Unit]:
    """A first line `headline | site` is chrome if the headline itself stands among the next lines."""
    first = next((at for at, unit in enumerate(units) if unit.kind is None), 0)
    marked = list(units)
    parts = re.split(r"\s[|–—-]\s", units[first].short) if units else []
    if len(parts) > 1 and any(_key(unit.short) == _key(parts[0]) for unit in units[first + 1 : first + 6]):
        marked[first] = _chrome_if(units[first], True)
    return marked


def _is_label(unit: Unit) -> bool:
    """Whether it is a short title that names no speaker and gives no figure."""
    few = len(unit.short.split()) <= 12 and not re.search(r"\d", unit.short)
    return few and unit.is_title and not unit.is_sentence and not unit.short.endswith((":", "?", "!", '"', "”", "»"))


def _after_link_labels(units: Sequence[Unit]) -> list[Unit]:
    """`Read more`, `Related` and their like are chrome, with the titles that follow until running text resumes."""
    marked: list[Unit] = []
    left = 0
    for unit in units:
        label = labels.LINK_LABEL.match(unit.short) if unit.short and len(unit.short) < 200 else None
        if label and marked and unit.kind in (None, SegmentKind.CHROME) and not _is_statement(unit, label["title"]):
            left = 1 if label["title"] else _LINKS_MAX
            left = 0 if label["title"] and len(label["title"]) > 3 else left
            marked.append(unit.of_kind(SegmentKind.CHROME))
            continue
        resumes = unit.kind is SegmentKind.TABLE or (unit.is_sentence and not unit.is_title and not unit.is_chrome)
        left = 0 if resumes else left - (not unit.is_chrome)
        marked.append(_chrome_if(unit, left > 0 and not labels.SECTION.match(unit.short)))
    return marked


def _is_statement(unit: Unit, title: str | None) -> bool:
    """Whether what looks like a label is a sentence, or a headline, that begins with the same words."""
    if title is None:
        return bool(labels.FULL_STOP.search(unit.words))
    return title.startswith(":") and not labels.LINK_CALL.match(unit.short)


def _after_controls(units: Sequence[Unit]) -> list[Unit]:
    """What stands between and right after the controls of a player is part of the player."""
    marked: list[Unit] = []
    playing: int | None = None
    for unit in units:
        if unit.short and _is_control(unit.short):
            playing = unit.block
            marked.append(unit.of_kind(SegmentKind.CHROME) if unit.kind is None else unit)
            continue
        inside = playing is not None and unit.block - playing <= 1 and len(unit.words) <= 40 and not unit.is_sentence
        playing = playing if inside and unit.block == playing else None
        marked.append(_chrome_if(unit, inside and playing is not None))
    return marked


def _without_columns_of_buttons(units: Sequence[Unit]) -> list[Unit]:
    """A menu printed line by line: short labels without figures around buttons, three lines of it or more."""
    marked = list(units)
    at = 0
    while at < len(marked):
        end = at
        while end < len(marked) and _may_be_button(marked[end]):
            end += 1
        buttons = sum(is_button(unit.words) for unit in marked[at:end])
        if end - at > 2 and buttons > 1 and buttons * 3 >= end - at:
            marked[at:end] = [_chrome_if(unit, True) for unit in marked[at:end]]
        at = max(end, at + 1)
    return marked


def _may_be_button(unit: Unit) -> bool:
    few = 0 < len(unit.short.split()) <= 3 and not re.search(r"\d{2}|[.:!?]$", unit.short)
    return unit.kind in (None, SegmentKind.CHROME) and few
