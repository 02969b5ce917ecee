"""Puts reports of the same thing together."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from muster.model.report import Attested, Report
from muster.reconcile.lineage import lineages
from muster.reconcile.points import MONTH, days_between

T = TypeVar("T")


def newest_first(reports: Iterable[Report]) -> list[Report]:
    """By the day of what is said, then by publication; undated reports last. In whatever order they come.

    What a page that only the record dates says of itself stands at the first day it can be of: it is no news.
    """
    return sorted(reports, key=_age, reverse=True)


def _age(report: Report) -> tuple[str, str, str, tuple[int, ...]]:
    # Of one document, what stands first comes first.
    starts = tuple(-span.start for span in report.claim.spans)
    day = report.holds_from if report.day and report.published else report.day
    return day or "", report.publication[1] or "", report.card.document, starts


def grouped(things: Iterable[T], key: Callable[[T], Hashable]) -> list[list[T]]:
    """The things that share a key, in order of first appearance."""
    groups: dict[Hashable, list[T]] = {}
    for thing in things:
        groups.setdefault(key(thing), []).append(thing)
    return list(groups.values())


def attested(reports: Iterable[Report], key: Callable[[Report], Hashable]) -> tuple[Attested, ...]:
    """One entry for all reports with the same key, resting on the newest; newest first."""
    return tuple(_one(group) for group in grouped(newest_first(reports), key))


def in_runs(reports: Iterable[Report], key: Callable[[Report], Hashable]) -> tuple[Attested, ...]:
    """Like `attested`, but a figure that returns after another one is a new entry.

    Reports of one figure over years are of as many days: only those of the month of the report shown are its lineages.
    """
    runs: list[list[Report]] = []
    for report in newest_first(reports):
        if runs and key(runs[-1][0]) == key(report):
            runs[-1].append(report)
        else:
            runs.append([report])
    return tuple(_run(run) for run in runs)


def _run(reports: Sequence[Report]) -> Attested:
    month = [report for report in reports if _of_the_month(report, reports[0])]
    return Attested(reports[0], tuple(reports[1:]), lineages(month))


def _of_the_month(report: Report, newest: Report) -> bool:
    return report.day is None or newest.day is None or days_between(report.day, newest.day) <= MONTH


def _one(reports: Sequence[Report]) -> Attested:
    return Attested(reports[0], tuple(reports[1:]), lineages(reports))
