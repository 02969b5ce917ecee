"""A claim's page, and what people decide about claims: entered the moment it is decided."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from muster import desk, pipeline, query
from muster.errors import BadJudgement, MusterError, NotAllowed, UnknownJudgement
from muster.model.correction import correction_of
from muster.model.judgement import Verdict, decided
from muster.model.record import Report
from muster.model.user import Role
from muster.web.protection import Asking, Posted
from muster.web.rendering import page
from muster.web.site import site_of
from muster.web.views.claim import decision, facts, holding, line, slots
from muster.web.views.fact import shown_in
from muster.web.views.said import ADDRESS_LENGTH
from muster.web.visitors import Visitor, ours

router = APIRouter()


@router.get("/claims/{claim}")
def claim(request: Request, claim: str, who: Asking) -> Response:
    """Why the claim is believed: sentences, sources, lineages of what it is part of, readings, judgements."""
    with site_of(request).reader() as reader:
        found = desk.dossier(reader, claim)
        beside = found.doubt.beside if found.doubt else ()
        told = desk.passages_of(reader, [one.claim for one in beside])
    why = found.why
    given = {
        "why": why,
        "line": line(
            Report(why.claim, why.card, judged=why.claim.id if decided(found.judgements) else None),
            why.names,
            why.passages,
        ),
        "facts": facts(why.claim, why.names),
        "slots": slots(why.claim),
        "shown": [shown_in(one, why.names, why.claim.id) for one in found.appearances],
        "doubt": found.doubt,
        "beside": [line(one, why.names, told.get(one.claim.id, ())) for one in beside],
        "readings": found.readings,
        "decisions": [decision(one, why.claim.id, mine=_may_undo(who, one.author)) for one in found.judgements],
        "holds": holding(found.judgements),
        "document": why.card.document[:ADDRESS_LENGTH],
        "back": f"/claims/{why.claim.id[:ADDRESS_LENGTH]}",
    }
    return page(request, "claim.html", given)


@router.post("/claims/{claim}/judgements")
def judge(request: Request, claim: str, form: Posted, who: Asking) -> Response:
    """Enter a decision about the claim, and back to where it was made."""
    back = ours(str(form.get("back", "")), f"/claims/{claim}")
    try:
        verdict = _verdict(str(form.get("verdict", "")))
        others = [str(other) for other in form.getlist("other") if other] if verdict in _OF_SEVERAL else []
        with site_of(request).ledger() as ledger:
            changed: Mapping[str, Any] = _correction(form) if verdict is Verdict.CORRECT else {}
            pipeline.judge(ledger, verdict, [claim, *others], who.name, _reason(form), changed)
    except MusterError as error:
        return page(request, "wrong.html", {"message": str(error), "status": 400, "back": back}, 400)
    return RedirectResponse(back, 303)


@router.post("/judgements/{number}/withdrawal")
def withdraw(request: Request, number: int, form: Posted, who: Asking) -> Response:
    """Take a decision back, one's own or, for an admin, anybody's. Raises NotAllowed, UnknownJudgement."""
    with site_of(request).ledger() as ledger:
        made = next((one for one in query.judgements(ledger) if one.number == number), None)
        if made is None:
            raise UnknownJudgement(f"there is no decision {number}.")
        if not _may_undo(who, made.author):
            raise NotAllowed(f"{made.author} decided this: only they, or an admin, can take it back.")
        pipeline.withdraw(ledger, number, who.name, _reason(form))
    return RedirectResponse(ours(str(form.get("back", "")), "/review"), 303)


_OF_SEVERAL = (Verdict.SAME, Verdict.DIFFERENT)


def _may_undo(who: Visitor, author: str) -> bool:
    return who.may(Role.ADMIN) or (who.may(Role.REVIEW) and who.name == author)


def _verdict(word: str) -> Verdict:
    if word not in tuple(Verdict):
        raise BadJudgement("Choose what you decide: accept, reject, correct, same, different or unsure.")
    return Verdict(word)


def _reason(form: FormData) -> str:
    return " ".join(str(form.get("reason", "")).split())


def _correction(form: FormData) -> Mapping[str, Any]:
    """The slots whose words are others than those the form came with. Raises BadJudgement if none are."""
    given = {name.removeprefix("slot-"): str(value).strip() for name, value in form.items() if name.startswith("slot-")}
    changed = [f"{name}={value}" for name, value in given.items() if value != form.get(f"was-{name}", "")]
    if not changed:
        raise BadJudgement("Nothing was changed. Change what is wrong, or accept the claim as it is.")
    return correction_of(changed)
