"""How a reading is shown."""

import json

from muster.model.annotation import Citation, CountMention, Mention, MentionKind, Sentence, Token, WhenMention
from muster.model.brief import Names
from muster.model.claim import Claim, Movement, Tier
from muster.model.count import Count, Rel
from muster.model.document import Document, Segment, SegmentKind
from muster.model.explanation import Explanation, Fired, Made, Refusal, SentenceRead
from muster.model.span import Span
from muster.model.when import Resolution, When
from muster.show.explanation import explanation_as_dict, explanation_text

TEXT = "Ghana withdrew some 200 men on Monday. Rain fell."
WORDS = "Ghana withdrew some 200 men on Monday .".split()
NAMES = Names(countries={"GH": "Ghana"}, acronyms={"unifil": "UNIFIL"})


def _tokens() -> tuple[Token, ...]:
    found, at = [], 0
    for i, word in enumerate(WORDS):
        start = TEXT.index(word, at)
        at = start + len(word)
        found.append(Token(i, start, at, word, word.lower(), "X", "X", "", i))
    return tuple(found)


def _explanation() -> Explanation:
    segment = Segment(0, len(TEXT), SegmentKind.PARAGRAPH)
    monday = When("2024-05-06", "on Monday", Resolution.RELATIVE)
    first = Sentence(
        index=0,
        start=0,
        end=38,
        segment=segment,
        tokens=_tokens(),
        mentions=(Mention(MentionKind.COUNTRY, 0, 1, "GH"),),
        counts=(CountMention(2, 4, Count(best=200, rel=Rel.ABOUT), 4),),
        times=(WhenMention(5, 7, monday),),
    )
    second = Sentence(index=1, start=39, end=49, segment=segment, tokens=())
    claim = Claim(
        document="d",
        fact=Movement(actor="GH", act="withdraw", count=Count(best=200, rel=Rel.ABOUT)),
        spans=(Span.of(TEXT, 0, 27),),
        operation="unifil",
        when=monday,
        tier=Tier.CONFIRMED,
    )
    made = Made(claim, ("movement: withdraw", "window: movement"), "both readers make it", 0.91)
    fired = Fired("movement", 6, 14, "withdrew", "withdraw (act: withdraw)", True)
    idle = Fired("strength", 6, 14, "withdrew", "withdraw (takes: to)", False)
    refusal = Refusal("contingent", 15, 27, "some 200 men", "window: contingent: has", "nobody says whose they are")
    cited = (Citation(0, 38, "a spokesman", "a spokesman"),)
    return Explanation(
        Document("page", TEXT, (segment,), "2024-05-07"),
        (
            SentenceRead(first, TEXT[:38], "unifil", cited, (fired, idle), (made,), (refusal,)),
            SentenceRead(second, TEXT[39:], None, (), (), (), ()),
        ),
    )


def test_a_sentence_stands_over_all_that_was_read_in_it() -> None:
    assert explanation_text(_explanation(), NAMES).splitlines() == [
        "page, 7 May 2024",
        "",
        "   1  Ghana withdrew some 200 men on Monday.",
        "      mentions   “Ghana”: country (name) GH",
        "      counts     “some 200”: about 200 of “men”",
        "      times      “on Monday”: 2024-05-06, from the day of publication",
        "      focus      UNIFIL",
        "      source     a spokesman, for “Ghana withdrew some 200 men on Monday.”",
        "      frames     movement: “withdrew” as withdraw (act: withdraw)",
        "                 strength: “withdrew” as withdraw (takes: to); no claim",
        "      claim      movement of unifil: about 200, Ghana, withdraw, 6 May 2024 (confirmed)",
        "                   both readers make it, by movement: withdraw and window: movement; 91% likely to",
        "                   be right",
        "                   “Ghana withdrew some 200 men”",
        "      refused    contingent “some 200 men”: nobody says whose they are (window: contingent: has)",
        "",
        "   2  Rain fell.",
    ]


def test_one_sentence_can_be_asked_for_by_its_number() -> None:
    assert explanation_text(_explanation(), NAMES, only=2).split("\n\n")[1:] == ["   2  Rain fell.\n"]
    assert [one["sentence"] for one in explanation_as_dict(_explanation(), only=2)["sentences"]] == [2]


def test_lines_keep_to_the_width() -> None:
    assert max(map(len, explanation_text(_explanation(), NAMES, width=60).splitlines())) <= 60


def test_plain_data_has_the_places_of_everything() -> None:
    told = json.loads(json.dumps(explanation_as_dict(_explanation())))
    first, second = told["sentences"]
    assert (told["doc"], told["published"]) == ("page", "2024-05-07")
    assert first["mentions"] == [
        {"kind": "country", "form": "name", "value": "GH", "country": None, "start": 0, "end": 5, "words": "Ghana"}
    ]
    assert first["counts"][0] == {
        "best": 200,
        "rel": "about",
        "noun": "men",
        "start": 15,
        "end": 23,
        "words": "some 200",
    }
    assert first["times"][0]["when"] == "2024-05-06"
    assert first["claims"][0]["rules"] == ["movement: withdraw", "window: movement"]
    assert first["claims"][0]["tier"] == "confirmed"
    assert first["frames"][1]["claimed"] is False
    assert first["refusals"][0]["reason"] == "nobody says whose they are"
    assert second["claims"] == second["refusals"] == []
