"""How numbers are read: what counts, what it counts, and how it is hedged."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.annotate.counts import find_counts
from muster.annotate.numbers import TENS, UNITS, read_numeral, words_of
from muster.model.annotation import CountMention, Token

Parse = Callable[[str], list[tuple[Token, ...]]]
_UNIT = {value: word for word, value in UNITS.items()}
_TEN = {value: word for word, value in TENS.items()}


def found(parsed: Parse, text: str) -> list[tuple[tuple[Token, ...], CountMention]]:
    return [(tokens, count) for tokens in parsed(text) for count in find_counts(tokens)]


def counts(parsed: Parse, text: str) -> list[dict[str, int | str | None]]:
    return [count.count.to_dict() for _, count in found(parsed, text) if not count.article]


def nouns(parsed: Parse, text: str) -> list[str | None]:
    return [
        tokens[count.noun].text if count.noun is not None else None
        for tokens, count in found(parsed, text)
        if not count.article
    ]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("3,800", 3800),
        ("1 008", 1008),
        ("1.2 million", 1_200_000),
        ("12 thousand", 12_000),
        ("3.800", 3800),
        ("twenty-eight", 28),
        ("Forty", 40),
        ("two and a half thousand", 2500),
        ("half a million", 500_000),
        ("a hundred", 100),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("three score", 60),
        ("a couple of", 2),
        ("a pair of", 2),
        ("twelve hundred", 1200),
    ],
)
def test_a_number_is_read_in_digits_words_and_dozens(parsed: Parse, written: str, value: int) -> None:
    assert counts(parsed, f"The convoy brought {written} soldiers to the valley.") == [{"best": value}]


@pytest.mark.parametrize(
    ("written", "rel"),
    [
        ("some 40", "about"),
        ("roughly 40", "about"),
        ("an estimated 40", "about"),
        ("in the region of 40", "about"),
        ("perhaps 40", "about"),
        ("40 or so", "about"),
        ("40-odd", "about"),
        ("at least 40", "at-least"),
        ("a minimum of 40", "at-least"),
        ("no fewer than 40", "at-least"),
        ("40 or more", "at-least"),
        ("at least another 40", "at-least"),
        ("more than 40", "more-than"),
        ("upwards of 40", "more-than"),
        ("well over 40", "more-than"),
        ("40+", "more-than"),
        ("nearly 40", "less-than"),
        ("close to 40", "less-than"),
        ("just short of 40", "less-than"),
        ("fewer than 40", "less-than"),
        ("up to 40", "up-to"),
        ("as many as 40", "up-to"),
        ("no more than 40", "up-to"),
        ("up to about 40", "up-to"),
    ],
)
def test_a_hedge_gives_the_relation(parsed: Parse, written: str, rel: str) -> None:
    assert counts(parsed, f"The ministry sent {written} soldiers.") == [{"best": 40, "rel": rel}]


def test_a_hedge_may_follow_the_noun(parsed: Parse) -> None:
    assert counts(parsed, "It will send 300 soldiers at most.") == [{"best": 300, "rel": "up-to"}]


def test_two_numbers_may_share_a_hedge(parsed: Parse) -> None:
    text = "The force may have up to 1,200 soldiers and 90 police."
    assert counts(parsed, text) == [{"best": 1200, "rel": "up-to"}, {"best": 90, "rel": "up-to"}]


def test_about_is_not_shared_over_a_noun(parsed: Parse) -> None:
    text = "They have some 1,200 soldiers and 90 police."
    assert counts(parsed, text) == [{"best": 1200, "rel": "about"}, {"best": 90}]


@pytest.mark.parametrize(
    "written", ["between 300 and 400", "300 to 400", "300-400", "300–400", "three to four hundred"]
)
def test_a_range_has_two_ends_and_no_best(parsed: Parse, written: str) -> None:
    assert counts(parsed, f"The base houses {written} soldiers.") == [{"low": 300, "high": 400}]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Finland's thousand are expected on Monday.", 1000),
        ("Its first hundred soldiers arrived.", 100),
        ("He may ask for another hundred observers.", 100),
    ],
)
def test_a_bare_hundred_with_an_owner_is_one_hundred(parsed: Parse, text: str, value: int) -> None:
    assert [c["best"] for c in counts(parsed, text)] == [value]


def test_a_few_hundred_stays_an_order_of_size(parsed: Parse) -> None:
    assert counts(parsed, "A few hundred soldiers arrived.") == [{"best": None, "rel": "hundreds"}]


def test_from_one_number_to_another_is_no_range(parsed: Parse) -> None:
    assert counts(parsed, "The force shrank from 60,000 to 20,000.") == [{"best": 60_000}, {"best": 20_000}]


@pytest.mark.parametrize(
    ("written", "rel"),
    [
        ("Dozens of", "dozens"),
        ("Scores of", "scores"),
        ("Hundreds of", "hundreds"),
        ("Several hundred", "hundreds"),
        ("Tens of thousands of", "thousands"),
        ("Several", "several"),
    ],
)
def test_an_order_of_size_has_no_best(parsed: Parse, written: str, rel: str) -> None:
    assert counts(parsed, f"{written} villagers fled.") == [{"best": None, "rel": rel}]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("They sent 780 Turkish combat soldiers.", ["soldiers"]),
        ("They sent 2,000 more troops.", ["troops"]),
        ("Another 600 police arrived.", ["police"]),
        ("It has 30 soldiers and 20 police.", ["soldiers", "police"]),
        ("The 4,500-strong force stayed.", ["force"]),
        ("A 230-man company left.", ["company"]),
        ("Two of the attackers died.", ["attackers"]),
        ("Of those hurt, 21 were French.", [None]),
        ("It has 600 military observers.", ["observers"]),
    ],
)
def test_the_counted_noun_is_found(parsed: Parse, text: str, counted: list[str | None]) -> None:
    assert nouns(parsed, text) == counted


@pytest.mark.parametrize(
    "text", ["He saw 11 of them.", "The guards, of whom 11 were hurt, left.", "It lost 11 of its men."]
)
def test_a_part_is_partitive(parsed: Parse, text: str) -> None:
    assert [count.partitive for _, count in found(parsed, text)] == [True]


def test_an_article_before_a_person_counts_one(parsed: Parse) -> None:
    [(tokens, count)] = found(parsed, "A Fijian soldier was hurt near the bridge.")
    assert (count.count.best, count.article, tokens[count.noun or 0].text) == (1, True, "soldier")


@pytest.mark.parametrize(
    "text",
    [
        "They met on October 9.",
        "They met on 12 June 1999.",
        "It was founded in 2008.",
        "It was quiet in the 1990s.",
        "They left at 6 p.m.",
        "They came at about 3 a.m.; the road was empty.",
        "Phone +383 38 503 603.",
        "Shots fell on 7 and 9 May.",
        "They left at 09:30.",
        "The 65th anniversary passed.",
        "They drove along Route 6 to Mile 91.",
        "It rests on resolution 1244 (1999).",
        "See document S/1996/65.",
        "It lies in Sector 4.",
        "Battalion 124 came home.",
        "See paragraph 7.",
        "Resolutions 1244 and 1325 were recalled.",
        "It cost $20 million.",
        "It cost A$2 million.",
        "It cost 50 euros.",
        "It fell by 9 per cent.",
        "It fell by 41%.",
        "They drove 25 km.",
        "The fence runs for 500 metres.",
        "They carried 30 kilos.",
        "An 81mm mortar was found.",
        "They talked for two hours.",
        "It lasted six months.",
        "Much changed in the past 20 years.",
        "Anna Ruiz, 58, who leads the office, left.",
        "The 42-year-old left.",
        "One in three left.",
        "Two thirds of the land burned.",
        "No one was hurt.",
    ],
)
def test_a_number_that_counts_nothing_is_none(parsed: Parse, text: str) -> None:
    assert counts(parsed, text) == []


def test_four_digits_count_people_and_date_events(parsed: Parse) -> None:
    assert counts(parsed, "In 2023 it had 2023 troops.") == [{"best": 2023}]


def test_a_mention_covers_its_hedge(parsed: Parse) -> None:
    text = "Last week at least another 30 police came."
    [(tokens, count)] = found(parsed, text)
    assert text[tokens[count.first].start : tokens[count.last - 1].end] == "at least another 30"


def spelled(value: int, joint: str, hyphen: str) -> str:
    """A number in words, as our own small inverse of the grammar."""
    for size, name in ((1_000_000, "million"), (1_000, "thousand")):
        if value >= size:
            rest = spelled(value % size, joint, hyphen) if value % size else ""
            link = joint if value % size < 100 else " "
            return f"{spelled(value // size, joint, hyphen)} {name}{link + rest if rest else ''}"
    if value >= 100:
        rest = spelled(value % 100, joint, hyphen) if value % 100 else ""
        return f"{_UNIT[value // 100]} hundred{joint + rest if rest else ''}"
    if value in _UNIT:
        return _UNIT[value]
    return _TEN[value - value % 10] + (hyphen + _UNIT[value % 10] if value % 10 else "")


def tokens_of(text: str) -> tuple[Token, ...]:
    """Tokens as spaCy cuts numbers: at spaces, and hyphens apart."""
    cut, tokens, start = text.replace("-", " - ").split(), [], 0
    for i, word in enumerate(cut):
        tokens.append(Token(i, start, start + len(word), word, word.lower(), "NUM", "CD", "nummod", 0))
        start += len(word) + 1
    return tuple(tokens)


@given(
    st.integers(1, 9_999_999),
    st.sampled_from([" ", " and "]),
    st.sampled_from([" ", "-"]),
    st.sampled_from(["", "upper"]),
)
def test_every_number_in_words_is_read_back(value: int, joint: str, hyphen: str, case: str) -> None:
    written = spelled(value, joint, hyphen)
    words = words_of(tokens_of(written.upper() if case else written))
    numeral = read_numeral(words, 0)
    assert numeral is not None
    assert (numeral.value, numeral.last) == (value, len(words))


@given(st.integers(0, 9_999_999))
def test_every_number_in_digits_is_read_back(value: int) -> None:
    for written in (str(value), f"{value:,}", f"{value:,}".replace(",", " ")):
        numeral = read_numeral(words_of(tokens_of(written)), 0)
        assert numeral is not None
        assert numeral.value == value


@settings(deadline=None)  # the first reading loads the lists of words
@given(st.lists(st.sampled_from("a 5 two hundred and - to of thousand % May 1999 , dozen half soldiers ( )".split())))
def test_any_words_at_all_are_read_without_error(words: list[str]) -> None:
    tokens = tokens_of(" ".join(words))
    assert all(0 <= count.first < count.last <= len(tokens) for count in find_counts(tokens))
