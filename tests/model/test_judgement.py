"""What people may decide, and what the decisions say of two things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.errors import BadJudgement
from muster.model.judgement import Judgement, Ties, Verdict, Withdrawal, checked, in_force

ONE, OTHER, THIRD = ("a" * 64, "b" * 64, "c" * 64)


def judgement(verdict: Verdict, *subjects: str, number: int = 1, **more: object) -> Judgement:
    return Judgement(verdict, subjects, "Ines", number=number, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "wrong",
    [
        judgement(Verdict.ACCEPT, ONE, OTHER),
        judgement(Verdict.REJECT, "person:Ristuccia"),
        judgement(Verdict.SAME, ONE),
        judgement(Verdict.DIFFERENT, ONE, ONE),
        judgement(Verdict.CORRECT, ONE),
        judgement(Verdict.ACCEPT, ONE, correction={"place": "Zvecan"}),
        judgement(Verdict.SAME, "person:", "person:Ulutas"),
        judgement(Verdict.SAME, "ship:Aurora", "ship:Borea"),
        judgement(Verdict.ACCEPT, ONE)._replace(author=" "),
    ],
)
def test_a_judgement_that_cannot_be_one_is_refused(wrong: Judgement) -> None:
    with pytest.raises(BadJudgement):
        checked(wrong)


def test_a_judgement_names_claims_or_people_places_and_units() -> None:
    assert checked(judgement(Verdict.SAME, "place:Zvečan", "place:Zvecan")).subjects[0] == "place:Zvečan"
    assert checked(judgement(Verdict.CORRECT, ONE, correction={"place": None}))


def test_what_is_withdrawn_is_not_in_force() -> None:
    taken_back = judgement(Verdict.REJECT, ONE, withdrawn=Withdrawal("Ines"))
    assert in_force([judgement(Verdict.ACCEPT, ONE, number=2), taken_back]) == [
        judgement(Verdict.ACCEPT, ONE, number=2)
    ]


def test_the_newest_word_about_a_pair_holds_until_it_is_withdrawn() -> None:
    first, second = judgement(Verdict.SAME, ONE, OTHER), judgement(Verdict.DIFFERENT, OTHER, ONE, number=2)
    assert Ties([second, first]).verdict(ONE, OTHER) is Verdict.DIFFERENT
    assert Ties([first, second._replace(withdrawn=Withdrawal("Ines"))]).verdict(ONE, OTHER) is Verdict.SAME
    assert Ties([]).verdict(ONE, OTHER) is None


def test_different_outweighs_same_between_groups() -> None:
    ties = Ties([judgement(Verdict.SAME, ONE, OTHER), judgement(Verdict.DIFFERENT, ONE, THIRD, number=2)])
    assert ties.between([ONE], [OTHER]) is Verdict.SAME
    assert ties.between([ONE], [OTHER, THIRD]) is Verdict.DIFFERENT


@given(st.permutations([judgement(v, ONE, OTHER, number=n) for n, v in enumerate((Verdict.SAME, Verdict.UNSURE))]))
def test_the_order_in_which_judgements_are_read_does_not_matter(judgements: list[Judgement]) -> None:
    assert Ties(judgements).verdict(OTHER, ONE) is Verdict.UNSURE
