"""The review desk: one claim after the other, those that would move a published figure first."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from muster import desk, query
from muster.errors import NotAllowed
from muster.ledger import Reader
from muster.model.judgement import Judgement
from muster.model.user import Role
from muster.reconcile.review import Turn
from muster.web.orders import Orders
from muster.web.protection import Asking
from muster.web.rendering import page
from muster.web.site import site_of
from muster.web.views.claim import decision, facts, line, slots
from muster.web.views.said import ADDRESS_LENGTH

router = APIRouter()

_MOST_SPLITS = 100

_TURNS = {
    Turn.MOVES: "moves a published figure",
    Turn.PUBLISHED: "is a published figure",
    Turn.SHOWN: "is shown in the record",
    Turn.KEPT: "is not shown in the record",
}


@router.get("/review")
def review(
    request: Request,
    who: Asking,
    operation: str = "",
    second: bool = False,
    at: Annotated[int, Query(ge=0)] = 0,
) -> Response:
    """The claim to look at next; `at` counts those that were left for later."""
    if not who.may(Role.REVIEW):
        raise NotAllowed("Only who may review sees the desk. You can read everything else.")
    site, orders = site_of(request), request.app.state.orders
    assert isinstance(orders, Orders)
    with site.reader() as reader:
        choices = desk.operations(reader)
        if not choices:
            return page(request, "review_empty.html", {})
        slug = operation or choices[0][0]
        queue = desk.queue(reader, orders.order(reader, slug, blind=second), who.name, second=second)
        given = _desk(reader, queue, at)
    return page(request, "review.html", given | {"choices": choices, "second": second})


def _desk(reader: Reader, queue: desk.Queue, at: int) -> dict[str, object]:
    """What the page shows of the queue's claim at that place."""
    at = min(at, max(len(queue.doubts) - 1, 0))
    doubt = queue.doubts[at] if queue.doubts else None
    shown = [doubt.report, *queue.beside(doubt)] if doubt else []
    told = desk.passages_of(reader, [one.claim for one in shown])
    names = query.names_of([one.claim for one in shown], queue.operation)
    lines = [line(one, names, told.get(one.claim.id, ())) for one in shown]
    turns = [(words, sum(one.turn is turn for one in queue.doubts)) for turn, words in _TURNS.items()]
    return {
        "operation": queue.operation,
        "name": names.operations.get(queue.operation, queue.operation.upper()),
        "at": at,
        "left": len(queue.doubts),
        "done": queue.done,
        "turns": turns,
        "doubt": doubt,
        "turn": _TURNS[doubt.turn] if doubt else "",
        "line": lines[0] if lines else None,
        "beside": lines[1:],
        "facts": facts(doubt.report.claim, names) if doubt else (),
        "slots": slots(doubt.report.claim) if doubt else (),
        "last": _last(queue.last),
    }


def _last(made: Judgement | None) -> object:
    """The reviewer's newest decision, which `u` takes back."""
    if made is None:
        return None
    return decision(made, made.subjects[0], mine=True), made.subjects[0][:ADDRESS_LENGTH]


@router.get("/review/agreement")
def agreement(request: Request, who: Asking) -> Response:
    """How far reviewers agree, and where they do not."""
    if not who.may(Role.REVIEW):
        raise NotAllowed("Only who may review sees how far reviewers agree.")
    with site_of(request).reader() as reader:
        found = desk.agreed(reader)
        splits = found.splits[:_MOST_SPLITS]
        subjects = dict.fromkeys(one for split in splits for one in split.subjects if ":" not in one)
        reports, names = desk.reports_of(reader, subjects)
    lines = {address: line(report, names) for address, report in reports.items()}
    return page(request, "agreement.html", {"found": found, "splits": splits, "lines": lines})
