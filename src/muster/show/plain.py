"""What is shown, as plain data for JSON: the shapes that `--json` and the API promise.

A *said* is one claim in a brief: `{"claim": id, …slots of GUIDE.md…, "tier": "confirmed" or "candidate", "day": latest
day it can have been so or null, "age_days": days before `on` or null, "publisher": …, "document": id, "published": day
or null, "also": [ids of the further claims that say the same]}`.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from muster.model.brief import Brief, OperationSummary, Why
from muster.model.card import Card, Caution
from muster.model.record import Attested, Chain, Contradiction, Episode, Report, Series, Standing, Tenure


def brief_as_dict(brief: Brief) -> dict[str, Any]:
    """A brief: `operation`, `name`, `on`, `known_by`, `documents`, and a list (or mapping) for every section.

    `command`: tenures `{role, holder, country, since, until, serving, acts: [said]}`; `strength` and `contingents`:
    series `{country, component, status, points: [said, newest first]}`; `movements`: `{actor, direction, steps:
    [said]}`; `incidents`: `{day, incidents: [said], casualties: [said]}`; `mandate`: `{begun, extended, changed,
    ended, tasks: [said]}`; `posture`, `statements`, `relations`: [said]; `contradictions`: `{type, about, subject,
    place, day, figures: [said], chosen: claim id or null, why, set_aside: [claim ids]}`.
    """
    record, on = brief.record, brief.record.on
    return {
        "operation": record.operation,
        "name": brief.title,
        "on": on,
        "known_by": record.known_by,
        "documents": [card_as_dict(card) for card in brief.cards],
        "command": [_tenure(tenure, on) for tenure in record.command],
        "strength": [_series(series, on) for series in record.strength],
        "contingents": [_series(series, on) for series in record.contingents],
        "movements": [_chain(chain, on) for chain in record.movements],
        "posture": _said(record.posture, on),
        "incidents": [_episode(episode, on) for episode in record.episodes],
        "mandate": _standing(record.standing, on),
        "statements": _said(record.statements, on),
        "relations": _said(record.relations, on),
        "contradictions": [_contradiction(one, on) for one in record.contradictions],
    }


def _said(told: Iterable[Attested], on: str) -> list[dict[str, Any]]:
    return [_one(said, on) for said in told]


def _one(said: Attested, on: str) -> dict[str, Any]:
    return {
        "claim": said.claim.id,
        **said.claim.slots,
        "tier": str(said.claim.tier),
        "day": said.day,
        "age_days": (date.fromisoformat(on) - date.fromisoformat(said.day)).days if said.day else None,
        **_from(said.report.card),
        "also": [report.claim.id for report in said.others],
    }


def _from(card: Card) -> dict[str, Any]:
    return {"publisher": card.publisher, "document": card.document, "published": card.published}


def _tenure(tenure: Tenure, on: str) -> dict[str, Any]:
    return {
        "role": tenure.role,
        "holder": tenure.holder,
        "country": tenure.country,
        "since": tenure.since,
        "until": tenure.until,
        "serving": tenure.serving,
        "acts": _said(tenure.acts, on),
    }


def _series(series: Series, on: str) -> dict[str, Any]:
    return {
        "country": series.subject,
        "component": series.component,
        "status": str(series.status),
        "points": _said(series.points, on),
    }


def _chain(chain: Chain, on: str) -> dict[str, Any]:
    return {"actor": chain.actor, "direction": chain.direction, "steps": _said(chain.steps, on)}


def _episode(episode: Episode, on: str) -> dict[str, Any]:
    return {
        "day": episode.day,
        "incidents": _said(episode.incidents, on),
        "casualties": _said(episode.casualties, on),
    }


def _standing(standing: Standing, on: str) -> dict[str, Any]:
    return {
        "begun": _said(standing.begun, on),
        "extended": _said(standing.extended, on),
        "changed": _said(standing.changed, on),
        "ended": _said(standing.ended, on),
        "tasks": _said(standing.tasks, on),
    }


def _contradiction(one: Contradiction, on: str) -> dict[str, Any]:
    return {
        "type": one.type,
        "about": one.about,
        "subject": one.subject,
        "place": one.place,
        "day": one.day,
        "figures": _said(one.figures, on),
        "chosen": one.chosen.claim.id if one.chosen else None,
        "why": one.why,
        "set_aside": [said.claim.id for said in one.set_aside],
    }


def card_as_dict(card: Card) -> dict[str, Any]:
    """A document: id, names, publisher, title, url, published and how that is known, when added, how many claims."""
    dating = card.dating
    return {
        "document": card.document,
        "names": list(card.names),
        "publisher": card.publisher,
        "title": card.title,
        "url": card.url,
        "published": card.published,
        "dated_by": dating.how if dating else None,
        "dated_by_person": dating.author if dating else None,
        "added": card.added,
        "extractor": card.extractor,
        "claims": card.claims,
    }


def report_as_dict(report: Report) -> dict[str, Any]:
    """A claim in the interchange form of GUIDE.md with its id, and the document it is from."""
    return {"claim": report.claim.id, **report.claim.to_dict(), **_from(report.card)}


def summary_as_dict(one: OperationSummary) -> dict[str, Any]:
    """An operation in a list; `strength` is the latest claim of it, or null."""
    return {
        "operation": one.operation,
        "name": one.name,
        "claims": one.claims,
        "documents": one.documents,
        "first": one.first,
        "last": one.last,
        "strength": report_as_dict(one.strength.report) if one.strength else None,
    }


def caution_as_dict(caution: Caution) -> dict[str, str]:
    """A warning: the file, the stage, the message, when it was noticed."""
    return {"path": caution.path, "stage": caution.stage, "message": caution.message, "at": caution.at}


def why_as_dict(why: Why) -> dict[str, Any]:
    """A claim with its passages (`marks` are places in `text`), its document, and how it was read."""
    when = why.claim.when
    return {
        "claim": why.claim.id,
        **why.claim.to_dict(),
        "passages": [{"start": one.start, "text": one.text, "marks": one.marks} for one in why.passages],
        "document": card_as_dict(why.card),
        "when_words": when.words if when else None,
        "resolution": str(when.resolution) if when else None,
        "rule": why.claim.rule,
        "current": why.current,
    }
