"""Reinforcement chains as a table and as CSV."""

from collections.abc import Sequence
from typing import NamedTuple

from muster.model.brief import Brief
from muster.model.claim import Movement
from muster.model.events import Chain, Stage
from muster.model.report import Attested
from muster.show.event_words import DIRECTIONS, by_words, days_words, join_words, missing_words, number_of_days
from muster.show.events import movement_words
from muster.show.heading import heading
from muster.show.layout import columns
from muster.show.lines import ID_LENGTH, Voice
from muster.show.words import count_words

HEAD = ("who and stage", "when", "since the last", "what", "by", "claim")
CSV_HEAD = (
    "chain,actor,direction,answers,asked_by,stage,earliest,latest,act,best,low,high,rel,unit,from,to,role,status,"
    "first_reported,reports,lineages,source,publisher,claim"
).split(",")


class _Row(NamedTuple):
    """A row of the table."""

    who: str = ""
    when: str = ""
    since: str = ""
    what: str = ""
    by: str = ""
    claim: str = ""


def chains_table(
    brief: Brief, chains: Sequence[Chain], width: int = 100, colour: bool = False, joins: bool = False
) -> str:
    """Each coming or going: what it comes to, then its stages, each with the days since the one before it; countries
    beneath the organisation whose announcement they answer. With `joins`, also why its reports were joined."""
    voice = Voice(brief.record.on, brief.names)
    rows = []
    for chain, depth in nested(chains):
        rows += _chain_rows(chain, depth, voice)
        rows += [_Row(what=join_words(join)) for join in chain.joins if joins]
    if brief.record.others_moving:
        rows.append(_Row(who="none of its forces:"))
        rows += [row for chain in brief.record.others_moving for row in _chain_rows(chain, 1, voice)]
    body = columns(HEAD, rows, width, colour) if rows else f"no movements told of {brief.title}"
    return f"{heading(brief, width, colour)}\n\n{body}\n"


def nested(chains: Sequence[Chain]) -> list[tuple[Chain, int]]:
    """The chains with their depth: those that answer another's announcement stand beneath it, at depth 1."""
    answering = {id(one): chain for chain in chains for one in chain.contributions}
    found = []
    for chain in chains:
        if id(chain) not in answering:
            found.append((chain, 0))
            found += [(one, 1) for one in chain.contributions if answering[id(one)] is chain]
    return found


def _chain_rows(chain: Chain, depth: int, voice: Voice) -> list[_Row]:
    who = f"{'  ' * depth}{voice.name(chain.actor)} {DIRECTIONS.get(chain.direction, '')}".rstrip()
    rows = [_Row(who=who, what=_sum_words(chain, voice))]
    since = {delay.end: number_of_days(delay.days) for delay in chain.delays}
    for stage in chain.stages:
        rows += _stage_rows(stage, since.get(stage.name, ""), voice, "  " * (depth + 1))
    return rows


def _sum_words(chain: Chain, voice: Voice) -> str:
    """Who asked, what was planned and what came, and what is missing."""
    planned, arrived = (count_words(_movement(one).count) if one else "" for one in (chain.planned, chain.arrived))
    parts = (
        f"asked for by {', '.join(map(voice.name, chain.asked_by))}" if chain.asked_by else "",
        f"planned {planned}" if planned else "",
        f"due {days_words(chain.due)}" if chain.due.latest or chain.due.earliest else "",
        f"{'left' if chain.direction == 'out' else 'arrived'} {arrived}" if arrived else "",
        missing_words(chain.missing) if planned and arrived else "",
        f"answers: {', '.join(voice.name(one.actor) for one in chain.contributions)}" if chain.contributions else "",
    )
    return "; ".join(filter(None, parts))


def _stage_rows(stage: Stage, since: str, voice: Voice, margin: str) -> list[_Row]:
    return [
        _Row(
            who=f"{margin}{stage.name}" if i == 0 else "",
            when=days_words(stage.when) if i == 0 else "",
            since=since if i == 0 else "",
            what=f"as {_movement(said).role}" if stage.name == "role" else movement_words(said, voice),
            by=by_words(said, voice),
            claim=said.claim.id[:ID_LENGTH],
        )
        for i, said in enumerate(stage.steps)
    ]


def chains_rows(chains: Sequence[Chain]) -> list[Sequence[object]]:
    """One row for every report of every stage; the first row is the head. `answers` is the number of the chain whose
    announcement this one answers."""
    number_of = {id(chain): number for number, chain in enumerate(chains, start=1)}
    answers = {id(one): number_of[id(chain)] for chain in chains for one in chain.contributions}
    rows: list[Sequence[object]] = [CSV_HEAD]
    for chain in chains:
        who = (
            number_of[id(chain)],
            chain.actor,
            chain.direction,
            answers.get(id(chain), ""),
            "; ".join(chain.asked_by),
        )
        rows += [(*who, stage.name, *stage.when, *_csv_step(said)) for stage in chain.stages for said in stage.steps]
    return rows


def _csv_step(said: Attested) -> tuple[object, ...]:
    fact = _movement(said)
    count = fact.count
    number = (count.best, count.low, count.high, str(count.rel)) if count else ("", "", "", "")
    where = (fact.unit, fact.origin, fact.destination, fact.role, str(said.claim.status))
    support = (said.first_reported, len(said.reports), len(said.lineages))
    return (fact.act, *number, *where, *support, said.claim.source, said.report.card.publisher, said.claim.id)


def _movement(said: Attested) -> Movement:
    fact = said.claim.fact
    assert isinstance(fact, Movement)
    return fact
