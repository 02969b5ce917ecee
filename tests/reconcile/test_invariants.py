"""What must hold of any record, whatever was reported."""

from collections.abc import Iterator
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from muster.model.claim import (
    Casualty,
    Command,
    Contingent,
    Fact,
    Incident,
    Mandate,
    Movement,
    Posture,
    Statement,
    Status,
    Strength,
)
from muster.model.count import Count, Rel
from muster.model.judgement import Judgement, Verdict, Withdrawal
from muster.model.record import Attested, Record, Report
from muster.reconcile import record
from reconcile.sample_reports import report

DAYS = [(date(2024, 1, 1) + timedelta(days=9 * n)).isoformat() for n in range(12)]
LAST = "2024-12-31"

countries = st.sampled_from(["IE", "GH", "FI"])
counts = st.builds(Count, best=st.integers(1, 40), rel=st.sampled_from([Rel.EXACT, Rel.ABOUT, Rel.MORE_THAN]))
statuses = st.sampled_from([Status.ACTUAL, Status.ACTUAL, Status.PLANNED, Status.POSSIBLE])
facts: st.SearchStrategy[Fact] = st.one_of(
    st.builds(Strength, count=counts),
    st.builds(Contingent, country=countries, count=counts, rank=st.sampled_from([None, 1, 2])),
    st.builds(
        Command,
        holder=st.sampled_from(["Ann Able", "Bo Best", "Cy Case"]),
        act=st.sampled_from(["takes", "holds", "hands-over", "named"]),
        predecessor=st.sampled_from([None, "Ann Able"]),
    ),
    st.builds(
        Movement,
        actor=countries,
        act=st.sampled_from(["deploy", "reinforce", "withdraw"]),
        count=st.none() | counts,
        stage=st.sampled_from([None, "announced", "completed"]),
    ),
    st.builds(Posture, actor=countries, activity=st.sampled_from(["patrol", "alert"])),
    st.builds(Incident, type=st.sampled_from(["clash", "attack", "explosion"])),
    st.builds(
        Casualty,
        outcome=st.sampled_from(["killed", "wounded"]),
        group=st.sampled_from(["peacekeepers", "IE", "civilians"]),
        count=counts,
    ),
    st.builds(Mandate, act=st.sampled_from(["established", "extended", "tasked"])),
    st.builds(Statement, speaker=countries, act=st.just("urges")),
)


@st.composite
def several_reports(draw: st.DrawFn) -> list[Report]:
    """Up to a dozen reports on up to five pages, dated or not."""
    published = {page: draw(st.none() | st.sampled_from(DAYS)) for page in "abcde"}
    made = []
    for n in range(draw(st.integers(1, 12))):
        page = draw(st.sampled_from("abcde"))
        when, place = draw(st.none() | st.sampled_from(DAYS)), draw(st.sampled_from([None, "Tyre", "Naqoura"]))
        made.append(report(draw(facts), page, published[page], when, draw(statuses), place, at=20 * n))
    return made


def attested(value: object) -> Iterator[Attested]:
    """Everything attested within a part of a record, however deep."""
    if isinstance(value, Attested):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from attested(part)


def claims(made: Record) -> set[str]:
    return {report.claim.id for said in attested(tuple(made)) for report in said.reports}


@given(several_reports(), st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_order_of_arrival_does_not_matter(reports: list[Report], random: st.DataObject) -> None:
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert record(shuffled, "unifil", LAST) == record(reports, "unifil", LAST)


@given(several_reports())
@settings(max_examples=60, deadline=None)
def test_the_same_report_twice_changes_nothing(reports: list[Report]) -> None:
    assert record([*reports, *reports], "unifil", LAST) == record(reports, "unifil", LAST)


@given(several_reports(), st.sampled_from(DAYS), st.sampled_from(DAYS))
@settings(max_examples=60, deadline=None)
def test_a_later_day_never_forgets_a_report(reports: list[Report], one: str, other: str) -> None:
    earlier, later = sorted((one, other))
    assert claims(record(reports, "unifil", LAST, earlier)) <= claims(record(reports, "unifil", LAST, later))


@given(several_reports(), st.data())
@settings(max_examples=60, deadline=None)
def test_a_rejected_claim_leaves_no_trace(reports: list[Report], data: st.DataObject) -> None:
    rejected = data.draw(st.sampled_from(reports)).claim.id
    judgement = Judgement(Verdict.REJECT, (rejected,), "Ines", number=1)
    without = [one for one in reports if one.claim.id != rejected]
    assert record(reports, "unifil", LAST, judgements=[judgement]) == record(without, "unifil", LAST)


@st.composite
def judged_reports(draw: st.DrawFn) -> tuple[list[Report], list[Judgement]]:
    """Reports, and up to four decisions about them."""
    reports = draw(several_reports())
    ids = [one.claim.id for one in reports]
    made: list[Judgement] = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        verdict = draw(st.sampled_from(Verdict))
        several = verdict in (Verdict.SAME, Verdict.DIFFERENT)
        about = (draw(st.sampled_from(ids)), *([draw(st.sampled_from(ids))] if several else []))
        correction = {"place": draw(st.sampled_from(["Tyre", "Naqoura"]))} if verdict is Verdict.CORRECT else {}
        made.append(Judgement(verdict, about, "Ines", correction=correction, number=number))
    return reports, made


@given(judged_reports(), st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_order_of_arrival_does_not_matter_to_what_people_decided(
    told: tuple[list[Report], list[Judgement]], random: st.DataObject
) -> None:
    reports, made = told
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert record(shuffled, "unifil", LAST, judgements=made) == record(reports, "unifil", LAST, judgements=made)


@given(judged_reports())
@settings(max_examples=60, deadline=None)
def test_what_is_undone_leaves_no_trace(told: tuple[list[Report], list[Judgement]]) -> None:
    reports, made = told
    undone = [one._replace(withdrawn=Withdrawal("Ines")) for one in made]
    assert record(reports, "unifil", LAST, judgements=undone) == record(reports, "unifil", LAST)


@given(judged_reports())
@settings(max_examples=60, deadline=None)
def test_what_the_record_shows_stands_in_the_ledger_whatever_was_corrected(
    told: tuple[list[Report], list[Judgement]],
) -> None:
    reports, made = told
    assert claims(record(reports, "unifil", LAST, judgements=made)) <= {one.claim.id for one in reports}


@given(several_reports())
@settings(max_examples=60, deadline=None)
def test_every_value_rests_on_claims_that_were_made(reports: list[Report]) -> None:
    made = record(reports, "unifil", LAST)
    assert claims(made) <= {one.claim.id for one in reports}
    assert all(said.claims for said in attested(tuple(made)))
    parts = (*made.accounts, *made.contradictions)
    assert all(part.claims for part in parts)


@given(several_reports())
@settings(max_examples=30, deadline=None)
def test_nothing_reported_is_lost(reports: list[Report]) -> None:
    """On a day after all of them every report stands somewhere in the record."""
    assert claims(record(reports, "unifil", "2099-01-01")) == {one.claim.id for one in reports}
