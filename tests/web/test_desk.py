"""The review desk and the claim's page, without a browser: plain forms do everything."""

import re
from collections.abc import Callable

import pytest

from muster.ledger import open_reader
from muster.model.claim import Contingent
from muster.model.judgement import Verdict
from muster.model.user import Role
from muster.query import brief, judgements
from web.visit import PASSWORD, Visit

Opened = Callable[..., Visit]


def up(answer: object) -> str:
    """The claim that the desk asks about."""
    return str(answer.text).partition('action="/claims/')[2][:16]  # type: ignore[attr-defined]


def norwegians(database: str) -> list[int | None]:
    """Norway's figures in the record, the state first."""
    with open_reader(database) as reader:
        (series,) = brief(reader, "kfor", "2023-06-02").record.contingents
    counts = [point.claim.fact for point in series.points]
    return [fact.count.best for fact in counts if isinstance(fact, Contingent) and fact.count]


def test_what_the_contingent_rests_on_comes_up_first_and_says_why(visit: Opened) -> None:
    shown = visit().get("/review").text
    assert "moves a published figure" in shown
    assert "a contingent rests on it alone" in shown
    assert "only one of the two readers found it" in shown
    assert re.search(r"<mark>\d+ soldiers</mark>", shown)


def test_a_decision_is_entered_at_once_and_the_next_claim_comes_up(visit: Opened, database: str) -> None:
    desk = visit()
    first = up(desk.get("/review"))
    after = desk.post(f"/claims/{first}/judgements", verdict="accept", reason="  read \n twice ", back="/review")
    assert up(after) not in ("", first)
    assert "Your last decision" in after.text
    with open_reader(database) as reader:
        (made,) = judgements(reader)
    assert made.verdict is Verdict.ACCEPT
    assert (made.author, made.reason) == ("Inés", "read twice")
    assert made.subjects[0].startswith(first)


def test_correcting_changes_the_record_and_undoing_brings_it_back(visit: Opened, database: str) -> None:
    desk, before = visit(), norwegians(database)
    claim = up(desk.get("/review"))
    form = desk.get(f"/claims/{claim}").text
    was = re.search(r'name="was-count" value="(\d+)"', form)
    assert was
    desk.post(f"/claims/{claim}/judgements", **{"verdict": "correct", "was-count": was[1], "slot-count": "about 45"})
    assert 45 in norwegians(database)
    assert int(was[1]) not in norwegians(database)
    shown = desk.get(f"/claims/{claim}").text
    assert "count=about 45" in shown
    desk.post("/judgements/1/withdrawal", back="/review")
    assert norwegians(database) == before
    assert "taken back by Inés" in desk.get(f"/claims/{claim}").text


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"verdict": "correct", "was-count": "40", "slot-count": "40"}, "Nothing was changed"),
        ({"verdict": "correct", "was-count": "40", "slot-count": "many"}, "is no count"),
        ({"verdict": "correct", "was-when": "", "slot-when": "yesterday"}, "is no time"),
        ({"verdict": "correct", "slot-holder": "somebody"}, "has no slot holder"),
        ({"verdict": "perhaps"}, "Choose what you decide"),
        ({}, "Choose what you decide"),
        ({"verdict": "same"}, "two or more"),
    ],
)
def test_what_cannot_be_decided_is_said_and_nothing_is_entered(
    visit: Opened, database: str, fields: dict[str, str], sentence: str
) -> None:
    desk = visit()
    claim = up(desk.get("/review"))
    answer = desk.post(f"/claims/{claim}/judgements", **fields)
    assert answer.status_code == 400
    assert sentence in answer.text
    with open_reader(database) as reader:
        assert judgements(reader) == []


def test_two_claims_are_told_apart_or_joined(visit: Opened, database: str) -> None:
    desk = visit()
    shown = desk.get("/review")
    other = re.search(r'name="other" id="other-1" value="(\w{64})"', shown.text)
    assert other
    desk.post(f"/claims/{up(shown)}/judgements", verdict="different", other=other[1])
    with open_reader(database) as reader:
        (made,) = judgements(reader)
    assert made.verdict is Verdict.DIFFERENT
    assert made.subjects[1] == other[1]
    assert other[1] not in desk.get("/review").text


def test_a_second_reader_sees_what_others_judged_but_not_how(visit: Opened) -> None:
    first = visit(Role.REVIEW, Role.ADMIN)
    first.sign_in("review")
    claim = up(first.get("/review"))
    first.post(f"/claims/{claim}/judgements", verdict="reject", reason="a typing error")
    assert up(first.get("/review?second=1")) == ""
    first.sign_in("admin")
    assert up(first.get("/review")) != claim
    shown = first.get("/review?second=1")
    assert up(shown) == claim
    assert "a typing error" not in shown.text
    assert "rejected" not in shown.text


def test_agreement_is_told_once_two_have_judged_the_same(visit: Opened) -> None:
    desk = visit(Role.REVIEW, Role.ADMIN)
    claims = re.findall(r'"c-(\w{16})"', "")
    desk.sign_in("review")
    assert "Nothing has been decided by two people yet" in desk.get("/review/agreement").text
    for name, verdicts in (("review", ("accept", "accept")), ("admin", ("accept", "reject"))):
        desk.sign_in(name, PASSWORD)
        for verdict in verdicts:
            second = name == "admin"
            claims.append(up(desk.get(f"/review?second={int(second)}")))
            desk.post(f"/claims/{claims[-1]}/judgements", verdict=verdict)
    shown = desk.get("/review/agreement").text
    assert claims[:2] == claims[2:]
    assert "50 %" in shown
    assert ">0.00<" in shown  # One of two: what chance would give.
    assert "admin: <strong>reject</strong>" in shown


def test_leaving_a_claim_for_later_brings_up_the_next(visit: Opened) -> None:
    desk = visit()
    first, later = up(desk.get("/review")), up(desk.get("/review?at=1"))
    assert first != later
    assert up(desk.get("/review?at=99")) == later


def test_when_all_is_done_the_desk_says_what_to_do_next(visit: Opened) -> None:
    desk = visit()
    for _ in range(2):
        desk.post(f"/claims/{up(desk.get('/review'))}/judgements", verdict="accept")
    shown = desk.get("/review").text
    assert "has been looked at" in shown
    assert "add a document" in shown
