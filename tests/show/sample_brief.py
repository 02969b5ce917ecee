"""A brief of an invented state of affairs."""

from muster.model.brief import Brief, Names
from muster.model.card import Card, Dating
from muster.model.claim import (
    Casualty,
    Claim,
    Command,
    Contingent,
    Fact,
    Incident,
    Mandate,
    Movement,
    Posture,
    Relation,
    Statement,
    Status,
    Strength,
)
from muster.model.count import Count, Rel
from muster.model.record import Report
from muster.model.span import Span
from muster.model.when import Resolution, When
from muster.reconcile import record

NAMES = Names(
    operations={"unifil": "United Nations Interim Force in Lebanon"},
    countries={"GH": "Ghana", "IE": "Ireland", "NP": "Nepal"},
    organisations={"un": "United Nations"},
    acronyms={"unifil": "UNIFIL"},
)
DATED = Card("d" * 64, ("dated",), "2024-05-01T00:00:00Z", "Example Wire", dating=Dating("2024-03-20", "page"))
UNDATED = Card("u" * 64, ("undated",), "2024-05-01T00:00:00Z", "Example Post")
ACTUAL = Status.ACTUAL


def report(fact: Fact, card: Card = DATED, when: str | None = None, status: Status = ACTUAL, **more: str) -> Report:
    time = When(when, "", Resolution.EXPLICIT) if when else None
    spans = (Span(0, 3, "The"),)
    return Report(
        Claim(document=card.document, fact=fact, spans=spans, operation="unifil", status=status, when=time, **more),
        card,
    )


REPORTS = (
    report(Command(holder="Ana Pale", country="IE", act="takes", predecessor="Ben Roe"), when="2024-02-01"),
    report(Strength(count=Count(best=9500, rel=Rel.MORE_THAN), nations=48), source="un"),
    report(Strength(count=Count(best=9800), component="troops"), UNDATED),
    report(Strength(count=Count(best=15000), component="troops"), status=Status.AUTHORISED),
    report(Contingent(country="GH", count=Count(best=870, rel=Rel.ABOUT), component="troops", rank=2)),
    report(Contingent(country="GH", count=Count(best=850)), when="2023-11"),
    report(Contingent(country="NP", count=Count(low=300, high=400)), status=Status.PLANNED),
    report(Movement(actor="IE", act="deploy", count=Count(best=340), unit="The 1st Battalion", destination="Tyre")),
    report(Posture(actor="unifil", activity="patrol", change="more", reason="shelling"), place="Naqoura"),
    report(Incident(type="shelling", means="mortars"), when="2024-03-17", place="Naqoura"),
    report(Casualty(outcome="wounded", group="peacekeepers", count=Count(best=3), means="mortars"), when="2024-03-17"),
    report(Casualty(outcome="wounded", group="GH", count=Count(best=2)), when="2024-03-17"),
    report(Mandate(act="extended", basis="UNSCR 2695"), when="../2024-08-31"),
    report(Mandate(act="tasked", task="monitor the withdrawal")),
    report(Statement(speaker="IE", act="condemns", addressee=("GH", "un"))),
    report(Relation(relation="recognises", subject="GH", object=("NP",)), status=Status.DENIED),
)


def sample_brief(on: str = "2024-05-01") -> Brief:
    made = record(REPORTS, "unifil", on)
    return Brief(made, NAMES, (DATED, UNDATED))
