"""Terms of office as tables print them: "31 March 2003" and "30 September 2003", "Oct 1999 – Apr 2000"."""

import re
from collections.abc import Sequence

from muster.model.when import Resolution, When, is_edtf

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = "|".join(f"{month}[a-z]*" for month in _MONTHS)
_DATE = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?[ -](?P<month>{_NAMED})\.?,?[ -](?P<year>\d{{4}})"
    rf"|(?P<month2>{_NAMED})\.? (?P<day2>\d{{1,2}}),? (?P<year2>\d{{4}})"
    rf"|(?P<month3>{_NAMED})\.?,?[ -](?P<year3>\d{{4}})"
    rf"|(?P<day5>\d{{1,2}})[ -](?P<month5>{_NAMED})\.?[ -]['’]?(?P<short>\d\d)\b"
    r"|(?P<iso>\d{4}-\d{2}(?:-\d{2})?)"
    r"|(?P<year4>\d{4})",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:present|incumbent|to date|today|current)\b", re.IGNORECASE)


def tenure(cells: Sequence[str]) -> When | None:
    """The term that the date cells of a row give; None where they give none or it cannot be read."""
    words = " – ".join(cells)
    dates = [edtf for found in _DATE.finditer(words) if (edtf := _edtf(found)) is not None]
    if not dates:
        return None
    last = ".." if _OPEN.search(words) else next(iter(dates[1:]), None)
    edtf = f"{dates[0]}/{last}" if last else dates[0]
    return When(edtf, words, Resolution.EXPLICIT) if is_edtf(edtf) else None


def _edtf(found: re.Match[str]) -> str | None:
    if found["iso"]:
        return found["iso"] if is_edtf(found["iso"]) else None
    month = found["month"] or found["month2"] or found["month3"] or found["month5"]
    day = found["day"] or found["day2"] or found["day5"]
    # Peace operations began in 1948: until 2047 two digits leave no doubt.
    short = found["short"] and f"{'19' if int(found['short']) >= 48 else '20'}{found['short']}"
    parts = [found["year"] or found["year2"] or found["year3"] or found["year4"] or short]
    if month:
        parts.append(f"{_MONTHS.index(month[:3].lower()) + 1:02}")
    if day:
        parts.append(f"{int(day):02}")
    written = "-".join(parts)
    return written if is_edtf(written) else None
