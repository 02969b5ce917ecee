"""Which operation a document's sentences mean: named, in passing, described, by its country, or never named at all."""

from collections.abc import Callable

import pytest

from muster.model.annotation import AnnotatedDocument

Annotated = Callable[..., AnnotatedDocument]


def focus_at(document: AnnotatedDocument, words: str) -> str | None:
    """The operation in focus in the sentence that holds these words."""
    text = document.text
    return next(document.focus[s.index] for s in document.sentences if words in text[s.start : s.end])


def test_an_operation_that_only_lends_or_receives_men_takes_nothing_over(annotated: Annotated) -> None:
    document = annotated(
        "ONUB has three battalions. ONUB patrols the capital. ONUB guards the ports. Some 2,000 of its men were taken "
        "over from the African Mission in Burundi (AMIB). The last Zambian company went home in May.",
        "2005-06-14",
    )
    assert focus_at(document, "went home") == "onub"


def test_officers_with_an_operation_stay_the_topic(annotated: Annotated) -> None:
    document = annotated(
        "KFOR grows. KFOR shrinks. KFOR stays. The nine officers with UNMIK leave. They fly on Monday."
    )
    assert focus_at(document, "They fly") == "unmik"


def test_a_country_that_is_another_operations_moves_the_focus_there(annotated: Annotated) -> None:
    document = annotated(
        "UNIFIL has 300 of our soldiers.\n\nKFOR has 40 of them.\n\nThe last company of UNIFIL came home in October. "
        "In Kosovo, the colonel handed the eastern sector to a Finn.",
    )
    assert focus_at(document, "handed") == "kfor"


def test_before_any_name_the_documents_own_operation_is_meant(annotated: Annotated) -> None:
    document = annotated(
        "Gunmen shot at a patrol. The UN mission, UNMIK, condemned it.\n\nKFOR troops watched. KFOR has 4,500 men.",
        "2023-09-24",
    )
    assert document.focus[0] == "kfor"


def test_an_operation_that_is_over_gives_way_to_its_successor(annotated: Annotated) -> None:
    document = annotated(
        "UNITAF was larger. UNITAF had 37,000 men. The men of UNOSOM II were ambushed.\n\nThe force wants tanks.",
        "1993-06-08",
    )
    assert focus_at(document, "tanks") == "unosom-ii"


@pytest.mark.parametrize(
    ("text", "published", "slug"),
    [
        ("The NATO-led peace force in Kosovo has new orders.", "2028-02-09", "kfor"),
        ("Soldiers of the EU's Chad force came under fire.", "2008-06-14", "eufor-tchad-rca"),
        ("The Kenyan-led mission in Haiti lost a vehicle.", "2024-09-13", "mss"),
        (
            "The Collective Peacekeeping Forces in the Republic of Tajikistan began work.",
            "1995-04-14",
            "cispkf-tajikistan",
        ),
        ("The United Nations mission in the DRC lost a helicopter.", "2005-05-05", "monuc"),
    ],
)
def test_a_description_or_another_spelling_is_the_operation(
    annotated: Annotated, text: str, published: str, slug: str
) -> None:
    assert annotated(text, published).focus == (slug,)


@pytest.mark.parametrize(
    ("text", "published", "slug"),
    [
        ("There is a goat on the bridge. The Force, says Resolution 425, is to help Beirut.", "1978-06-10", "unifil"),
        (
            "Greek Cypriots fired on a bulldozer. The United Nations force has 6,000 men in Nicosia.",
            "1964-05-09",
            "unficyp",
        ),
        ("Truce observers of the United Nations drove to Haifa in Palestine.", "1948-08-21", "untso"),
        (
            "The Russian peacekeeping contingent watches the Nagorno-Karabakh line.",
            "2021-08-12",
            "russian-peacekeepers-karabakh",
        ),
        ("War came to Lebanon. Soldiers died.", "2006-07-20", None),
    ],
)
def test_an_operation_never_named_is_known_by_resolution_people_place_and_day(
    annotated: Annotated, text: str, published: str, slug: str | None
) -> None:
    assert annotated(text, published).focus[-1] == slug


def test_a_code_name_alone_is_the_operation_once_it_was_given_in_full(annotated: Annotated) -> None:
    text = "Operation Concordia ended the week it began. NATO had run Essential Harvest before. Concordia had 350 men."
    assert focus_at(annotated(text, "2003-12-20"), "350") == "concordia"


def test_a_ship_of_the_same_name_is_no_operation(annotated: Annotated) -> None:
    document = annotated("Operation Concordia ended. HMS Concordia sailed for Malta.", "2003-12-20")
    assert not document.sentences[1].mentions or document.sentences[1].mentions[0].value != "concordia"


def test_a_long_name_goes_without_its_owner_and_its_place(annotated: Annotated) -> None:
    document = annotated("UNPROFOR has 9,000 men in Bosnia. The Protection Force asks for more.", "1994-05-04")
    assert [m.value for m in document.sentences[1].mentions][:1] == ["unprofor"]


def test_a_word_in_capitals_is_no_operation(annotated: Annotated) -> None:
    document = annotated("TWENTY soldiers of KFOR flew home on Friday.", "2003-12-20")
    assert document.focus == ("kfor",)


def test_an_undated_document_is_read_in_the_year_it_names_most(annotated: Annotated) -> None:
    document = annotated(
        "In 1961 the UN force in the Congo grew. By June 1961 the UN force in the Congo had 15,000 men."
    )
    assert document.focus == ("onuc", "onuc")


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("The Gulf Stabilisation Mission (Gulfstam) has begun. Gulfstam has 2,000 men.", "gulfstam"),
        ("The Lake Road Protection Force, known by its French acronym FOPROL, has begun.", "foprol"),
        ("The Northern Border Observer Mission, better known as NOBOM, is here.", "nobom"),
    ],
)
def test_an_operation_nobody_knows_is_taken_from_its_introduction(annotated: Annotated, text: str, slug: str) -> None:
    assert annotated(text).focus[-1] == slug


def test_a_founding_resolution_puts_its_operation_in_focus(annotated: Annotated) -> None:
    document = annotated(
        "INTERFET landed in September. INTERFET had 9,000 men. On paper the general has 8,950, as Resolution 1272 "
        "allows. INTERFET ended on Wednesday.",
        "2000-02-24",
    )
    assert focus_at(document, "8,950") == "untaet"


def test_a_place_moves_the_focus_for_its_sentence_only(annotated: Annotated) -> None:
    document = annotated(
        "UNIFIL is in Lebanon. KFOR is in Kosovo.\n\n"
        "UNIFIL has 300 Finns. In Kosovo a company trains. It flies on Monday."
    )
    assert [focus_at(document, "trains"), focus_at(document, "flies")] == ["kfor", "unifil"]


def test_a_title_with_an_operations_name_is_no_dateline(annotated: Annotated) -> None:
    assert annotated("KFOR - Who is who in Pristina this week").focus == ("kfor",)


def test_a_report_on_an_operation_goes_on_about_it_whatever_else_it_names(annotated: Annotated) -> None:
    document = annotated(
        "Report of the Secretary-General on the United Nations Interim Administration Mission in Kosovo\n\n"
        "I. Introduction\n\n"
        "UNMIK continues its work in the north of the territory this year.\n\n"
        "EULEX has opened an office in the town. EULEX has hired ten judges there.\n\n"
        "A grenade was found near a polling centre in the afternoon of the same day.\n",
        "2014-01-31",
    )
    assert focus_at(document, "grenade") == "unmik"
