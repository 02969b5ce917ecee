"""What is shown, as plain data for JSON: the shapes that `--json` and the API promise.

What is *said* is described in `show.said`, events, movements and posture in `show.plain_events`.
"""

from typing import Any

from muster.model.brief import Brief, OperationSummary, Why
from muster.model.card import Card, Caution
from muster.model.record import Handover, Report, Standing, Tenure
from muster.show.conflicts import contradiction_as_dict
from muster.show.judgements import judgement_as_dict
from muster.show.plain_events import chain_as_dict, event_as_dict, response_as_dict, stance_as_dict
from muster.show.plain_force import account_as_dict, series_as_dict
from muster.show.resolved import dated_as_dict, entity_as_dict
from muster.show.said import all_said, origin_as_dict


def brief_as_dict(brief: Brief) -> dict[str, Any]:
    """A brief: `operation`, `name`, `on`, `known_by`, `documents`, and a list (or mapping) for every section.

    `command`: tenures `{role, holder, country, since, until, serving, deputy, names, acts: [said]}`; `handovers`:
    `{role, predecessor, successor, time, gap_days, acts: [said]}`; `strength` and `contingents`:
    series `{country, component, status, points: [said, newest first]}`; `movements`, `others_moving`, `posture`,
    `incidents`, `responses`: see `chain_as_dict`, `stance_as_dict`, `event_as_dict`, `response_as_dict`; `mandate`:
    `{begun, extended, changed, ended, tasks: [said]}`; `statements`, `relations`: [said]; `contradictions`: see
    `contradiction_as_dict`.
    """
    record, on = brief.record, brief.record.on
    return {
        "operation": record.operation,
        "name": brief.title,
        "on": on,
        "known_by": record.known_by,
        "documents": [card_as_dict(card) for card in brief.cards],
        "command": [_tenure(tenure, on) for tenure in record.command],
        "handovers": [_handover(one, on) for one in record.handovers],
        "strength": [series_as_dict(series, on) for series in record.strength],
        "contingents": [series_as_dict(series, on) for series in record.contingents],
        "accounts": [account_as_dict(one, on) for one in record.accounts],
        "movements": [chain_as_dict(chain, on) for chain in record.movements],
        "others_moving": [chain_as_dict(chain, on) for chain in record.others_moving],
        "posture": [stance_as_dict(stance, on) for stance in record.stances],
        "incidents": [event_as_dict(event, on) for event in record.incidents],
        "responses": [response_as_dict(response) for response in record.responses],
        "mandate": _standing(record.standing, on),
        "statements": all_said(record.statements, on),
        "relations": all_said(record.relations, on),
        "contradictions": [contradiction_as_dict(one, on) for one in record.contradictions],
        "dated": [dated_as_dict(one) for one in record.dated],
        "entities": [entity_as_dict(one) for one in record.entities],
    }


def _tenure(tenure: Tenure, on: str) -> dict[str, Any]:
    return {
        "role": tenure.role,
        "holder": tenure.holder,
        "country": tenure.country,
        "since": tenure.since,
        "until": tenure.until,
        "serving": tenure.serving,
        "deputy": tenure.deputy,
        "names": list(tenure.names),
        "acts": all_said(tenure.acts, on),
    }


def _handover(one: Handover, on: str) -> dict[str, Any]:
    return {
        "role": one.role,
        "predecessor": one.predecessor,
        "successor": one.successor,
        "time": one.time,
        "gap_days": one.gap,
        "acts": all_said(one.acts, on),
    }


def _standing(standing: Standing, on: str) -> dict[str, Any]:
    return {
        "begun": all_said(standing.begun, on),
        "extended": all_said(standing.extended, on),
        "changed": all_said(standing.changed, on),
        "ended": all_said(standing.ended, on),
        "tasks": all_said(standing.tasks, on),
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
    return {"claim": report.claim.id, **report.claim.to_dict(), **origin_as_dict(report.card)}


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
        "judgements": [judgement_as_dict(one) for one in why.judgements],
    }
