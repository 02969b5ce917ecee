"""The force of an operation as tables: its strength, its contingents, and what the accounts leave over."""

from collections.abc import Callable, Iterable, Sequence

from muster.model.brief import Brief, Names
from muster.model.claim import Status
from muster.model.force import Account, Series, State
from muster.model.report import Attested
from muster.show.figures import counted_words, figure_words, hedged_words, strength_label
from muster.show.heading import heading
from muster.show.layout import BOLD, DIM, GAP, columns, shortened, styled, widths, wrapped
from muster.show.lines import ID_LENGTH, source_words, when_words
from muster.show.words import age_words, bounds_words, number_words, ordinal_words, status_words

# A share below this is not told to the tenth.
SMALLEST_SHARE = 0.001
# A source is cut to this in a table.
_SOURCE = 30


def force_text(brief: Brief, width: int = 100, colour: bool = False) -> str:
    """Total, ceiling and plans; the countries, largest first; what the accounts leave over."""
    record, names = brief.record, brief.names
    plans = [one for status in Status if status is not Status.ACTUAL for one in _by_rank(record.contingents, status)]
    there = _by_rank(record.contingents, Status.ACTUAL)
    tables = (
        ("Strength", _STRENGTH, _rows(_strength_row, [one for one in record.strength if _holds(one)], brief)),
        *((title, _COUNTRIES, _rows(_row, own, brief)) for title, own in _by_component(there)),
        ("Not there, or not yet", _OTHERS, _rows(_other, [one for one in plans if _holds(one)], brief)),
    )
    shown = [_table(title, head, rows, width, colour) for title, head, rows in tables if rows or head is not _OTHERS]
    parts = [heading(brief, width, colour), *shown]
    if gone := [one for one in there if one.state and one.state.ended]:
        parts.append("\n".join(wrapped(f"Not in a newer complete list: {_gone(gone, brief)}", width)))
    if unranked := _unranked(record.contingents, names):
        parts.append("\n".join(wrapped(f"Without a number: {unranked}", width)))
    if record.accounts:
        told = [part for one in record.accounts for part in _account(one, brief, width)]
        parts.append("\n".join([styled("What the accounts leave over", BOLD, colour), *told]))
    return "\n\n".join(parts) + "\n"


_STRENGTH = ("", "figure", "low–high")
_COUNTRIES = ("", "country", "figure", "share", "low–high")
_OTHERS = ("country", "figure", "low–high")
_ORIGIN = ("of", "age", "source", "claim")

# What is told, and where it comes from.
Row = tuple[Sequence[str], Sequence[str]]


def _holds(one: Series) -> bool:
    """Whether it is still to be told: what is there, or allowed, until it is replaced; a plan until it is stale."""
    lasting = one.status in (Status.ACTUAL, Status.AUTHORISED)
    return one.state is not None and (lasting or not one.state.stale)


def _by_component(there: Sequence[Series]) -> list[tuple[str, list[Series]]]:
    """A table for each class; of soldiers always one."""
    current = [one for one in there if one.state and one.state.ended is None]
    others = dict.fromkeys(one.component for one in current if one.component != "military")
    soldiers = [one for one in current if one.component == "military"]
    own = [(f"Contingents, {sort}", [one for one in current if one.component == sort]) for sort in others]
    return [("Contingents", soldiers), *own] if soldiers or not own else own


def _rows(form: Callable[[Series, State, Brief], Row], series: Iterable[Series], brief: Brief) -> list[Row]:
    return [form(one, one.state, brief) for one in series if one.state]


def _by_rank(series: Iterable[Series], status: Status) -> list[Series]:
    """Those of the status that have a number: of each class the largest first."""
    counted = [one for one in series if one.status is status and one.state]
    return sorted(counted, key=lambda one: (one.component != "military", one.component, _rank(one), one.subject or ""))


def _rank(one: Series) -> int:
    return (one.state.rank if one.state else None) or 0


def _table(title: str, head: Sequence[str], rows: Sequence[Row], width: int, colour: bool) -> str:
    """Origins beside what is told, or beneath it where the terminal is too narrow for that."""
    beside = [(*told, *origin) for told, origin in rows]
    needed = widths([(*head, *_ORIGIN), *beside])
    if not rows:
        body = styled("  nothing reported", DIM, colour)
    elif sum(needed) + len(GAP) * len(needed) <= width:
        body = columns((*head, *_ORIGIN), beside, width, colour)
    else:
        body = _stacked(head, rows, width, colour)
    return "\n".join([styled(title, BOLD, colour), body])


def _stacked(head: Sequence[str], rows: Sequence[Row], width: int, colour: bool) -> str:
    above = columns(head, [told for told, _ in rows], width, colour).split("\n")
    margin = GAP * 2
    beneath = [styled(margin + shortened(" · ".join(filter(None, origin)), width), DIM, colour) for _, origin in rows]
    return "\n".join([above[0], *(line for pair in zip(above[1:], beneath, strict=True) for line in pair)])


