"""Two records of one operation, compared: what each shows of one thing, and which reports made the difference."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import NamedTuple

from muster.model.change import Change, Diff
from muster.model.events import Toll
from muster.model.record import Attested, Chain, Event, Record, Report
from muster.reconcile.choice import first_given
from muster.reconcile.points import count_of


class _Shown(NamedTuple):
    """What a record shows of one thing: the value that counts, and what it rests on."""

    value: Hashable
    said: Attested


_Key = tuple[str, tuple[str, ...]]


def diff(earlier: Record, later: Record) -> Diff:
    """What the later record shows otherwise than the earlier, section by section.

    Nothing changes by being told again: only another figure, holder, stage or time counts.
    """
    before, after = dict(_shown(earlier, {})), dict(_shown(later, _names(earlier)))
    known = {claim for shown in before.values() for claim in shown.said.claims} | _claims(earlier)
    both = [key for key in before if key in after]
    changed = [key for key in both if before[key].value != after[key].value]
    keys = [*(key for key in before if key not in after), *changed, *(key for key in after if key not in before)]
    changes = [_change(key, before.get(key), after.get(key), known) for key in keys]
    ordered = sorted(changes, key=lambda one: (_SECTIONS.index(one.section), one.subject))
    return Diff(later.operation, earlier.on, later.on, tuple(ordered), len(both) - len(changed))


# Disagreements that a later figure, another scope or a hedge explains are told by the change itself.
_OPEN = ("conflict", "parts and whole")
_SECTIONS = ("command", "strength", "contingents", "movements", "posture", "incidents", "mandate", "contradictions")


def _change(key: _Key, before: _Shown | None, after: _Shown | None, known: set[str]) -> Change:
    said = after.said if after else None
    new = tuple(report for report in said.reports if report.claim.id not in known) if said else ()
    return Change(key[0], key[1], before.said if before else None, said, new)


def _shown(record: Record, names: Mapping[str, str]) -> Iterator[tuple[_Key, _Shown]]:
    yield from _offices(record)
    yield from _figures(record)
    yield from _movements(record, names)
    yield from _posture(record)
    yield from _tolls(record, names)
    yield from _mandate(record)
    yield from _contradictions(record)


def _offices(record: Record) -> Iterator[tuple[_Key, _Shown]]:
    """Who holds each office; of a deputy's, which several may hold at once, each holder by himself."""
    for tenure in record.command:
        if tenure.serving:
            name = _surname(tenure.holder)
            office = (tenure.role.casefold(), name) if tenure.deputy else (tenure.role.casefold(),)
            yield ("command", office), _Shown(name, tenure.acts[0])


def _surname(holder: str) -> str:
    return holder.casefold().split()[-1]


def _figures(record: Record) -> Iterator[tuple[_Key, _Shown]]:
    """Each total and each country's figure, by component and status."""
    for section, several in (("strength", record.strength), ("contingents", record.contingents)):
        for series in several:
            said = series.state.figure if series.state else series.latest
            subject = (series.subject or "", series.component, str(series.status))
            yield (section, subject), _Shown(_figure(said), said)


def _figure(said: Attested) -> Hashable:
    count = getattr(said.claim.fact, "count", None)
    return count if count is not None else tuple(sorted(map(str, said.claim.slots.items())))


def _movements(record: Record, names: Mapping[str, str]) -> Iterator[tuple[_Key, _Shown]]:
    """How far each coming and going has come, and with how many."""
    for chain in record.movements:
        stages = tuple(stage.name for stage in chain.stages)
        figures = tuple(_figure(one) for one in (chain.planned, chain.arrived) if one is not None)
        claims = (claim for step in chain.steps for claim in step.claims)
        name = _name(claims, names) or _chain_name(chain)
        yield (
            ("movements", (chain.actor, chain.direction, name)),
            _Shown((stages, figures, chain.units, chain.roles), chain.stages[-1].steps[-1]),
        )


