"""Comings and goings, from request to return: reports of one movement put together."""

from collections.abc import Hashable, Iterable, Sequence, Set

from muster.gazetteer import hosts_of, words_for
from muster.model.claim import Movement, Status
from muster.model.events import UNKNOWN, Chain, Join
from muster.model.judgement import Ties
from muster.model.report import Attested, Report
from muster.reconcile.attest import attested
from muster.reconcile.choice import bounds_of, chosen_of, first_told
from muster.reconcile.joining import settled
from muster.reconcile.legs import MOVEMENTS, Leg, is_vague, leg_of
from muster.reconcile.names import folded
from muster.reconcile.stages import delays_of, due_of, movement, stage_of, stages_of
from muster.reconcile.tellings import in_order, ordinal
from muster.reconcile.victims import is_nation

# Countries answer an organisation's announcement within so many days; and stay no longer than a year.
ANSWER, TOUR = 60, 400


def chains(reports: Iterable[Report], judged: Ties | None = None) -> tuple[Chain, ...]:
    """Movements as chains of stages; newest first, undated last.

    A withdrawal that ends a deployment is its last stage, and no chain of its own. The announcement of an organisation
    that names no country has those of the countries that answer it as `contributions`; they are in the list, too.
    `judged` is what people said of claims of one movement.
    """
    told = in_order(report for report in reports if isinstance(report.claim.fact, Movement) and report.claim.operation)
    joined = settled([(leg_of(report), ()) for report in told], _keys, MOVEMENTS, judged)
    legs = [leg for leg, _ in joined]
    way_home = _ways_home(legs)
    last_stages = {id(leg) for leg in way_home.values()}
    made = [_chain(leg, way_home.get(i), joins) for i, (leg, joins) in enumerate(joined) if id(leg) not in last_stages]
    answers = _answers(made)
    linked = [
        chain._replace(contributions=tuple(answers[i])) if i in answers else chain for i, chain in enumerate(made)
    ]
    return tuple(sorted(linked, key=lambda chain: chain.day or "", reverse=True))


def of_the_force(
    found: Sequence[Chain], contributors: Set[str], operation: str
) -> tuple[tuple[Chain, ...], tuple[Chain, ...]]:
    """The movements of the operation's own forces, and those of others.

    Of a country that nobody gives a contingent: where the operation is in it, its forces are its own ("Kosovo Police");
    and what it only denies ("Belgrade denies any build-up") is of its own army, which may stand next door. A
    contributor denies that it sends more.
    """
    told = {chain.actor for chain in found if any(stage.name != "denied" for stage in chain.stages)}
    hosts = hosts_of(operation) - contributors
    there = contributors | (told - hosts)
    of_hosts = tuple(f"{word} " for word in words_for(hosts))
    own: list[Chain] = []
    others: list[Chain] = []
    for chain in found:
        elsewhere = (
            chain.actor not in there if is_nation(chain.actor) else f"{chain.actor} ".casefold().startswith(of_hosts)
        )
        (others if elsewhere else own).append(chain)
    return tuple(own), tuple(others)


def _keys(leg: Leg) -> set[Hashable]:
    """What two reports of one movement share at least one of, coming or going: who sends, or how many."""
    counts = (count.best for count in leg.counts if count.best)
    return {(leg.direction, told) for told in (*leg.senders, *leg.vague, *counts)}


def _ways_home(legs: Sequence[Leg]) -> dict[int, Leg]:
    """The withdrawals that end a deployment, by the place of the deployment in the list.

    A withdrawal ends the one deployment of the same country in the year before it that has its number or its unit.
    """
    found: dict[int, Leg] = {}
    coming: dict[str, list[int]] = {}
    for i, leg in enumerate(legs):
        for sender in leg.senders if leg.direction == "in" else ():
            coming.setdefault(sender, []).append(i)
    for leg in legs:
        if leg.direction == "out":
            ended = [i for i in {i for sender in leg.senders for i in coming.get(sender, ())} if _ends(leg, legs[i])]
            if len(ended) == 1 and ended[0] not in found:
                found[ended[0]] = leg
    return found


