from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from muster import pipeline
from muster.errors import GazetteerError, LedgerError, UnknownDocument
from muster.ledger import Added, Ledger, cards, cautions, claims, open_ledger, open_reader
from muster.model.claim import Claim
from muster.model.document import Document
from muster.model.when import Resolution, When
from muster.pipeline import Extracted, Publication, Refused, add_files, extract_files, find_files, redate

SENTENCE = "Norland has 40 soldiers in NORFOR as of yesterday."
DAY = "2023-06-05"


pytestmark = pytest.mark.usefixtures("no_language_work")


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'ledger.db'}"


@pytest.fixture
def ledger(url: str) -> Iterator[Ledger]:
    with open_ledger(url) as opened:
        yield opened


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.txt"
    file.write_text(SENTENCE, encoding="utf-8")
    return file


def add(ledger: Ledger, paths: Sequence[Path], said: Publication = pipeline.UNKNOWN) -> list[Added | Refused]:
    return list(add_files(ledger, find_files(paths), said))


def contents(url: str) -> tuple[object, ...]:
    with open_reader(url) as reader:
        return cards(reader), claims(reader), cautions(reader)


def test_one_bad_document_never_stops_a_run(tmp_path: Path, page: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\x00\x01\x02")
    broken = tmp_path / "broken.txt"
    broken.write_text("A sentence with a fault in it.", encoding="utf-8")
    outcomes = list(extract_files([tmp_path / "missing", bad, broken, page]))
    assert [type(outcome) for outcome in outcomes] == [Refused, Refused, Refused, Extracted]
    reasons = [outcome.reason for outcome in outcomes if isinstance(outcome, Refused)]
    assert "missing: no such file" in reasons[0]
    assert "a fault of Muster's own, not of the file (ZeroDivisionError: seven by zero)" in reasons[2]


def test_a_line_without_end_is_refused_at_once(page: Path) -> None:
    page.write_text("40 soldiers of KFOR and " * 2_000_000, encoding="utf-8")
    (refused,) = extract_files([page])
    assert isinstance(refused, Refused)
    assert "bytes is no prose" in refused.reason


@pytest.mark.parametrize("ours", [ImportError("no module"), GazetteerError("countries.csv: line 3")])
def test_a_broken_installation_ends_the_run(monkeypatch: pytest.MonkeyPatch, page: Path, ours: Exception) -> None:
    def broken(_: Document) -> tuple[Claim, ...]:
        raise ours

    monkeypatch.setattr(pipeline, "extract_document", broken)
    with pytest.raises(type(ours)):
        list(extract_files([page]))


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: Path) -> None:
    def forbidden(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    (refused,) = extract_files([page])
    assert isinstance(refused, Refused)
    assert refused.reason.endswith("page.txt: cannot be read (Permission denied); check the file and its permissions.")


@pytest.mark.parametrize(
    ("text", "sidecar", "day"),
    [
        (SENTENCE, None, "2023-06-09"),
        (SENTENCE, '{"published": "2023-06-01", "claims": []}', "2023-06-01"),
        (f"Published: 2 June 2023\n\n{SENTENCE}", None, "2023-06-02"),
        (f"Published: 2 June 2023\n\n{SENTENCE}", '{"published": "2023-06-01"}', "2023-06-01"),
    ],
)
def test_the_sidecar_dates_a_page_before_the_page_and_the_page_before_the_user(
    page: Path, text: str, sidecar: str | None, day: str
) -> None:
    page.write_text(text, encoding="utf-8")
    if sidecar:
        page.with_suffix(".json").write_text(sidecar, encoding="utf-8")
    (extracted,) = extract_files([page], Publication("2023-06-09"))
    assert isinstance(extracted, Extracted)
    assert extracted.document.published == day


def test_what_nobody_dates_stays_undated(page: Path) -> None:
    (extracted,) = extract_files([page])
    assert isinstance(extracted, Extracted)
    assert extracted.document.published is None


def test_adding_twice_changes_nothing(ledger: Ledger, url: str, page: Path) -> None:
    first = add(ledger, [page])
    before = contents(url)
    second = add(ledger, [page])
    assert [(one.new_document, one.new_claims) for one in first if isinstance(one, Added)] == [(True, 1)]
    assert [(one.new_document, one.new_claims) for one in second if isinstance(one, Added)] == [(False, 0)]
    assert contents(url) == before


def test_the_order_of_a_batch_does_not_change_what_is_kept(tmp_path: Path) -> None:
    pages = []
    for number in range(4):
        pages.append(tmp_path / f"page{number}.txt")
        pages[-1].write_text(f"{SENTENCE} {number}", encoding="utf-8")
    kept = []
    for order in (pages, pages[::-1]):
        with open_ledger(f"sqlite:///{tmp_path / order[0].stem}.db") as ledger:
            add(ledger, order)
            kept.append({claim.id for claim in claims(ledger)})
    assert kept[0] == kept[1]
    assert len(kept[0]) == 4


def test_what_is_refused_is_kept_as_a_warning(ledger: Ledger, url: str, tmp_path: Path, page: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    refused, added = add(ledger, [empty, page])
    assert isinstance(refused, Refused)
    assert isinstance(added, Added)
    with open_reader(url) as reader:
        (caution,) = cautions(reader)
    assert (caution.path, caution.stage, caution.message) == (str(empty), "add", refused.reason)


def test_a_ledger_that_fails_ends_the_run(ledger: Ledger, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise LedgerError("the ledger has no room left on its disk")

    monkeypatch.setattr(Ledger, "append", full)
    with pytest.raises(LedgerError, match="no room left"):
        add(ledger, [page])


def test_a_date_given_later_resolves_what_was_relative(ledger: Ledger, url: str, page: Path) -> None:
    add(ledger, [page])
    dated = redate(ledger, "page", DAY, "Ada")
    with open_reader(url) as reader:
        (claim,) = claims(reader)
        (card,) = cards(reader)
    assert dated.new_dating
    assert claim.when == When(DAY, "yesterday", Resolution.RELATIVE)
    assert card.dating is not None
    assert (card.dating.day, card.dating.how, card.dating.author) == (DAY, "person", "Ada")


def test_a_date_a_person_gave_outlives_another_reading_of_the_file(ledger: Ledger, url: str, page: Path) -> None:
    add(ledger, [page], Publication("2023-06-09"))
    redate(ledger, "page", DAY, "Ada")
    add(ledger, [page], Publication("2023-06-09"))
    with open_reader(url) as reader:
        assert cards(reader)[0].published == DAY


def test_a_document_that_is_not_there_cannot_be_dated(ledger: Ledger) -> None:
    with pytest.raises(UnknownDocument, match="no document “page”"):
        redate(ledger, "page", DAY, "Ada")
