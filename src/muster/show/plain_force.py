"""The force of an operation as plain data for JSON and CSV."""

from typing import Any

from muster.model.brief import Brief
from muster.model.force import Account, Series, State
from muster.show.said import said_as_dict
from muster.show.words import count_words

_FIGURE = ("status", "component", "country", "figure", "best", "low", "high", "rank", "told_rank", "share", "day")
_ORIGIN = ("age_days", "stale", "ended", "source", "publisher", "published", "reports", "lineages", "claim")


def force_as_dict(brief: Brief) -> dict[str, Any]:
    """`operation`, `name`, `on`, `known_by`; `strength` and `contingents`: series `{country, component, status, state,
    points}`, where `state` is `{figure: said, best, low, high, age_days, stale, rank, told_rank, share, ended,
    agreeing: [said]}` or null; `accounts`: `{about, subject, opening, additions, departures, reported: said,
    expected: [low, high], residual: [low, high], quoted, closes}`."""
    record, on = brief.record, brief.record.on
    return {
        "operation": record.operation,
        "name": brief.title,
        "on": on,
        "known_by": record.known_by,
        "strength": [series_as_dict(one, on) for one in record.strength],
        "contingents": [series_as_dict(one, on) for one in record.contingents],
        "accounts": [account_as_dict(one, on) for one in record.accounts],
    }


def series_as_dict(series: Series, on: str) -> dict[str, Any]:
    """A series with its state and every point, newest first."""
    return {
        "country": series.subject,
        "component": series.component,
        "status": str(series.status),
        "state": state_as_dict(series.state, on) if series.state else None,
        "points": [said_as_dict(said, on) for said in series.points],
    }


def state_as_dict(state: State, on: str) -> dict[str, Any]:
    """What a series comes to on the day."""
    return {
        "figure": said_as_dict(state.figure, on),
        "best": state.best,
        "low": state.low,
        "high": state.high,
        "age_days": state.age,
        "stale": state.stale,
        "rank": state.rank,
        "told_rank": getattr(state.told_rank.claim.fact, "rank", None) if state.told_rank else None,
        "share": state.share,
        "ended": state.ended,
        "agreeing": [said_as_dict(said, on) for said in state.agreeing],
    }


def account_as_dict(account: Account, on: str) -> dict[str, Any]:
    """A sum with every figure in it."""
    return {
        "about": account.about,
        "subject": account.subject,
        "opening": said_as_dict(account.opening, on) if account.opening else None,
        "additions": [said_as_dict(said, on) for said in account.additions],
        "departures": [said_as_dict(said, on) for said in account.departures],
        "reported": said_as_dict(account.reported, on),
        "expected": [account.expected.low, account.expected.high],
        "residual": [account.residual.low, account.residual.high],
        "quoted": account.quoted,
        "closes": account.closes,
    }


def force_rows(brief: Brief) -> list[tuple[object, ...]]:
    """A head, and a row for every series that has a number; what is not known stays empty."""
    record = brief.record
    told = [_csv_row(one, one.state, brief) for one in (*record.strength, *record.contingents) if one.state]
    return [(*_FIGURE, *_ORIGIN), *told]


def _csv_row(one: Series, state: State, brief: Brief) -> tuple[object, ...]:
    said, report = state.figure, state.figure.report
    rank = getattr(state.told_rank.claim.fact, "rank", None) if state.told_rank else None
    share = None if state.share is None else round(state.share, 4)
    figure = (str(one.status), one.component, one.subject, count_words(said.number), state.best, state.low, state.high)
    origin = (report.claim.source, report.card.publisher, report.card.published)
    number = (len(said.reports), len(said.lineages), said.claim.id)
    return (*figure, state.rank, rank, share, said.day, state.age, state.stale, state.ended, *origin, *number)