def _posture(record: Record) -> Iterator[tuple[_Key, _Shown]]:
    for stance in record.stances:
        newest = stance.latest.claim
        value = (getattr(newest.fact, "change", None), newest.status)
        yield ("posture", (stance.actor, stance.activity)), _Shown(value, stance.latest)


def _tolls(record: Record, names: Mapping[str, str]) -> Iterator[tuple[_Key, _Shown]]:
    """Each event's toll by outcome and group, and each event by itself where nobody was hurt."""
    for event in record.incidents:
        name = _name((claim for part in event.parts for claim in part.claims), names) or _event_name(event)
        for toll in event.tolls:
            if toll.chosen is not None:
                yield ("incidents", (name, toll.outcome, toll.group)), _Shown(_figure(toll.chosen), toll.chosen)
            rivals = _rivals(toll)
            if rivals:
                counts = frozenset(map(_figure, rivals))
                yield ("incidents", (name, toll.outcome, toll.group, "also told")), _Shown(counts, rivals[-1])
        if not event.tolls and event.incidents:
            yield ("incidents", (name, event.types[0] if event.types else "", "")), _Shown(None, event.incidents[0])


def _rivals(toll: Toll) -> list[Attested]:
    """The counts told since the one taken was, or with it, that exclude it."""
    chosen = toll.chosen
    if chosen is None or chosen.first_reported is None:
        return []
    others = [one for one in toll.figures if one is not chosen and not first_given(one, chosen)]
    since = [one for one in others if (one.first_reported or "") >= chosen.first_reported]
    held = count_of(chosen).bounds
    return [one for one in since if count_of(one).size is not None and not count_of(one).bounds.meets(held)]


def _event_name(event: Event) -> str:
    return " ".join(part for part in (event.place, event.day) if part)


def _chain_name(chain: Chain) -> str:
    return chain.stages[0].when.latest or ""


def _names(earlier: Record) -> Mapping[str, str]:
    """How the earlier record calls the event or movement that a claim belongs to: the later one calls it so too."""
    events = ((_event_name(event), event.parts) for event in earlier.incidents)
    chains = ((_chain_name(chain), chain.steps) for chain in earlier.movements)
    return {claim: name for name, parts in (*events, *chains) for part in parts for claim in part.claims}


def _name(claims: Iterable[str], names: Mapping[str, str]) -> str | None:
    return next((names[claim] for claim in claims if claim in names), None)


def _mandate(record: Record) -> Iterator[tuple[_Key, _Shown]]:
    standing = record.standing
    acts = {
        "begun": standing.begun,
        "extended": standing.extended,
        "changed": standing.changed,
        "ended": standing.ended,
    }
    for act, told in acts.items():
        if told:
            when = told[0].claim.when
            yield ("mandate", (act,)), _Shown((getattr(told[0].claim.fact, "basis", None), when and when.edtf), told[0])


def _contradictions(record: Record) -> Iterator[tuple[_Key, _Shown]]:
    for one in record.contradictions:
        if one.type not in _OPEN:
            continue
        figures = frozenset(_figure(figure) for figure in one.figures)
        where = (one.place or "", *([one.day] if one.past and one.day else []))
        subject = (one.about, one.subject or "", *where, one.type)
        yield ("contradictions", subject), _Shown(figures, one.figures[0])


def _claims(record: Record) -> set[str]:
    """The ids of all claims that the record's events, movements and posture rest on."""
    return {report.claim.id for report in _reports(record)}


def _reports(record: Record) -> Iterator[Report]:
    parts: Iterable[Attested] = (
        *(part for event in record.incidents for part in event.parts),
        *(step for chain in record.movements for step in chain.steps),
        *(point for stance in record.stances for point in stance.points),
        *(point for series in (*record.strength, *record.contingents) for point in series.points),
        *(act for tenure in record.command for act in tenure.acts),
    )
    return (report for part in parts for report in part.reports)
