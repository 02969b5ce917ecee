"""Who and what goes by several names."""

from hypothesis import given
from hypothesis import strategies as st

from muster.model.claim import Command, Movement, Posture, Statement
from muster.model.judgement import Judgement, Ties, Verdict
from muster.reconcile.entities import entities, resolved
from reconcile.sample_reports import report

REPORTS = [
    report(Command(holder="Özkan Ulutaş", act="takes"), "a", "2023-10-10"),
    report(Statement(speaker="Ulutas", act="thanks"), "b", "2023-10-11"),
    report(Posture(actor="kfor", activity="patrol"), "a", "2023-10-10", place="Zvečan"),
    report(Posture(actor="kfor", activity="patrol"), "b", "2023-10-10", place="Zvecan"),
    report(Movement(actor="GB", act="deploy", unit="1st Battalion, the Royal Rifles"), "c", "2023-10-06"),
    report(Movement(actor="GB", act="deploy", unit="the Royal Rifles"), "d", "2023-10-06"),
]


def said(verdict: Verdict, *names: str) -> Ties:
    return Ties([Judgement(verdict, names, "an analyst", number=1)])


def test_persons_places_and_units_are_resolved_across_documents() -> None:
    found = {one.kind: one.names for one in entities(REPORTS)}
    assert found == {
        "person": ("Özkan Ulutaş", "Ulutas"),
        "place": ("Zvecan", "Zvečan"),
        "unit": ("1st Battalion, the Royal Rifles", "the Royal Rifles"),
    }


def test_every_merge_names_its_comparisons_with_scores_and_the_claims_it_rests_on() -> None:
    person = next(one for one in entities(REPORTS) if one.kind == "person")
    (match,) = person.matches
    assert match.names == ("Özkan Ulutaş", "Ulutas")
    assert [(one.comparison, one.score) for one in match.comparisons] == [("given_and_family", 0.9)]
    assert match.judged_by is None
    assert set(person.claims) == {one.claim.id for one in REPORTS[:2]}


def test_a_persons_word_parts_what_comparisons_join() -> None:
    ties = said(Verdict.DIFFERENT, "place:Zvečan", "place:Zvecan")
    assert "place" not in {one.kind for one in entities(REPORTS, ties)}


def test_a_persons_word_joins_what_no_comparison_does_and_is_named() -> None:
    reports = [report(Posture(actor="kfor", activity="patrol"), "a", place=place) for place in ("Camp Oak", "the Hill")]
    (place,) = entities(reports, said(Verdict.SAME, "place:Camp Oak", "place:the Hill"))
    assert (place.names, place.matches[0].judged_by) == (("Camp Oak", "the Hill"), "an analyst")
    assert entities(reports) == ()


def test_unsure_leaves_it_to_the_comparisons() -> None:
    assert entities(REPORTS, said(Verdict.UNSURE, "place:Zvečan", "place:Zvecan")) == entities(REPORTS)


NAMES = st.sampled_from(["Ana Berg", "Jonas Berg", "Berg", "A. Berg", "Ana M. Berg", "Åna Berg", "Jon Roe", "Roe"])


@given(st.lists(NAMES, min_size=1, max_size=8), st.randoms())
def test_in_whatever_order_names_come_they_are_resolved_alike(names: list[str], chance: object) -> None:
    shuffled = list(names)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolved("person", names) == resolved("person", shuffled)
    assert sorted(name for group, _ in resolved("person", names) for name in group) == sorted(set(names))
