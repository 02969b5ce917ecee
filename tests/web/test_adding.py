"""Adding documents: taken at once, read in a thread, refused with a reason."""

import re
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from muster import pipeline
from muster.errors import MusterError
from muster.ledger import open_reader
from muster.pipeline import Page, Publication
from muster.query import documents
from muster.web import Site, adding
from muster.web.adding import Adder, State
from web.visit import Visit

Opened = Callable[..., Visit]


def finished(visitor: Visit, path: str) -> str:
    """The page of a batch, once everything in it is done."""
    for _ in range(200):
        shown = str(visitor.get(path).text)
        if "data-busy" not in shown:
            return " ".join(re.sub(r"<[^>]*>", " ", shown).split())
        time.sleep(0.02)
    raise AssertionError(shown)


def test_a_pasted_page_is_read_and_its_claims_are_found(visit: Opened, database: str) -> None:
    own = visit()
    own.get("/add")
    answer = own.post("/add/text", title="Fresh troops", publisher="Wire", day="2023-07-01", text="60 soldiers came.")
    assert answer.url.path == "/add/1"
    assert "Done: 1 read, 0 refused" in finished(own, "/add/1")
    with open_reader(database) as reader:
        card = documents(reader)[-1]
    assert (card.title, card.publisher, card.published, card.claims) == ("Fresh troops", "Wire", "2023-07-01", 1)
    assert card.dating
    assert (card.dating.how, card.dating.author) == ("person", "Inés")


def test_of_several_files_the_bad_ones_are_refused_with_the_reason(visit: Opened) -> None:
    own = visit()
    own.get("/add")
    sent = [
        ("files", ("../../release.txt", b"70 soldiers came.")),
        ("files", ("picture.png", b"\x89PNG")),
        ("files", ("dump.txt", b"\x00\x01")),
        ("files", ("broken.txt", b"a fault")),
    ]
    own.post("/add/files", files=sent)
    shown = finished(own, "/add/1")
    assert "Done: 1 read, 3 refused" in shown
    assert "release added 1" in shown
    assert "picture.png refused Muster reads files ending in .txt" in shown
    assert "dump refused" in shown
    assert "a fault of Muster's own" in shown.replace("&#39;", "'")
    assert "dump" in own.get("/add").text


def test_the_same_page_twice_is_known_already(visit: Opened) -> None:
    own = visit()
    own.get("/add")
    for number in (1, 2):
        own.post("/add/text", text="60 soldiers came.")
        shown = finished(own, f"/add/{number}")
    assert "known already" in shown


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"text": "  \n "}, "There is no text"),
        ({"text": "60 soldiers came.", "day": "2023-02-30"}, "is no day"),
    ],
)
def test_what_cannot_be_added_is_said_and_what_was_typed_is_kept(
    visit: Opened, fields: dict[str, str], sentence: str
) -> None:
    own = visit()
    own.get("/add")
    answer = own.post("/add/text", title="Kept", **fields)
    assert answer.status_code == 400
    assert sentence in answer.text
    assert 'value="Kept"' in answer.text


def test_pages_answer_while_a_document_is_read(visit: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()
    real = pipeline.add_page

    def slow(*given: Any) -> Any:
        go_on.wait(10)
        return real(*given)

    monkeypatch.setattr(pipeline, "add_page", slow)
    own = visit()
    own.get("/add")
    shown = own.post("/add/text", text="60 soldiers came.").text
    assert "0 of 1 done" in shown
    assert own.get("/documents").status_code == 200
    go_on.set()
    assert "Done: 1 read" in finished(own, "/add/1")


def test_a_file_that_is_too_large_is_refused_at_the_door(visit: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    from muster.web.pages import add

    monkeypatch.setattr(add, "LARGEST_FILE", 10)
    own = visit()
    own.get("/add")
    own.post("/add/files", files=[("files", ("long.txt", b"70 soldiers came, and more."))])
    assert "use muster add" in finished(own, "/add/1")


def test_where_too_much_waits_nothing_more_is_taken(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "MOST_WAITING", 10)
    adder = Adder(Site(database, "Inés", "s" * 40))
    with pytest.raises(MusterError, match="Too much"):
        adder.take([Page("long", b"70 soldiers came.")], [], Publication(), "Inés")


def test_a_ledger_that_cannot_be_written_is_said_and_does_not_stop_the_thread(tmp_path: Any) -> None:
    adder = Adder(Site(f"sqlite:///{tmp_path}", "Inés", "s" * 40))
    batch = adder.take([Page("one", b"70 soldiers."), Page("two", b"71 soldiers.")], [], Publication(), "Inés")
    for _ in range(500):
        if (now := adder.batch(batch.number)) and now.is_done:
            break
        time.sleep(0.02)
    assert now
    assert [item.state for item in now.items] == [State.REFUSED, State.REFUSED]
    assert "no ledger" in now.items[1].reason
