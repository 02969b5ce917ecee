"""Command as a line of tenures."""

from typing import NamedTuple

from muster.model.edtf import bounds
from muster.model.record import Handover, Record, Tenure
from muster.show.lines import Voice
from muster.show.words import time_words
from muster.web.views.said import Said, flag, said


class Term(NamedTuple):
    """Somebody's time in an office. `first` and `last` are the days to draw it between: where beginning or end is not
    told (`open_start`, `open_end`), the first day a report has them in office, and the day asked."""

    role: str
    holder: str
    country: str
    flag: str
    since: str
    until: str
    serving: bool
    deputy: bool
    first: str | None
    last: str | None
    open_start: bool
    open_end: bool
    acts: tuple[Said, ...]


class Change(NamedTuple):
    """From one holder to the next; `gap` in words, empty if not known."""

    role: str
    predecessor: str
    successor: str
    when: str
    gap: str
    acts: tuple[Said, ...]


def terms(record: Record, voice: Voice) -> tuple[Term, ...]:
    """The tenures, by office, newest first."""
    return tuple(_term(one, voice) for one in record.command)


def commander(record: Record) -> Tenure | None:
    """Who leads the operation on the day: of the first office that has one, and no deputy."""
    return next((one for one in record.command if one.serving and not one.deputy), None)


def changes(record: Record, voice: Voice) -> tuple[Change, ...]:
    """The handovers told."""
    return tuple(_change(one, voice) for one in record.handovers)


def _term(tenure: Tenure, voice: Voice) -> Term:
    reported = [day for act in tenure.acts for report in act.reports if (day := report.day)]
    begun = (bounds(tenure.since)[1] or bounds(tenure.since)[0]) if tenure.since else None
    ended = bounds(tenure.until)[1] if tenure.until else None
    return Term(
        role=tenure.role,
        holder=voice.name(tenure.holder),
        country=voice.name(tenure.country) if tenure.country else "",
        flag=flag(tenure.country),
        since=time_words(tenure.since) if tenure.since else "",
        until=time_words(tenure.until) if tenure.until else "",
        serving=tenure.serving,
        deputy=tenure.deputy,
        first=begun or min(reported, default=ended),
        last=ended or (voice.on if tenure.serving else max(reported, default=begun)),
        open_start=begun is None,
        open_end=ended is None,
        acts=tuple(said(act, getattr(act.claim.fact, "act", ""), voice) for act in tenure.acts),
    )


def _change(one: Handover, voice: Voice) -> Change:
    gap = (
        ""
        if one.gap is None
        else "no gap"
        if one.gap == 0
        else f"{abs(one.gap)} days {'between' if one.gap > 0 else 'together'}"
    )
    acts = tuple(said(act, getattr(act.claim.fact, "act", ""), voice) for act in one.acts)
    when = time_words(one.time) if one.time else ""
    return Change(one.role, voice.name(one.predecessor), voice.name(one.successor), when, gap, acts)