def _ends(home: Leg, coming: Leg) -> bool:
    if not home.senders & coming.senders or home.days is None or coming.days is None:
        return False
    met = any(a.best and a.bounds.meets(b.bounds) for a in home.counts for b in coming.counts)
    return 0 < home.days[1] - coming.days[0] <= TOUR and (met or bool(home.units & coming.units))


def _chain(leg: Leg, home: Leg | None, joins: tuple[Join, ...]) -> Chain:
    reports = in_order(leg.reports)
    stages = stages_of(reports, in_order(home.reports) if home else ())
    planned = _figure(report for report in reports if report.claim.status in (Status.PLANNED, Status.AUTHORISED))
    planned = planned or _figure(report for report in reports if report.claim.status is Status.REQUESTED)
    arrived = _figure(report for report in reports if stage_of(report) in ("arrived", "left"))
    return Chain(
        actor=_actor(reports),
        direction=leg.direction,
        stages=stages,
        delays=delays_of(stages),
        asked_by=_asked_by(reports),
        units=_named([fact.unit for report in reports if (fact := movement(report)).unit]),
        roles=_named([fact.role for report in reports if (fact := movement(report)).role]),
        due=due_of(reports),
        planned=planned,
        arrived=arrived,
        missing=bounds_of(planned) - bounds_of(arrived) if planned and arrived else UNKNOWN,
        joins=joins,
    )


def _figure(reports: Iterable[Report]) -> Attested | None:
    """The count to quote, None if nobody gives one."""
    counted = [report for report in reports if movement(report).count]
    return chosen_of(first_told(attested(counted, lambda report: movement(report).count)))


def _actor(reports: Sequence[Report]) -> str:
    """The country that sends, else the organisation most often named, else who is."""
    actors = [movement(report).actor for report in reports]
    return min(actors, key=lambda actor: (is_vague(actor), len(actor) != 2, -actors.count(actor), actor))


def _asked_by(reports: Sequence[Report]) -> tuple[str, ...]:
    """Who asked, as written: those said to have, then the sources of requests."""
    said = [fact.requested_by for report in reports if (fact := movement(report)).requested_by]
    asked = [report.claim.source for report in reports if report.claim.status is Status.REQUESTED]
    return _named([*said, *(source for source in asked if source)])


def _named(names: Sequence[str | None]) -> tuple[str, ...]:
    """Different names, the most told first; one that only says less than another is left out."""
    told = [name for name in names if name]
    words = {name: set(folded(name).split()) for name in told}
    full = [name for name in words if not any(words[name] < words[other] for other in words)]
    return tuple(
        sorted({folded(name): name for name in sorted(full)}.values(), key=lambda name: (-told.count(name), name))
    )


def _answers(chains: Sequence[Chain]) -> dict[int, list[Chain]]:
    """The countries' chains that answer an organisation's, by its place: the last announcement with a number, no more
    than two months before."""
    begun = [_announced(chain) for chain in chains]
    coming = [(i, chain) for i, chain in enumerate(chains) if chain.direction == "in" and begun[i] is not None]
    calls = [i for i, chain in coming if is_vague(chain.actor) and chain.planned and not chain.arrived]
    found: dict[int, list[Chain]] = {}
    for i, chain in coming:
        before = [at for at in calls if 0 <= (begun[i] or 0) - (begun[at] or 0) <= ANSWER]
        if before and is_nation(chain.actor) and any(stage.name != "denied" for stage in chain.stages):
            last = max(before, key=lambda at: (begun[at] or 0, chains[at].day or "", chains[at].actor))
            found.setdefault(last, []).append(chain)
    return found


def _announced(chain: Chain) -> int | None:
    """The first day on which the movement is known of."""
    days = [stage.when.earliest or stage.when.latest for stage in chain.stages if stage.name != "role"]
    return ordinal(min((day for day in days if day), default=None))
