"""Incidents, reinforcement chains, posture and timelines as plain data for JSON: shapes that `--json` promises.

`days` are `{"earliest": day or null, "latest": day or null}`; a *number of days* is `{"low": …, "high": …}`, null where
open. What is *said* is described in `show.said`.
"""

from typing import Any

from muster.model.count import Bounds
from muster.model.events import Breakdown, Chain, Days, Event, Join, Moment, Response, Stage, Stance, Toll
from muster.model.report import Attested
from muster.show.said import all_said, said_as_dict


def event_as_dict(event: Event, on: str, joins: bool = True) -> dict[str, Any]:
    """An event: `{day, when: days, place, places, types, means, parties, tolls, breakdowns, incidents: [said],
    casualties: [said], joins}`.

    A toll is `{outcome, group, low, best, high, chosen: claim id or null, figures: [said and "first_reported",
    "reports", "lineages"]}`, in the order in which the counts were first reported; a breakdown `{outcome, whole: claim
    id, parts: [claim ids], residual: {low, high}}`; a join `{claims: [ids], to: [ids], score, comparisons: {name:
    score}}`.
    """
    return {
        "day": event.day,
        "when": _days(event.when),
        "place": event.place,
        "places": list(event.places),
        "types": list(event.types),
        "means": list(event.means),
        "parties": list(event.parties),
        "tolls": [_toll(toll, on) for toll in event.tolls],
        "breakdowns": [_breakdown(one) for one in event.breakdowns],
        "incidents": all_said(event.incidents, on),
        "casualties": all_said(event.casualties, on),
        **({"joins": [_join(join) for join in event.joins]} if joins else {}),
    }


def _toll(toll: Toll, on: str) -> dict[str, Any]:
    return {
        "outcome": toll.outcome,
        "group": toll.group,
        "low": toll.low,
        "best": toll.best,
        "high": toll.high,
        "chosen": _id(toll.chosen),
        "figures": [_figure(figure, on) for figure in toll.figures],
    }


def _figure(figure: Attested, on: str) -> dict[str, Any]:
    support = {"reports": len(figure.reports), "lineages": len(figure.lineages)}
    return {**said_as_dict(figure, on), "first_reported": figure.first_reported, **support}


def _breakdown(one: Breakdown) -> dict[str, Any]:
    return {
        "outcome": one.outcome,
        "whole": _id(one.whole),
        "parts": [_id(part) for part in one.parts],
        "residual": _bounds(one.residual),
    }


def _join(join: Join) -> dict[str, Any]:
    return {
        "claims": [report.claim.id for report in join.reports],
        "to": [report.claim.id for report in join.to],
        "score": join.score,
        "comparisons": dict(join.comparisons),
    }


def response_as_dict(response: Response) -> dict[str, Any]:
    """What followed an event: `{event: {day, place, claims: [ids]}, posture, posture_after, posture_said,
    reinforcement: {actor, claims: [ids]} or null, announced_after, arrived_after, reinforcement_said}`.

    `posture` is a claim's id or null; `…_after` are numbers of days; `…_said` is what ties the two in the sources,
    empty where one only followed the other.
    """
    event, chain = response.event, response.reinforcement
    claims = [claim for part in event.parts for claim in part.claims]
    return {
        "event": {"day": event.day, "place": event.place, "claims": claims},
        "posture": _id(response.posture),
        "posture_after": _bounds(response.posture_after),
        "posture_said": response.posture_said,
        "reinforcement": _named_chain(chain) if chain else None,
        "announced_after": _bounds(response.announced_after),
        "arrived_after": _bounds(response.arrived_after),
        "reinforcement_said": response.reinforcement_said,
    }


def chain_as_dict(chain: Chain, on: str) -> dict[str, Any]:
    """A coming or going: `{actor, direction, asked_by, units, roles, due: days, planned: said or null, arrived: said or
    null, missing: {low, high}, stages: [{stage, when: days, steps: [said]}], delays: [{from, to, days: {low, high}}],
    contributions: [{actor, claims: [ids]}], joins}`, the joins as those of an event."""
    return {
        "actor": chain.actor,
        "direction": chain.direction,
        "asked_by": list(chain.asked_by),
        "units": list(chain.units),
        "roles": list(chain.roles),
        "due": _days(chain.due),
        "planned": said_as_dict(chain.planned, on) if chain.planned else None,
        "arrived": said_as_dict(chain.arrived, on) if chain.arrived else None,
        "missing": _bounds(chain.missing),
        "stages": [_stage(stage, on) for stage in chain.stages],
        "delays": [{"from": one.start, "to": one.end, "days": _bounds(one.days)} for one in chain.delays],
        "contributions": [_named_chain(one) for one in chain.contributions],
        "joins": [_join(join) for join in chain.joins],
    }


def _stage(stage: Stage, on: str) -> dict[str, Any]:
    return {"stage": stage.name, "when": _days(stage.when), "steps": all_said(stage.steps, on)}


def _named_chain(chain: Chain) -> dict[str, Any]:
    return {"actor": chain.actor, "claims": [claim for step in chain.steps for claim in step.claims]}


def stance_as_dict(stance: Stance, on: str) -> dict[str, Any]:
    """What an actor does in one way: `{actor, activity, points: [said, newest first]}`."""
    return {"actor": stance.actor, "activity": stance.activity, "points": all_said(stance.points, on)}


def moment_as_dict(moment: Moment, on: str) -> dict[str, Any]:
    """An entry of a timeline: `{when: days, section, stage or null, said}`; of an incident also `event`, which has the
    shape of `event_as_dict` without its joins."""
    event = moment.of if isinstance(moment.of, Event) else None
    return {
        "when": _days(moment.when),
        "section": moment.section,
        "stage": moment.stage.name if moment.stage else None,
        "said": said_as_dict(moment.said, on),
        **({"event": event_as_dict(event, on, joins=False)} if event else {}),
    }


def _id(said: Attested | None) -> str | None:
    return said.claim.id if said else None


def _days(days: Days) -> dict[str, str | None]:
    return {"earliest": days.earliest, "latest": days.latest}


def _bounds(bounds: Bounds) -> dict[str, int | None]:
    return {"low": bounds.low, "high": bounds.high}
