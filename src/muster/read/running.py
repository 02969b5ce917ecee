"""Running heads and feet: what the edges of a document's pages say again and again."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from muster.read.lines import Line

PAGE_BREAK = "\f"
"""What parts pages."""

_EDGE = 3
_NUMBER = re.compile(r"\d{1,4}")

Saying = tuple[bool, str, int | None]
"""At the head or not, the words, and by how much their number differs from that of the page; None without a number."""


def running_lines(text: str, lines: Sequence[Line]) -> frozenset[Line]:
    """Those of the lines that are running heads and feet.

    They stand among the first or the last three lines of a page, and on another page too, in the same words, or with
    a number that grew as much as the pages. With more than four pages, it takes a third one.
    """
    pages = _pages(text, lines)
    needed = 2 if len(pages) <= 4 else 3
    found: dict[Saying, dict[int, int]] = defaultdict(dict)
    for number, page in enumerate(pages):
        for at_head, edge in ((True, page[:_EDGE]), (False, page[-_EDGE:])):
            for at in edge:
                for saying in _sayings(lines[at], number, at_head):
                    found[saying][number] = at
    return frozenset(lines[at] for places in found.values() if len(places) >= needed for at in places.values())


def _pages(text: str, lines: Sequence[Line]) -> list[range]:
    """The lines of each page that has any."""
    firsts, end = [0], 0
    for at, line in enumerate(lines):
        if PAGE_BREAK in text[end : line.start]:
            firsts.append(at)
        end = line.end
    return [range(first, last) for first, last in pairwise([*firsts, len(lines)]) if first < last]


def _sayings(line: Line, page: int, at_head: bool) -> Iterator[Saying]:
    words = " ".join(line.words.split())
    yield at_head, words, None
    for number in _NUMBER.finditer(words):
        yield at_head, f"{words[: number.start()]}#{words[number.end() :]}", int(number[0]) - page
