"""Echo is not evidence."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from muster.ledger.signature import numbers, signature
from muster.model.claim import Strength
from muster.model.count import Count
from muster.model.report import Report
from muster.reconcile.lineage import NEAR_IDENTICAL, families, lineages, origin, shared
from reconcile.sample_reports import report

RELEASE = """The mission in the south received a convoy of forty lorries this morning. The convoy carried fuel, water
and spare parts for the three battalions along the river. The force commander met the drivers at the gate and thanked
them. Two lorries had been stopped for an hour at the bridge, where a crowd asked for work. Nobody was hurt. The mission
says that further convoys will follow each week until the road in the east is open again."""
REPRINT = "The agency reports. " + RELEASE.replace("Nobody was hurt.", "Nobody was hurt, the mission added.")
OTHER = """A new school was opened in the valley on Tuesday. The engineers of the Ghanaian battalion had built it in ten
weeks with stone from the quarry above the village. The mayor cut the ribbon, and the children sang. There will be four
classes and two teachers, and from next year a doctor who comes on Fridays."""


def signed(page: str, text: str, source: str | None = None, publisher: str | None = None) -> Report:
    told = report(Strength(count=Count(best=900)), page, "2024-03-01", source=source)
    return told._replace(card=told.card._replace(signature=numbers(signature(text)), publisher=publisher))


def test_a_reprint_is_nearly_its_original_and_another_text_is_not() -> None:
    release, reprint, other = (numbers(signature(text)) for text in (RELEASE, REPRINT, OTHER))
    assert shared(release, reprint) > NEAR_IDENTICAL > shared(release, other)


def test_a_signature_is_what_the_ledgers_there_are_hold() -> None:
    assert numbers(signature(RELEASE))[:3] == (594_513_966, 859_570_802, 1_102_945_321)


def test_a_text_of_few_words_has_no_signature_and_is_like_nothing() -> None:
    assert numbers(signature("In the news")) == ()
    assert shared((), ()) == 0


def test_near_identical_documents_are_a_family() -> None:
    cards = [signed("a", RELEASE).card, signed("b", OTHER).card, signed("c", REPRINT).card]
    assert families(cards) == {"a": "a", "c": "a"}


def test_reports_in_reprints_of_one_text_are_one_lineage() -> None:
    first, second, third = (report(Strength(), page, "2024-03-01") for page in "abc")
    told = [first._replace(family="a"), second._replace(family="a"), third]
    assert [len(lineage) for lineage in lineages(told)] == [2, 1]


def test_reports_that_cite_one_source_are_one_lineage() -> None:
    told = [report(Strength(), page, "2024-03-01", source=source) for page, source in zip("abc", SOURCES, strict=True)]
    assert [len(lineage) for lineage in lineages(told)] == [2, 1]


SOURCES = ("Défense Ministry", "the defence ministry", "a driver")


def test_what_a_publisher_says_itself_is_of_one_lineage_with_those_who_cite_it() -> None:
    itself = signed("a", RELEASE, publisher="Joint Command South")
    citing = signed("b", OTHER, source="Joint Command South", publisher="Wire")
    assert len(lineages([itself, citing])) == 1


def test_who_reads_the_news_speaks_for_the_station() -> None:
    assert origin(signed("a", OTHER, source="READER", publisher="Radio Ibar")) == "radio ibar"


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from([None, "x", "y"])), min_size=1, max_size=12))
def test_every_report_is_in_one_lineage(made: list[tuple[str, str | None]]) -> None:
    told = [report(Strength(), page, "2024-03-01", source=source, at=i) for i, (page, source) in enumerate(made)]
    parted = [one for lineage in lineages(told) for one in lineage]
    assert sorted(one.claim.id for one in parted) == sorted(one.claim.id for one in told)


def test_families_do_not_depend_on_which_text_came_first() -> None:
    """Two texts that have a band in common and little else do not keep a third from the one it repeats."""
    band = (1, 2, 3, 4)
    changed = tuple(0 if number % 4 == 3 else number for number in range(200, 216))
    texts = {"a": (*band, *range(100, 116)), "b": (*band, *range(200, 216)), "c": (*band, *changed)}
    cards = [signed(page, "").card._replace(signature=numbers) for page, numbers in texts.items()]
    found = [families([cards[i] for i in order]) for order in permutations(range(3))]
    assert all(one == found[0] for one in found)
    assert found[0]["b"] == found[0]["c"] != found[0].get("a")
