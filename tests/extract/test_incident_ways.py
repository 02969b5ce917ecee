"""The ways events are told: killers, fire returned, protests that block, nouns taken for verbs; and where they were."""

from collections.abc import Callable

import pytest

from muster.model.claim import Claim, Incident

Reader = Callable[..., tuple[Claim, ...]]
HEAD = "UNIFIL, the United Nations force in Lebanon, reported on Monday.\n\n"


def incidents(claims: tuple[Claim, ...]) -> list[tuple[Claim, Incident]]:
    return [(claim, claim.fact) for claim in claims if isinstance(claim.fact, Incident)]


def happened(claims: tuple[Claim, ...]) -> list[str]:
    """The types of the incidents, in order."""
    return [fact.type for _, fact in incidents(claims)]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Gunmen killed 46 people in villages near Tyre.", "attack"),
        ("The battalion came under fire for two hours and returned it.", "clash"),
        ("The patrol returned fire.", "clash"),
        ("Shooting between two groups near the port lasted an hour.", "clash"),
        ("Rioters fought with police in Beirut.", "clash"),
        ("There was heavy shelling of the town.", "shelling"),
        ("The town was under mortar fire for two hours.", "shelling"),
        ("Artillery fire struck the position.", "shelling"),
        ("Hauliers blocked the road for four hours in protest at customs tariffs.", "protest"),
        ("A crowd gathered in front of the base to protest against the raid.", "protest"),
        ("Two of its lorries were stopped at a roadblock.", "obstruction"),
        ("Soldiers kept the observers from entering the camp.", "obstruction"),
        ("A Mi-24 crashed near Naqoura.", "accident"),
        ("An armoured carrier fell into a ravine.", "accident"),
        ("A mine went up under his scout car.", "explosion"),
        ("An Austrian lieutenant stepped on a mine at Khiam.", "explosion"),
        ("Rebels stormed the town of Sidon.", "attack"),
        ("Militants stormed the embassy.", "raid"),
        ("Fishermen strayed across the line four times in June.", "violation"),
        ("Two men were fired upon at Tyre.", "attack"),
    ],
)
def test_ways_of_telling(claims_of: Reader, sentence: str, kind: str) -> None:
    assert happened(claims_of(HEAD + sentence)) == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "The battalion marched to its new camp.",
        "Attacks could resume.",
        "The talks collided with reality.",
        "The working group held a meeting on 4 March.",
        "The government stormed out of the talks.",
        "Fire was not returned by the police.",
        "The river broke its banks.",
    ],
)
def test_words_that_tell_no_event_here(claims_of: Reader, sentence: str) -> None:
    assert happened(claims_of(HEAD + sentence)) == []


def test_what_is_told_in_the_past_beside_a_denial_happened(claims_of: Reader) -> None:
    text = "A Belgian drone was shot down last month; the general's people deny having fired."
    assert "attack" in happened(claims_of(HEAD + text, "2006-08-20"))


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Gunmen attacked the police station.", "police station"),
        ("Israeli aircraft strafed a convoy south of Khan Yunis.", "south of Khan Yunis"),
        ("Rockets hit a hospital in Tyre, with no warning.", "Tyre"),
    ],
)
def test_the_place_is_where_it_was_or_what_was_struck(claims_of: Reader, sentence: str, place: str) -> None:
    assert [claim.place for claim, _ in incidents(claims_of(HEAD + sentence))] == [place]


def test_an_ambush_is_its_own_means(claims_of: Reader) -> None:
    (told,) = incidents(claims_of(HEAD + "Gunmen ambushed a convoy near Tibnin."))
    assert told[1].means == "ambush"