def _strength_row(one: Series, state: State, brief: Brief) -> Row:
    return (strength_label(one), *_figures(state)), _origin(state, brief)


def _row(one: Series, state: State, brief: Brief) -> Row:
    country = brief.names.of(one.subject or "")
    figure, bounds = _figures(state)
    share = "" if state.share is None else "<0.1%" if state.share < SMALLEST_SHARE else f"{state.share:.1%}"
    return (f"{state.rank}", country, figure, share, bounds), _origin(state, brief)


def _other(one: Series, state: State, brief: Brief) -> Row:
    figure, bounds = _figures(state)
    return (brief.names.of(one.subject or ""), f"{status_words(one.status)} {figure}", bounds), _origin(state, brief)


def _figures(state: State) -> tuple[str, str]:
    """The figure as told, with the rank told where it is another; the numbers it lies between, if that says more."""
    told = getattr(state.told_rank.claim.fact, "rank", None) if state.told_rank else None
    rank = f", told as {ordinal_words(told)}" if told and told != state.rank else ""
    return counted_words(state.figure) + rank, "" if state.low == state.high else bounds_words(state.low, state.high)


def _origin(state: State, brief: Brief) -> tuple[str, str, str, str]:
    """Of when, how old, on whose word, and which claim."""
    said = state.figure
    age = ", ".join(filter(None, (age_words(said.day, brief.record.on), "stale" if state.stale else "")))
    lineages = f" ×{len(said.lineages)}" if len(said.lineages) > 1 else ""
    source = shortened(source_words(said.report, brief.names), _SOURCE) + lineages
    return when_words(said.report).removeprefix("reported "), age, source, said.claim.id[:ID_LENGTH]


def _gone(gone: Iterable[Series], brief: Brief) -> str:
    """Countries that had a contingent, and which figure they had last."""
    return "; ".join(
        f"{brief.names.of(one.subject or '')} {counted_words(one.latest)}, {when_words(one.latest.report)}"
        for one in gone
    )


def _unranked(series: Iterable[Series], names: Names) -> str:
    """Countries of which only a rank is told, or that they are there."""
    bare = [one for one in series if one.state is None and one.subject and one.status is Status.ACTUAL]
    return "; ".join(f"{names.of(one.subject or '')} {figure_words(one.latest)}".strip() for one in bare)


def account_words(account: Account, names: Names) -> str:
    """A sum in words, and what it leaves over."""
    whole = hedged_words(account.reported.claim)
    if account.about == "strength":
        return f"{_movements(account, names)}; reported {whole}: {residual_words(account)}"
    if account.about == "casualties":
        parts = " + ".join(f"{hedged_words(one.claim)} {names.of(_subject(one))}" for one in account.additions)
        return f"{parts}; reported {whole} {account.subject}: {residual_words(account)}"
    number, sum_ = number_words(len(account.additions), "contingent"), account.expected
    return f"{number} come to {bounds_words(sum_.low, sum_.high)}, of {whole}: {residual_words(account)}"


def _movements(account: Account, names: Names) -> str:
    opening = account.opening
    told = [f"{hedged_words(opening.claim)} ({when_words(opening.report)})"] if opening else []
    told += [f"+ {hedged_words(one.claim)} from {names.of(_subject(one))}" for one in account.additions]
    told += [f"− {hedged_words(one.claim)} of {names.of(_subject(one))}" for one in account.departures]
    return " ".join(told)


def _subject(said: Attested) -> str:
    fact = said.claim.fact
    return next((str(value) for name in ("country", "actor", "group") if (value := getattr(fact, name, None))), "")


def residual_words(account: Account) -> str:
    """What is left over: nothing, a number, or between which numbers."""
    low, high = account.residual.low, account.residual.high
    if (low, high) == (0, 0):
        return "nothing left over"
    quoted = "" if account.quoted is None else _over(account.quoted)
    if low is not None and low == high:
        return quoted
    bounds = f"between {_edge(low)} and {_edge(high)}" if low is not None or high is not None else "hedges allow any"
    return f"{quoted} as quoted ({bounds})" if quoted else bounds


def _over(number: int) -> str:
    return f"{number:,} left over" if number > 0 else f"{-number:,} too many" if number else "nothing left over"


def _edge(number: int | None) -> str:
    return "any" if number is None else f"{number:,}".replace("-", "−")


def _account(account: Account, brief: Brief, width: int) -> list[str]:
    subject = brief.names.of(account.subject) if account.subject else "in all"
    label = f"{account.about}, {subject}: " if account.about == "strength" else f"{account.about}: "
    text = label + account_words(account, brief.names)
    return [GAP + ("" if i == 0 else GAP) + part for i, part in enumerate(wrapped(text, width - len(GAP) * 2))]
