"""`muster incidents`, `muster chain` and `muster timeline`: what happened, who came, and when."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from command_line import Muster
from muster import pipeline
from muster.model.claim import Casualty, Claim, Fact, Incident, Movement, Posture, Status
from muster.model.count import Count
from muster.model.document import Document
from muster.model.span import Span
from muster.model.when import Resolution, When

CLASH_DAY = "2023-05-29"


def told_by(document: Document) -> tuple[Claim, ...]:
    """A stand-in for the language work: what a page tells by the words it has."""
    found = [
        ("riot", Incident(type="clash"), {"when": CLASH_DAY, "place": "Zvecan"}),
        ("30 were hurt", _hurt(30), {"when": CLASH_DAY}),
        ("41 were hurt", _hurt(41), {"when": CLASH_DAY, "place": "Zvečan"}),
        ("will send 500", _sends("announced"), {"status": Status.PLANNED}),
        ("500 came", _sends("completed"), {"when": "2023-06-04"}),
        ("patrols", Posture(actor="kfor", activity="patrol", change="more", reason="the riot in Zvecan"), {}),
    ]
    return tuple(_claim(document, words, fact, **more) for words, fact, more in found if words in document.text)


def _hurt(number: int) -> Casualty:
    return Casualty(outcome="wounded", group="peacekeepers", count=Count(best=number))


def _sends(stage: str) -> Movement:
    return Movement(actor="TR", act="deploy", count=Count(best=500), stage=stage)


def _claim(document: Document, words: str, fact: Fact, when: str | None = None, **more: Any) -> Claim:
    start = document.text.index(words)
    span = Span(start, start + len(words), words)
    time = When(when, when, Resolution.EXPLICIT) if when else None
    return Claim(document=document.id, fact=fact, spans=(span,), operation="kfor", when=time, **more)


@pytest.fixture(autouse=True)
def pages(muster: Muster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "extract_document", told_by)
    for name, words, day in (
        ("first", "In the riot 30 were hurt.", "2023-05-30"),
        ("second", "KFOR says that 41 were hurt. It has more patrols.", "2023-06-02"),
        ("third", "Ankara will send 500.", "2023-06-01"),
        ("fourth", "The 500 came.", "2023-06-05"),
    ):
        page = tmp_path / f"{name}.txt"
        page.write_text(words, encoding="utf-8")
        muster("add", page, "--published", day)


def test_incidents_are_told_once_with_the_counts_as_they_rose(muster: Muster) -> None:
    told = " ".join(muster("incidents", "kfor").out.split())
    assert "29 May 2023 clash: Zvečan" in told
    assert "peacekeepers, wounded 41 30–41 told 30 30 May 2023" in told
    assert "then KFOR: patrol increased" in told
    assert "announced after 3 days at most, arrived after 6 days (followed; no source ties the two)" in told


def test_incidents_as_known_on_a_day_know_nothing_later(muster: Muster) -> None:
    (event,) = map(json.loads, muster("incidents", "kfor", "--known-by", "2023-05-31", "--json").out.splitlines())
    assert [(toll["low"], toll["best"], toll["high"]) for toll in event["tolls"]] == [(30, 30, 30)]


def test_chains_show_stages_and_the_days_between(muster: Muster) -> None:
    told = " ".join(muster("chain", "kfor").out.split())
    assert "Türkiye comes planned 500; arrived 500; as many as planned" in told
    assert "arrived 4 Jun 2023 3 days or more" in told


def test_a_timeline_keeps_to_the_days_asked_for(muster: Muster) -> None:
    moments = [json.loads(line) for line in muster("timeline", "kfor", "--json").out.splitlines()]
    assert [moment["section"] for moment in moments] == ["incident", "movement", "posture", "movement"]
    kept = muster("timeline", "kfor", "--since", "2023-06-03").out
    assert "4 Jun 2023" in kept
    assert "29 May 2023" not in kept


@pytest.mark.parametrize("command", ["incidents", "chain", "timeline"])
def test_spreadsheets_get_rows_under_a_head(muster: Muster, command: str) -> None:
    head, *rows = csv.reader(io.StringIO(muster(command, "kfor", "--csv").out))
    assert rows
    assert {"earliest", "latest", "claim"} <= set(head)
    assert all(len(row) == len(head) for row in rows)


@pytest.mark.parametrize("command", ["incidents", "chain", "timeline"])
def test_what_cannot_be_asked_is_said_in_a_sentence(muster: Muster, command: str) -> None:
    assert "--tier good: there is none of that name" in muster(command, "kfor", "--tier", "good").err
    assert "“june” is no day" in muster(command, "kfor", "--on", "june").err
