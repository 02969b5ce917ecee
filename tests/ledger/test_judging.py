"""Judgements in a ledger: rows, never removed."""

import pytest

from ledger.sample_entries import claims_of, entry_of
from muster.errors import BadJudgement, UnknownClaim, UnknownJudgement
from muster.ledger import Entry, Ledger, Reading, operation_claims
from muster.ledger.decisions import judgements, upheld_claims
from muster.model.document import Document
from muster.model.judgement import Judgement, Verdict, Withdrawal


def test_a_judgement_comes_back_as_it_was_made(ledger: Ledger, page: Document) -> None:
    ledger.append([entry_of(page)])
    (strength, _) = claims_of(page)
    made = ledger.judge(Judgement(Verdict.CORRECT, (strength.id,), "Ines", "see table", {"count": {"best": 950}}))
    assert (made.number, made.at) == (1, "2024-05-01T12:00:00Z")
    assert judgements(ledger) == [made]
    assert judgements(ledger, operation="unifil") == [made]
    assert judgements(ledger, operation="kfor") == []
    assert judgements(ledger, subject=strength.id) == [made]


def test_a_withdrawn_judgement_stays_with_who_withdrew_it(ledger: Ledger, page: Document) -> None:
    ledger.append([entry_of(page)])
    ledger.judge(Judgement(Verdict.REJECT, (claims_of(page)[0].id,), "Ines"))
    taken = ledger.withdraw(1, Withdrawal("Omar", "it does say so"))
    assert taken.withdrawn == Withdrawal("Omar", "it does say so", "2024-05-01T12:00:00Z")
    assert judgements(ledger) == [taken]
    with pytest.raises(UnknownJudgement, match="withdrawn already"):
        ledger.withdraw(1, Withdrawal("Omar"))
    with pytest.raises(UnknownJudgement, match="no judgement 7"):
        ledger.withdraw(7, Withdrawal("Omar"))


def test_names_bear_on_every_operation(ledger: Ledger) -> None:
    made = ledger.judge(Judgement(Verdict.SAME, ("place:Zvečan", "place:Zvecan"), "Ines"))
    assert judgements(ledger, operation="kfor") == [made]


def test_what_is_no_judgement_is_not_entered(ledger: Ledger, page: Document) -> None:
    with pytest.raises(UnknownClaim):
        ledger.judge(Judgement(Verdict.ACCEPT, ("a" * 64,), "Ines"))
    with pytest.raises(BadJudgement):
        ledger.judge(Judgement(Verdict.SAME, ("place:Zvecan",), "Ines"))
    assert judgements(ledger) == []


def test_a_persons_word_outlives_a_reading_that_does_not_find_the_claim_again(ledger: Ledger, page: Document) -> None:
    ledger.append([entry_of(page)])
    strength, contingent = claims_of(page)
    ledger.judge(Judgement(Verdict.ACCEPT, (strength.id,), "Ines"))
    ledger.append([Entry(page, b"", None, Reading("2", page.published, (contingent,)))])
    current = [claim.id for claim in operation_claims(ledger, "unifil")]
    assert current == [contingent.id]
    assert upheld_claims(ledger, judgements(ledger), current) == [strength]
    ledger.judge(Judgement(Verdict.UNSURE, (strength.id,), "Omar"))
    assert upheld_claims(ledger, judgements(ledger), current) == [strength]
    ledger.judge(Judgement(Verdict.REJECT, (strength.id,), "Omar"))
    assert upheld_claims(ledger, judgements(ledger), current) == []


def test_a_claim_moved_to_an_operation_is_found_from_there(ledger: Ledger, page: Document) -> None:
    ledger.append([entry_of(page)])
    strength = claims_of(page)[0]
    made = ledger.judge(Judgement(Verdict.CORRECT, (strength.id,), "Ines", "", {"operation": "undof"}))
    assert judgements(ledger, operation="undof") == [made]
    assert upheld_claims(ledger, [made], []) == [strength]
