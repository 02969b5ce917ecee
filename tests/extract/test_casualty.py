"""Who was hurt, and how many: sentences of every register come out as the same claims."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from muster.model.claim import Casualty, Claim, Status

Reader = Callable[..., tuple[Claim, ...]]
HEAD = "UNIFIL, the United Nations force in Lebanon, reported on Monday.\n\n"


def hurt(claims: tuple[Claim, ...]) -> set[tuple[str, str, int | None]]:
    """Outcome, group and number of each casualty."""
    facts = [claim.fact for claim in claims if isinstance(claim.fact, Casualty)]
    return {(fact.outcome, fact.group, fact.count.best if fact.count else None) for fact in facts}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Gunmen killed four Fijians and captured six.", {("killed", "FJ", 4), ("held", "FJ", 6)}),
        ("Two Ghanaian soldiers were killed and five wounded.", {("killed", "GH", 2), ("wounded", "GH", 5)}),
        (
            "UN: 3 peacekeepers killed, 7 hurt in mine blast",
            {("killed", "peacekeepers", 3), ("wounded", "peacekeepers", 7)},
        ),
        ("Norway lost two men in the ambush.", {("killed", "NO", 2)}),
        ("The Ghanaian contingent has lost 30 men.", {("killed", "GH", 30)}),
        ("The blast claimed the lives of three Irish soldiers.", {("killed", "IE", 3)}),
        ("Violence has claimed at least 200 lives since January.", {("killed", "people", 200)}),
        ("Militiamen took 30 peacekeepers hostage.", {("held", "peacekeepers", 30)}),
        ("Two Kenyan soldiers went missing after the clash.", {("missing", "KE", 2)}),
        ("The rebels released eleven Indian peacekeepers.", {("freed", "IN", 11)}),
        ("I regret to report the death of a Fijian soldier.", {("killed", "FJ", 1)}),
        ("A UN military observer from Kenya was shot in the leg.", {("wounded", "KE", 1)}),
        ("Three members of the Norwegian battalion were injured.", {("wounded", "NO", 3)}),
        ("The shelling killed 106 civilians.", {("killed", "civilians", 106)}),
        ("One Ghanaian and two Fijian soldiers were killed.", {("killed", "GH", 1), ("killed", "FJ", 2)}),
        ("A Polish observer was killed and another was wounded.", {("killed", "PL", 1), ("wounded", "PL", 1)}),
    ],
)
def test_victims_whatever_the_construction(
    claims_of: Reader, sentence: str, expected: set[tuple[str, str, int]]
) -> None:
    assert expected <= hurt(claims_of(HEAD + sentence))


def test_parts_are_claims_of_their_own(claims_of: Reader) -> None:
    text = "Six blue helmets lost their lives, among them two Swedes, an Austrian and three Finns."
    assert hurt(claims_of(HEAD + text)) == {
        ("killed", "peacekeepers", 6),
        ("killed", "SE", 2),
        ("killed", "AT", 1),
        ("killed", "FI", 3),
    }


def test_a_running_total_without_a_start_reaches_up_to_the_day_of_the_report(claims_of: Reader) -> None:
    claims = claims_of(HEAD + "The number of peacekeepers killed has risen to 17.", published="2020-05-20")
    assert hurt(claims) == {("killed", "peacekeepers", 17)}
    assert [claim.when.edtf for claim in claims if claim.kind == "casualty" and claim.when] == ["../2020-05-20"]


@pytest.mark.parametrize(
    "sentence",
    [
        "No peacekeepers were injured in the incident.",
        "There were no casualties.",
        "The soldiers killed time in the camp.",
        "Some 165,000 refugees lost their homes.",
        "The party lost the election.",
        "The earthquake killed 40 people.",
        "In the scenario a patrol is ambushed and two soldiers are killed.",
    ],
)
def test_what_hurt_nobody_is_no_casualty(claims_of: Reader, sentence: str) -> None:
    assert hurt(claims_of(HEAD + sentence)) == set()


def test_a_denied_report_is_denied(claims_of: Reader) -> None:
    claims = claims_of(HEAD + "The mission denied that two Polish soldiers had been kidnapped.")
    assert [(c.fact.outcome, c.status) for c in claims if isinstance(c.fact, Casualty)] == [("held", Status.DENIED)]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(min_value=2, max_value=900))
def test_the_number_is_the_number_written_and_the_words_are_the_documents(claims_of: Reader, number: int) -> None:
    text = f"{HEAD}Rebels killed {number} Nigerian soldiers near the border."
    found = [claim for claim in claims_of(text) if claim.kind == "casualty"]
    assert hurt(tuple(found)) == {("killed", "NG", number)}
    assert all(text[span.start : span.end] == span.quote for claim in found for span in claim.spans)


def test_what_somebody_was_is_no_second_victim(claims_of: Reader) -> None:
    text = HEAD + "On 14 April a villager who was one of the main witnesses in the trial was killed in an ambush."
    assert sum(number or 0 for outcome, _, number in hurt(claims_of(text)) if outcome == "killed") == 1


def test_a_part_belongs_to_the_whole_of_its_own_sentence(claims_of: Reader) -> None:
    text = "On 29 May 30 peacekeepers were wounded.\n\nThe force had 4,000 soldiers, some 350 of them from Spain."
    assert all(number == 30 for _, _, number in hurt(claims_of(HEAD + text)))


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Two Irish soldiers of UNIFIL were killed by napalm.", "napalm"),
        ("Two Irish soldiers of UNIFIL were stabbed and wounded in a bar.", "stabbed"),
    ],
)
def test_what_burns_or_stabs_is_a_means(claims_of: Callable[..., tuple[Claim, ...]], text: str, means: str) -> None:
    assert means in {c.slots.get("means") for c in claims_of(text) if c.kind == "casualty"}
