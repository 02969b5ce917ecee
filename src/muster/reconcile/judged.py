"""What people decided, applied to reports before anything is made of them.

A person's judgement is about the reading of a text, not about the world: it holds in every view, whatever day the view
is as known by.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from muster.errors import BadJudgement
from muster.gazetteer import country, operation_named
from muster.model.claim import FACTS, Claim, Tier
from muster.model.interchange import claim_from_dict
from muster.model.judgement import Judgement, Verdict, decided
from muster.model.report import Report
from muster.model.vocabulary import VALUES
from muster.model.when import Resolution, is_edtf

CORRECTED = "corrected by a person"
_SHARED = ("operation", "status", "when", "place", "source")
_WRITTEN = {"origin": "from", "destination": "to"}
SLOTS = {fact.kind: (*(_WRITTEN.get(field.name, field.name) for field in fields(fact)), *_SHARED) for fact in FACTS}
"""Every slot that a claim of a kind can have, under GUIDE.md's names."""


def judged(reports: Iterable[Report], judgements: Sequence[Judgement]) -> list[Report]:
    """The reports without those that a person rejected; corrected ones as corrected, accepted ones as confirmed.

    The newest of these judgements about a claim holds; that somebody is unsure changes nothing. A corrected claim keeps
    the words, the document and the id of the one it corrects, so that it leads to its sentence and can be judged again.
    """
    newest = decided(judgements)
    if not newest:
        return list(reports)
    made = (_decided(report, newest.get(report.claim.id)) for report in reports)
    return [report for report in made if report is not None]


def _decided(report: Report, judgement: Judgement | None) -> Report | None:
    if judgement is None:
        return report
    if judgement.verdict is Verdict.REJECT:
        return None
    claim = _corrected(report.claim, judgement.correction) if judgement.correction else report.claim
    address = report.claim.id
    return report._replace(claim=replace(claim, tier=Tier.CONFIRMED).under(address), judged=address)


def corrected(claim: Claim, correction: Mapping[str, Any]) -> Claim:
    """The claim with the slots of `correction` (GUIDE.md's names and forms; None empties one) in place of its own.

    Raises BadJudgement for a slot that its kind has not, or a value that the slot cannot hold.
    """
    unknown = sorted(set(correction) - set(SLOTS[claim.kind]))
    if unknown:
        known = ", ".join(SLOTS[claim.kind])
        raise BadJudgement(f"a {claim.kind} has no slot {', '.join(unknown)}; it has {known}")
    for name, value in correction.items():
        _check_value(claim.kind, name, value)
    when = correction.get("when")
    if when is not None and not is_edtf(str(when)):
        raise BadJudgement(f"when={when} is no time: write YYYY-MM-DD, YYYY-MM, YYYY, or FROM/TO with .. for open")
    return _corrected(claim, correction)


def _check_value(kind: str, name: str, value: object) -> None:
    """Refuse a value that no record could count: a slip of the pen would make a thing of its own, or hide the claim."""
    known = VALUES.get((kind, name))
    if value is None:
        return
    if known and value not in known:
        raise BadJudgement(f"{name}={value}: a {kind} cannot have that; choose from {', '.join(known)}")
    if name == "country" and country(str(value)) is None:
        raise BadJudgement(f"country={value} is no country's code: write it as in country=IT")
    if name == "operation":
        named = operation_named(str(value))
        if named is not None and named.slug != value:
            raise BadJudgement(f"operation={value}: write the slug, operation={named.slug}")


def _corrected(claim: Claim, correction: Mapping[str, Any]) -> Claim:
    """The claim with a correction that was checked when it was entered."""
    written = {name: value for name, value in (claim.to_dict() | dict(correction)).items() if value is not None}
    return _claim(claim, written, given=correction.get("when") is not None)


def _claim(claim: Claim, written: Mapping[str, Any], *, given: bool) -> Claim:
    own = claim.when if not given and "when" in written else None
    try:
        return claim_from_dict(
            written,
            claim.document,
            words=own.words if own else "",
            resolution=str(own.resolution) if own else str(Resolution.EXPLICIT) if given else None,
            rule=CORRECTED,
        )
    except (TypeError, ValueError, AttributeError, KeyError) as error:
        raise BadJudgement(f"the corrected claim would be none ({error}); see GUIDE.md's slots and values") from error
