"""Questions to a ledger."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from muster import query
from muster.errors import BadDate, UnknownClaim, UnknownDocument, UnknownOperation
from muster.ledger import Entry, Reader, Reading, open_ledger, open_reader
from muster.model.card import Caution, Dating
from muster.model.claim import Claim, Contingent, Movement, Relation, Status, Strength, Tier
from muster.model.count import Count, Rel
from muster.model.document import Document
from muster.model.judgement import Judgement, Verdict
from muster.model.span import Span
from muster.model.when import Resolution, When
from muster.show.claims import claims_table
from muster.show.tables import documents_table, operations_table, warnings_table
from muster.show.why import why_text

TEXT = "UNIFIL has more than 9,000 troops. Some 850 are from Ghana, the ministry said. Ireland will send 340 in May."
LATER = "UNIFIL now has 9,500 troops."


def claim(document: Document, fact: object, words: str, **more: object) -> Claim:
    start = document.text.index(words)
    span = Span.of(document.text, start, start + len(words))
    return Claim(document=document.id, fact=fact, spans=(span,), rule="sample", **{"operation": "unifil", **more})  # type: ignore[arg-type]


def entry(document: Document, *claims: Claim) -> Entry:
    dating = Dating(document.published, "page") if document.published else None
    return Entry(document, b"", dating, Reading("1", document.published, claims))


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    first = Document("wire/first", TEXT, (), "2024-03-01", "Example Wire", "A page")
    later = Document("later", LATER)
    strength = Strength(count=Count(best=9000, rel=Rel.MORE_THAN), component="troops")
    may = When("2024-05", "in May", Resolution.RELATIVE)
    url = f"sqlite:///{tmp_path / 'ledger.db'}"
    with open_ledger(url, lambda: datetime(2024, 6, 1, tzinfo=UTC)) as ledger:
        ledger.append(
            [
                entry(
                    first,
                    claim(first, strength, "more than 9,000 troops", tier=Tier.CONFIRMED),
                    claim(
                        first, Contingent(country="GH", count=Count(best=850)), "850 are from Ghana", source="ministry"
                    ),
                    claim(
                        first,
                        Movement(actor="IE", act="deploy"),
                        "Ireland will send 340",
                        status=Status.PLANNED,
                        when=may,
                    ),
                    claim(first, Relation(relation="dialogue", subject="IE"), "Ireland", operation=None),
                ),
                entry(later, claim(later, Strength(count=Count(best=9500), component="troops"), "9,500 troops")),
            ]
        )
        ledger.warn([Caution("scan.pdf", "read", "no text")])
    with open_reader(url) as opened:
        yield opened


def test_a_brief_has_the_record_names_and_documents(reader: Reader) -> None:
    brief = query.brief(reader, "UNIFIL", on="2024-07-01")
    assert brief.title == "United Nations Interim Force in Lebanon"
    assert brief.names.of("GH") == "Ghana"
    assert len(brief.cards) == 2
    assert [len(point.reports) for point in brief.record.strength[0].points] == [1, 1]
    assert len(brief.record.relations) == 1


def test_a_brief_of_an_earlier_day_knows_less(reader: Reader) -> None:
    brief = query.brief(reader, "unifil", on="2024-07-01", known_by="2024-05-01")
    assert [card.names for card in brief.cards] == [("wire/first",)]
    assert len(brief.record.strength[0].points) == 1
    assert query.brief(reader, "unifil", on="2024-02-01").record.strength == ()


def test_a_brief_can_rest_on_confirmed_claims_alone(reader: Reader) -> None:
    record = query.brief(reader, "unifil", on="2024-07-01", tier=Tier.CONFIRMED).record
    assert [series.latest.claim.tier for series in record.strength] == [Tier.CONFIRMED]
    assert (record.contingents, record.movements, record.relations) == ((), (), ())


def test_an_operation_never_spoken_of_has_an_empty_brief(reader: Reader) -> None:
    brief = query.brief(reader, "kfor", on="2024-07-01")
    assert (brief.record.strength, brief.cards) == ((), ())


def test_an_unknown_operation_is_named_with_suggestions(reader: Reader) -> None:
    with pytest.raises(UnknownOperation, match=r"no operation “unifl” is known: did you mean .*unifil"):
        query.brief(reader, "unifl")
    with pytest.raises(UnknownOperation, match="muster operations lists"):
        query.brief(reader, "qqqqqqqqqq")


@pytest.mark.parametrize(
    "day", ["2024-02-30", "2024-2-3", "today", "20240203", "2024-02-03T10:00", "２０２４-02-03", ""]
)
def test_a_day_that_does_not_exist_is_refused(reader: Reader, day: str) -> None:
    with pytest.raises(BadDate, match="write YYYY-MM-DD"):
        query.brief(reader, "unifil", on=day)


def test_claims_are_found_by_their_time(reader: Reader) -> None:
    def kinds(**days: str) -> list[str]:
        return [one.claim.kind for one in query.claims(reader, "unifil", **days)]  # type: ignore[arg-type]

    assert kinds() == ["strength", "contingent", "movement", "strength"]
    assert kinds(since="2024-04-01") == ["movement"]
    assert kinds(until="2024-03-31") == ["strength", "contingent"]
    assert kinds(since="2024-05-31", until="2024-06-30") == ["movement"]


def test_claims_are_found_by_kind_status_and_document(reader: Reader) -> None:
    assert [one.claim.kind for one in query.claims(reader, status=Status.PLANNED)] == ["movement"]
    assert [one.claim.kind for one in query.claims(reader, tier=Tier.CONFIRMED)] == ["strength"]
    assert len(query.claims(reader, tier="candidate")) == 4
    assert [one.card.names for one in query.claims(reader, kind="strength", document="later")] == [("later",)]
    with pytest.raises(UnknownDocument, match="no document “nowhere”"):
        query.claims(reader, document="nowhere")


def test_why_shows_the_sentence_with_the_words_marked(reader: Reader) -> None:
    (report,) = query.claims(reader, kind="contingent")
    why = query.why(reader, report.claim.id[:8])
    assert [passage.text for passage in why.passages] == ["Some 850 are from Ghana, the ministry said."]
    text = why_text(why)
    assert "  Some »850 are from Ghana«, the ministry said.\n" in text
    assert "1 Mar 2024, dated by the page itself" in text
    assert "ministry, via Example Wire" in text
    assert "rule sample, extractor 1" in text


def test_why_tells_how_a_time_was_read(reader: Reader) -> None:
    (report,) = query.claims(reader, kind="movement")
    text = why_text(query.why(reader, report.claim.id))
    assert text.startswith("planned movement")
    assert "May 2024, from “in May”, relative to the day of publication" in text


def test_why_of_nothing_is_refused(reader: Reader) -> None:
    with pytest.raises(UnknownClaim, match="too short"):
        query.why(reader, "ab")


def test_operations_documents_and_warnings_are_listed(reader: Reader) -> None:
    (one,) = query.operations(reader)
    assert (one.operation, one.claims, one.documents, one.first, one.last) == (
        "unifil",
        4,
        2,
        "2024-03-01",
        "2024-03-01",
    )
    assert [card.published for card in query.documents(reader)] == ["2024-03-01", None]
    assert [caution.path for caution in query.warnings(reader)] == ["scan.pdf"]


def test_tables_fit_the_terminal(reader: Reader) -> None:
    reports = query.claims(reader)
    names = query.names_of(report.claim for report in reports)
    tables = [
        operations_table(query.operations(reader), 110),
        documents_table(query.documents(reader), 110),
        claims_table(reports, names, 110),
        warnings_table(query.warnings(reader), 110),
    ]
    assert [max(map(len, table.splitlines())) <= 110 for table in tables] == [True] * 4
    assert "more than 9,000 troops" in tables[0]
    assert "planned, Ireland, deploy" in tables[2]
    assert operations_table([]) == "no operations yet: run muster add\n"


def test_the_state_of_a_ledger_changes_with_whatever_is_added_and_with_nothing_else(tmp_path: Path) -> None:
    page = Document("page", LATER, (), "2024-03-01")
    with open_ledger(f"sqlite:///{tmp_path / 'ledger.db'}") as ledger:
        empty = query.ledger_state(ledger)
        ledger.append([entry(page, claim(page, Strength(count=Count(best=9500)), "9,500 troops"))])
        filled = query.ledger_state(ledger)
        ledger.append([entry(page, claim(page, Strength(count=Count(best=9500)), "9,500 troops"))])
        again = query.ledger_state(ledger)
    assert empty != filled
    assert again == filled


def test_operations_are_counted_without_opening_a_claim(reader: Reader) -> None:
    counted = query.operation_counts(reader)
    assert counted[0][:2] == ("unifil", query.operations(reader)[0].name)
    assert counted[0][2] >= query.operations(reader)[0].claims


def test_a_search_finds_operations_claims_and_the_sentence_of_a_document(reader: Reader) -> None:
    found = query.search(reader, "ghana")
    assert [report.claim.slots["country"] for report in found.reports] == ["GH"]
    (card, passage), *_ = found.documents
    assert card.label == "Example Wire"
    assert passage is not None
    assert [passage.text[start:end] for start, end in passage.marks] == ["Ghana"]
    assert [slug for slug, _ in query.search(reader, "interim force lebanon").operations] == ["unifil"]


def test_the_beginning_of_a_claims_id_finds_the_claim(reader: Reader) -> None:
    wanted = query.claims(reader)[0].claim
    assert [report.claim for report in query.search(reader, wanted.id[:12]).reports] == [wanted]


def test_a_search_for_nothing_finds_nothing(reader: Reader) -> None:
    assert query.search(reader, " … ") == query.Found((), (), (), query.names_of([]))


def test_a_rejected_strength_is_the_latest_of_no_operation(tmp_path: Path) -> None:
    page = Document("page", LATER, (), "2024-03-01")
    strength = claim(page, Strength(count=Count(best=9500)), "9,500 troops")
    with open_ledger(f"sqlite:///{tmp_path / 'ledger.db'}") as ledger:
        ledger.append([entry(page, strength)])
        assert query.operations(ledger)[0].strength is not None
        ledger.judge(Judgement(Verdict.REJECT, (strength.id,), "Ines"))
        assert query.operations(ledger)[0].strength is None


def test_who_accepts_a_candidate_makes_it_one_of_the_confirmed(tmp_path: Path) -> None:
    page = Document("page", LATER, (), "2024-03-01")
    strength = claim(page, Strength(count=Count(best=9500)), "9,500 troops")

    def tiers() -> list[str]:
        return [tier for tier in Tier if query.brief(ledger, "unifil", "2024-04-01", tier=tier).record.strength]

    with open_ledger(f"sqlite:///{tmp_path / 'ledger.db'}") as ledger:
        ledger.append([entry(page, strength)])
        assert tiers() == [Tier.CANDIDATE]
        ledger.judge(Judgement(Verdict.ACCEPT, (strength.id,), "Ines"))
        assert tiers() == [Tier.CONFIRMED]
