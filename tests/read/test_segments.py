"""The stretches of a page are told apart by what they are, not by one outlet's strings."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.model.document import SegmentKind
from muster.read import segment
from muster.read.segments import MAX_SEGMENT

LEAD = "The mission said on Monday that forty of its soldiers had been sent to the northern town of Exampleville."
MORE = "They will stay there until the council meets again, the force commander told reporters on Tuesday."
ARTICLE = f"Forty soldiers sent to the north\n\n{LEAD}\n\n{MORE}"

LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [
                "",
                "",
                LEAD,
                MORE,
                "Read More",
                "Page 2",
                "Italy      715",
                "Total      40",
                "• Chapters",
                "(1) 3.",
                "12:30",
                "Home | World | Sport",
                "A soldier waves. /Photo: XY",
                "Related",
                "S/2001/14",
                "> so he said",
                "II.",
                "20",
            ]
        ),
    ),
    max_size=25,
).flatmap(lambda lines: st.sampled_from(["\n", "\r\n", "\n\n", "\r"]).map(lambda end: end.join(lines)))


def told(text: str) -> list[tuple[str, str]]:
    return [(str(s.kind), " ".join(text[s.start : s.end].split())) for s in segment(text)]


def kind_of(words: str, text: str) -> str:
    return next(kind for kind, said in told(text) if words in said)


@given(LINES)
def test_segments_are_in_order_apart_and_cover_all_but_white_space(text: str) -> None:
    at = 0
    for found in segment(text):
        assert at <= found.start < found.end <= len(text)
        assert not text[at : found.start].strip()
        assert text[found.start : found.end].strip() == text[found.start : found.end]
        at = found.end
    assert not text[at:].strip()


@given(LINES)
def test_the_same_text_has_the_same_segments(text: str) -> None:
    assert segment(text) == segment(text)


@given(
    st.lists(
        st.sampled_from(
            [
                "Read More\nTroops march elsewhere",
                "Sign up for our newsletter",
                "Share   Print   Email",
                "© Example 2023",
                "Related\nTen questions to the general",
                "We use cookies on this site.",
                "Current Time 0:00\nLoaded: 0%",
            ]
        ),
        max_size=5,
    )
)
def test_chrome_below_an_article_leaves_the_article_as_it_was(chrome: list[str]) -> None:
    alone, below = segment(ARTICLE), segment("\n\n".join([ARTICLE, *chrome]))
    assert below[: len(alone)] == alone
    assert {found.kind for found in below[len(alone) :]} <= {SegmentKind.CHROME}


def test_a_byte_order_mark_is_no_part_of_the_headline() -> None:
    assert told("\ufeff" + ARTICLE)[:2] == [("chrome", "\ufeff"), ("headline", "Forty soldiers sent to the north")]


def test_a_single_paragraph_above_the_picture_is_the_standfirst() -> None:
    page = f"Forty soldiers sent to the north\n\n{MORE}\n\nSoldiers on the road. /Photo: XY\n\n{LEAD}"
    assert [kind for kind, _ in told(page)] == ["headline", "standfirst", "caption", "chrome", "paragraph"]


@pytest.mark.parametrize(
    "credit",
    [
        "/Photo: XY",
        "(Ministry of Defence via Example Agency)",
        "[Reuters]",
        "Photo: NATO",
        "© AFP",
        "REUTERS/Ann Example",
        "(AP Photo/Ann Example)",
        "Credit: Ann Example",
        "Photograph by Ann Example",
    ],
)
def test_a_credit_is_cut_from_its_caption(credit: str) -> None:
    page = f"{ARTICLE}\n\nSome 40 soldiers left the camp on Monday. {credit}\n\n{LEAD}"
    assert ("caption", "Some 40 soldiers left the camp on Monday.") in told(page)
    assert ("chrome", credit) in told(page)


def test_labels_of_captions_are_cut_from_them() -> None:
    page = f"{ARTICLE}\n\nFILE PHOTO: Soldiers leave the camp.\n\nImage caption\nThe camp lies by the river"
    assert ("caption", "Soldiers leave the camp.") in told(page)
    assert ("caption", "The camp lies by the river") in told(page)


@pytest.mark.parametrize(
    "chrome",
    [
        "Home | World | Sport | Weather",
        "News   Sport   Culture   Radio",
        "Home › News › World",
        "Skip to main content",
        "Share on Facebook",
        "Comments (14)",
        "5 min read",
        "Updated 3 hours ago",
        "By Ann Example and Joe Sample",
        "Published 5 June 2023 at 06:58",
        "© Example Post 2023",
        "Sign up for our newsletter",
        "Tags: army, north",
        "We use cookies to improve your visit.",
        "#north #army @example",
        "--- END ---",
        "Advertisement",
        "[MUSIC]",
        "S/2004/348",
        "21-08911      2/3",
        "Page 8",
        "- 12 -",
        "Distr.: General",
        "Read more: Ten years in the north",
    ],
)
def test_furniture_is_chrome(chrome: str) -> None:
    page = f"Forty soldiers sent to the north\n\n{LEAD}\n\n{chrome}\n\n{MORE}"
    assert told(page)[2] == ("chrome", " ".join(chrome.split()))
    assert told(page)[3] == ("paragraph", MORE)


@pytest.mark.parametrize(
    "content",
    [
        "Strength: 10,300 personnel from 48 countries",
        "Popular protests erupted in the north after the vote.",
        "@KFOR: Our troops patrol the north.",
        "Register of troops: 40 men were listed in May.",
        "PEACEKEEPERS LEAVE CAMP",
        "By Friday 300 soldiers had left the camp.",
        "Watch towers were set up along the line.",
        "QUESTION: Will they go?",
        "GENEVA, March 19 - Forty soldiers landed on Friday at the airport.",
        "they sent 40 more up north again, i hear",
        "Play was stopped at 12:30 as shots were heard.",
        "Latest: two soldiers hurt near the bridge",
        "Related attacks killed two soldiers in May.",
        "Following the vote, 40 left",
        "A captain (Italy) was hurt",
    ],
)
def test_what_is_said_is_not_lost_as_chrome(content: str) -> None:
    assert kind_of(content, f"Forty soldiers sent to the north\n\n{LEAD}\n\n{content}\n\n{MORE}") != "chrome"


@pytest.mark.parametrize("marker", ["•", "-", "–", "3.", "(2)", "14:32", "[09:05]", "21:30 GMT"])
def test_a_marker_is_cut_from_its_item(marker: str) -> None:
    page = f"{ARTICLE}\n\n{marker} Two soldiers were wounded near the bridge."
    assert told(page)[-2:] == [("chrome", marker), ("paragraph", "Two soldiers were wounded near the bridge.")]


def test_links_end_where_running_text_resumes() -> None:
    page = f"{ARTICLE}\n\nRelated stories\nTen years in the north\nWho is the new general?\n\n{MORE} {LEAD}"
    assert [kind for kind, _ in told(page)[3:]] == ["chrome", "chrome", "chrome", "paragraph"]


def test_repeated_running_heads_and_the_headline_come_as_content_once() -> None:
    page = f"{ARTICLE}\n\nThe Example Review\n\n{LEAD}\n\nThe Example Review\n\n{MORE}\n\nThe Example Review"
    assert [kind for kind, said in told(page) if said == "The Example Review"] == ["chrome"] * 3
    again = told(f"{ARTICLE}\n\nForty soldiers sent to the north | Example Post")
    assert [kind for kind, said in again if said.startswith("Forty")] == ["headline", "chrome"]


def test_a_title_of_the_page_with_the_name_of_the_site_gives_way_to_the_headline() -> None:
    page = f"Forty soldiers sent to the north | Example Post\n{ARTICLE}"
    assert [kind for kind, said in told(page) if said.startswith("Forty")] == ["chrome", "headline"]


@pytest.mark.parametrize(
    "rows",
    [
        "Italy            715\nTurkey           350\nTotal          1,065",
        "Italy | 715\nTurkey | 350\nTotal | 1,065",
        "Italy . . . . . . 715\nTurkey . . . . . 350\nTOTAL . . . . . 1,065",
        "Italy\n715\nTurkey\n350\nTotal\n1,065",
    ],
)
def test_a_table_is_one_segment_with_its_title_and_total(rows: str) -> None:
    page = f"{ARTICLE}\n\nStrength by contingent, 5 June 2023\n\n{rows}\n\n{MORE}"
    tables = [said for kind, said in told(page) if kind == "table"]
    assert len(tables) == 1
    assert tables[0].startswith("Strength by contingent")
    assert tables[0].endswith("1,065")


def test_hard_line_breaks_are_mended_and_page_marks_taken_out() -> None:
    page = (
        "II.\n\nSITUATION IN THE NORTH\n\n4.\n"
        "The mission carried out sixty patrols a day in the northern part of the zone and\n"
        "recorded few violations there. On 11 May a patrol of the mission was stopped for\n"
        "two hours near the bridge by some forty farmers. In the month of June, as in the\n"
        "month of May, the\n\n2\n\nS/2001/14\n\nnumber of such cases fell.\n5.\nNobody was hurt."
    )
    said = [words for kind, words in told(page) if kind != "chrome"]
    assert said[0] == "SITUATION IN THE NORTH"
    assert said[1].startswith("The mission carried out sixty patrols")
    assert said[1].endswith("as in the month of May, the")
    assert said[2:] == ["number of such cases fell.", "Nobody was hurt."]


def test_a_quoted_letter_is_a_quote() -> None:
    page = f'{ARTICLE}\n\n> We came in May.\n> We leave in June.\n\n"We came to keep the peace, and we kept it."'
    assert [kind for kind, _ in told(page)[3:]] == ["quote"] * (len(told(page)) - 3)


def test_long_stretches_are_cut_at_sentences_and_in_linear_time() -> None:
    begun = time.monotonic()
    text = (LEAD + " ") * 20_000
    cut = segment(text)
    assert max(found.end - found.start for found in cut) <= MAX_SEGMENT
    assert all(text[found.start : found.end].endswith("Exampleville.") for found in cut)
    assert max(found.end - found.start for found in segment("x" * 1_000_000)) == MAX_SEGMENT
    assert time.monotonic() - begun < 10


def test_days_that_head_the_entries_of_a_chronicle_are_headlines() -> None:
    entries = [f"{day} June 1999\nThe force moves on to the next town." for day in (11, 12, 20)]
    assert kind_of("12 June 1999", "\n\n".join([ARTICLE, *entries])) == "headline"


def test_a_figure_below_its_name_is_no_page_number() -> None:
    assert kind_of("183", f"{ARTICLE}\n\nFatalities\n183\n\n{MORE}") != "chrome"


def test_a_cable_in_capitals_is_paragraphs_not_headlines() -> None:
    text = (
        "SITREP AS AT 1800Z 18 AUGUST.\n\nONE. ADVANCE PARTY OF SECOND BATTALION LANDED YESTERDAY BY\n"
        "AIRCRAFT. MAIN BODY DUE SUNDAY.\n"
    )
    found = segment(text)
    assert {each.kind for each in found} == {SegmentKind.PARAGRAPH}
    assert "BY\nAIRCRAFT" in text[found[-1].start : found[-1].end]


def test_a_line_that_ends_with_the_or_of_goes_on_in_the_next_however_short_it_is() -> None:
    caption = "Strength of the police component of the\nMission of Observers in Exampleland"
    page = f"{ARTICLE}\n\n{caption}\n\n(as of 1 May 2024)\n\nItaly      715\nFrance     12\nTotal      727"
    assert any(" ".join(caption.split()) in words for _, words in told(page))
