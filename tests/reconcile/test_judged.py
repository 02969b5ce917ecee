"""What people decided, before anything is made of the reports."""

from dataclasses import replace

import pytest

from muster.errors import BadJudgement
from muster.model.card import Card
from muster.model.claim import Casualty, Claim, Contingent, Tier
from muster.model.count import Count, Rel
from muster.model.judgement import Judgement, Verdict, Withdrawal
from muster.model.report import Report
from muster.model.span import Span
from muster.model.when import Resolution, When
from muster.reconcile.judged import corrected, judged

TEXT = "Around 25 soldiers were wounded on Monday, the force said."
CLAIM = Claim(
    document="d",
    fact=Casualty(outcome="wounded", group="peacekeepers", count=Count(25, rel=Rel.ABOUT)),
    spans=(Span.of(TEXT, 0, 31),),
    operation="kfor",
    when=When("2023-05-29", "on Monday", Resolution.RELATIVE),
)
REPORT = Report(CLAIM, Card("d", ("release",), "2023-05-30T08:00:00Z"))


def said(verdict: Verdict, number: int = 1, **correction: object) -> Judgement:
    return Judgement(verdict, (CLAIM.id,), "Ines", correction=correction, number=number)


def test_a_rejected_report_leaves_no_trace() -> None:
    assert judged([REPORT], [said(Verdict.REJECT)]) == []


def test_a_rejection_that_was_withdrawn_leaves_no_trace_either() -> None:
    assert judged([REPORT], [said(Verdict.REJECT)._replace(withdrawn=Withdrawal("Ines"))]) == [REPORT]


def test_an_accepted_claim_is_confirmed_by_a_person() -> None:
    (report,) = judged([REPORT], [said(Verdict.ACCEPT)])
    assert (report.claim.tier, report.claim.id, report.judged) == (Tier.CONFIRMED, CLAIM.id, CLAIM.id)


def test_a_corrected_claim_keeps_its_words_and_says_what_it_was() -> None:
    (report,) = judged([REPORT], [said(Verdict.CORRECT, count={"best": 30}, place="Zvecan")])
    assert report.claim.fact == Casualty(outcome="wounded", group="peacekeepers", count=Count(30))
    assert (report.claim.place, report.claim.spans, report.claim.when) == ("Zvecan", CLAIM.spans, CLAIM.when)
    assert report.judged == CLAIM.id


def test_a_corrected_claim_is_found_under_the_address_that_the_ledger_has() -> None:
    """Else it would lead to no sentence, and what is judged of it afterwards would reach nothing."""
    (report,) = judged([REPORT], [said(Verdict.CORRECT, count={"best": 30})])
    assert report.claim.id == CLAIM.id


def test_being_unsure_later_takes_nothing_back() -> None:
    (report,) = judged([REPORT], [said(Verdict.CORRECT, count={"best": 30}), said(Verdict.UNSURE, number=2)])
    assert report.claim.fact == Casualty(outcome="wounded", group="peacekeepers", count=Count(30))


def test_the_newest_judgement_holds() -> None:
    assert judged([REPORT], [said(Verdict.ACCEPT, number=2), said(Verdict.REJECT)]) != []
    assert judged([REPORT], [said(Verdict.ACCEPT), said(Verdict.REJECT, number=2)]) == []


def test_a_corrected_time_is_explicit_and_an_emptied_one_is_gone() -> None:
    assert corrected(CLAIM, {"when": "2023-05-30"}).when == When("2023-05-30", "", Resolution.EXPLICIT)
    assert corrected(CLAIM, {"when": None}).when is None


@pytest.mark.parametrize(
    "correction",
    [
        {"speaker": "NATO"},
        {"when": "Monday"},
        {"status": "maybe"},
        {"outcome": None},
        {"count": {"rel": "x"}},
        {"outcome": "dead"},
        {"operation": "KFOR"},
    ],
)
def test_what_the_claim_cannot_hold_is_refused(correction: dict[str, object]) -> None:
    with pytest.raises(BadJudgement):
        corrected(CLAIM, correction)


def test_a_country_is_written_as_its_code() -> None:
    contingent = replace(CLAIM, fact=Contingent(country="FR", count=Count(300)))
    assert corrected(contingent, {"country": "IT"}).fact == Contingent(country="IT", count=Count(300))
    with pytest.raises(BadJudgement, match="country=Italy is no country's code"):
        corrected(contingent, {"country": "Italy"})
