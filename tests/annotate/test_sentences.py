"""Sentences are whole: across page breaks, after datelines, around abbreviations; tables give only their heads."""

from muster.annotate.sentences import cut
from muster.model.document import Document
from muster.read import segment


def sentences(text: str) -> list[str]:
    return [found.text for _, found in cut(Document("page", text, segment(text)))]


def test_a_sentence_across_a_page_break_is_one() -> None:
    text = (
        "12. The force commander told the liaison officers of both armies in the morning that the\n\n"
        "3\n\nS/2001/77\n\nobservation posts on the ridge would be manned again. They were.\n"
    )
    assert sentences(text) == [
        "The force commander told the liaison officers of both armies in the morning that the observation posts on"
        " the ridge would be manned again.",
        "They were.",
    ]


def test_after_a_form_feed_a_sentence_may_go_on_with_a_name() -> None:
    text = (
        "12. The force commander told the liaison officers in the morning that the posts held by the\n\n3\n"
        "\fS/2001/77\n\nGhanaian battalion would be closed. They were.\n"
    )
    assert sentences(text)[0].endswith("that the posts held by the Ghanaian battalion would be closed.")


def test_a_numbered_paragraph_on_a_new_page_is_a_new_one() -> None:
    text = (
        "12. The force commander told the liaison officers of both armies that the posts would be closed\n\n3\n"
        "\fS/2001/77\n\n13. Ghana sent a battalion.\n"
    )
    assert sentences(text)[-1] == "Ghana sent a battalion."


def test_a_dateline_is_no_part_of_the_sentence() -> None:
    text = "FREETOWN, March 3 (Example Wire) - Nigerian troops took the bridge on Friday after a long fight there.\n"
    assert sentences(text) == ["Nigerian troops took the bridge on Friday after a long fight there."]


def test_an_abbreviations_stops_end_no_sentence() -> None:
    text = "The African Union-U.N. force lost a truck. Maj. Gen. Owusu said on Sept. 3 that it was found.\n"
    assert sentences(text) == [
        "The African Union-U.N. force lost a truck.",
        "Maj. Gen. Owusu said on Sept. 3 that it was found.",
    ]


def test_a_table_gives_its_title_and_heads_only() -> None:
    text = "UNFICYP as at 1 May 2020\n\nCountry        Number\nSlovakia          240\nHungary            11\n"
    assert sentences(text) == ["UNFICYP as at 1 May 2020 Country Number"]


def test_a_heap_of_words_without_a_stop_is_cut_at_spaces() -> None:
    found = sentences("word " * 3000)
    assert all(len(each) <= 2000 for each in found)
    assert " ".join(found).split() == ["word"] * 3000


def test_a_month_ends_a_sentence_and_approx_does_not() -> None:
    assert sentences(
        "It had 3,800 men in May. Italy sent more. Strength was approx. 7,000 at the time of the vote.\n"
    ) == [
        "It had 3,800 men in May.",
        "Italy sent more.",
        "Strength was approx. 7,000 at the time of the vote.",
    ]
