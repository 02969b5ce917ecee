"""What is kept of records, and for how long."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster import pipeline
from muster.ledger import open_ledger
from muster.pipeline import Page
from muster.read import Sidecar
from muster.web.records import Kept
from muster.web.views.operation import moved
from web.visit import Visit

VIEW = "/operations/kfor?on=2023-06-10"


def test_a_view_is_computed_once_until_the_ledger_grows(
    visit: object, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from muster import query

    asked: list[str] = []
    brief = query.brief

    def counted(reader: object, operation: str, *more: object) -> object:
        asked.append(operation)
        return brief(reader, operation, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(query, "brief", counted)
    visitor: Visit = visit()  # type: ignore[operator]
    before = visitor.get(VIEW).text
    assert visitor.get(VIEW).text == before
    assert asked == ["kfor"]
    with open_ledger(database) as ledger:
        facts = Sidecar("2023-06-05", "Example Wire", "More of them", "https://example.org/more")
        pipeline.add_page(ledger, Page("more", b"Now 55 soldiers are there.", facts))
    after = visitor.get(VIEW).text
    assert asked == ["kfor", "kfor"]
    assert "55" in after
    assert "55 personnel" not in before


def test_only_the_newest_are_kept() -> None:
    kept: Kept[int] = Kept(2)
    made: list[int] = []

    def make(number: int) -> int:
        made.append(number)
        return number

    for number in (1, 2, 1, 3, 1, 2):
        assert kept.get(number, lambda number=number: make(number)) == number  # type: ignore[misc]
    assert made == [1, 2, 3, 2]


def test_several_may_ask_at_once() -> None:
    kept: Kept[int] = Kept(4)
    found: list[int] = []

    def ask() -> None:
        found.extend(kept.get(number % 6, lambda number=number: number % 6) for number in range(200))  # type: ignore[misc]

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found.count(3) == 4 * sum(number % 6 == 3 for number in range(200))


@given(st.dates().map(str), st.sampled_from([-1, 1]))
def test_a_month_on_is_the_month_beside(day: str, months: int) -> None:
    other = moved(day, months)
    between = (int(other[:4]) - int(day[:4])) * 12 + int(other[5:7]) - int(day[5:7])
    assert between == months or other == day
    assert other[8:] <= day[8:]
