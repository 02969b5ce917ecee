"""How times are read: explicit, relative to publication, inherited; under their prepositions."""

import re
from collections.abc import Callable

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.annotate.times import find_times, last_spoken_of
from muster.model.annotation import Token, WhenMention
from muster.model.when import Resolution, extent_of

Parse = Callable[[str], list[tuple[Token, ...]]]
MONDAY = "2023-06-05"


def times(parsed: Parse, text: str, published: str | None = MONDAY, anchor: str | None = None) -> list[WhenMention]:
    return [time for tokens in parsed(text) for time in find_times(tokens, published, anchor=anchor)]


def values(parsed: Parse, text: str, published: str | None = MONDAY, anchor: str | None = None) -> list[str | None]:
    return [time.when.edtf for time in times(parsed, text, published, anchor)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("on June 12, 1999", "1999-06-12"),
        ("on 12 June 1999", "1999-06-12"),
        ("on the 12th of June 1999", "1999-06-12"),
        ("on 9 of October of 2009", "2009-10-09"),
        ("on 17 MAY 95", "1995-05-17"),
        ("on 2003-08-04", "2003-08-04"),
        ("on 25/06/2003", "2003-06-25"),
        ("in March 2021", "2021-03"),
        ("in early 2004", "2004"),
        ("in 1999", "1999"),
        ("at the end of 2007", "2007-12-31"),
        ("at the end of April 2011", "2011-04-30"),
        ("in the spring of 1994", "1994-21"),
        ("in the third quarter of 2004", "2004-07/2004-09"),
        ("in the summer of '95", "1995-22"),
        ("in the 1990s", "199X"),
        ("between 29 May and 2 June 2003", "2003-05-29/2003-06-02"),
        ("from 27 to 29 April 2003", "2003-04-27/2003-04-29"),
        ("from 19 December 2020 to 18 June 2021", "2020-12-19/2021-06-18"),
        ("from 31 December to 2 January 2004", "2003-12-31/2004-01-02"),
        ("from 1994 until 1996", "1994/1996"),
        ("in 1996-1999", "1996/1999"),
    ],
)
def test_a_date_written_in_full_is_explicit(parsed: Parse, written: str, value: str) -> None:
    [time] = times(parsed, f"The villagers fled {written}.", published=None)
    assert (time.when.edtf, time.when.resolution) == (value, Resolution.EXPLICIT)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("on March 19", "2023-03-19"),
        ("on 9 October", "2022-10-09"),
        ("on Sept. 20", "2022-09-20"),
        ("in March", "2023-03"),
        ("in mid-May", "2023-05"),
        ("in late May", "2023-05"),
        ("at the end of April", "2023-04-30"),
        ("on 25 June last year", "2022-06-25"),
        ("in June last year", "2022-06"),
        ("last June", "2022-06"),
        ("on 14 December last", "2022-12-14"),
        ("today", "2023-06-05"),
        ("yesterday", "2023-06-04"),
        ("last night", "2023-06-04"),
        ("overnight", "2023-06-04/2023-06-05"),
        ("on Sunday", "2023-06-04"),
        ("on Monday", "2023-06-05"),
        ("last Monday", "2023-05-29"),
        ("on Friday night", "2023-06-02"),
        ("last week", "2023-05-29/2023-06-04"),
        ("last weekend", "2023-06-03/2023-06-04"),
        ("on Tuesday last week", "2023-05-30"),
        ("last month", "2023-05"),
        ("at the end of last month", "2023-05-31"),
        ("this year", "2023"),
        ("last year", "2022"),
        ("two days ago", "2023-06-03"),
        ("three months ago", "2023-03"),
    ],
)
def test_the_past_is_reckoned_back_from_publication(parsed: Parse, written: str, value: str) -> None:
    [time] = times(parsed, f"The villagers fled {written}.")
    assert (time.when.edtf, time.when.resolution) == (value, Resolution.RELATIVE)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("on 9 October", "2023-10-09"),
        ("in March", "2024-03"),
        ("on Sunday", "2023-06-11"),
        ("next Monday", "2023-06-12"),
        ("tomorrow", "2023-06-06"),
        ("next month", "2023-07"),
        ("early next year", "2024"),
        ("next spring", "2024-21"),
        ("within ten days", "../2023-06-15"),
        ("within a fortnight", "../2023-06-19"),
        ("over the next three weeks", "2023-06-05/2023-06-26"),
    ],
)
def test_with_a_future_the_next_one_is_meant(parsed: Parse, written: str, value: str) -> None:
    assert values(parsed, f"The battalion will leave {written}.") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The mandate expires on 31 August.",
        "By then, on 31 August, it will have left.",
        "The unit is due in Pristina on 31 August.",
        "Its mandate was extended to 31 August.",
        "The battalion is to leave on 31 August.",
        "The mandate lapses on 31 August.",
        "Two hundred Czechs follow on 31 August.",
        "The vote was meant for 31 August.",
        "Elections have been called for 31 August.",
        "The minister wants the battalion home by 31 August.",
        "The council approved the appointment of a new commander with effect from 31 August.",
        "The mandate was rolled over until 31 August.",
        "The company will come home in stages beginning 31 August.",
    ],
)
def test_what_is_due_lies_ahead(parsed: Parse, text: str) -> None:
    assert [time.bare for time in times(parsed, text) if time.bare] == ["2023-08-31"]


def test_what_somebody_watched_has_been(parsed: Parse) -> None:
    assert values(parsed, "The villagers watched the lorries leave on Saturday.") == ["2023-06-03"]


@pytest.mark.parametrize(
    ("written", "value", "bare", "relation"),
    [
        ("by 23 December 2005", "../2005-12-23", "2005-12-23", "by"),
        ("until 15 October 2012", "../2012-10-15", "2012-10-15", "until"),
        ("by the end of April 2023", "../2023-04", "2023-04-30", "by"),
        ("before March 2006", "../2006-03", "2006-03", "before"),
        ("since 1978", "1978/..", "1978", "since"),
        ("after 5 October 2005", "2005-10-05/..", "2005-10-05", "after"),
        ("on 5 October 2005", "2005-10-05", "2005-10-05", "at"),
    ],
)
def test_a_preposition_bounds_the_time_and_the_date_stays_at_hand(
    parsed: Parse, written: str, value: str, bare: str, relation: str
) -> None:
    [time] = times(parsed, f"The post was empty {written}.")
    assert (time.when.edtf, time.bare, time.relation) == (value, bare, relation)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("on the tenth of March", "2023-03-10"),
        ("on the twenty-first of March", "2023-03-21"),
        ("on the last of March", "2023-03-31"),
        ("on the last day of March", "2023-03-31"),
        ("on the third of this month", "2023-06-03"),
        ("on the 30th of last month", "2023-05-30"),
        ("on 23-May-23", "2023-05-23"),
        ("on 20-Apr", "2023-04-20"),
        ("on Sunday the 21st", "2023-05-21"),
        ("last Friday, the 26th", "2023-05-26"),
        ("in the first half of May", "2023-05-01/2023-05-15"),
        ("in the second half of May", "2023-05-16/2023-05-31"),
        ("in the third week of May", "2023-05"),
        ("in the first quarter", "2023-01/2023-03"),
        ("a year ago today", "2022-06-05"),
    ],
)
def test_days_are_spelled_out_and_weeks_counted_within_a_month(parsed: Parse, written: str, value: str) -> None:
    assert values(parsed, f"The villagers fled {written}.") == [value]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("on Good Friday", "2023-04-07"),
        ("on Easter Monday", "2023-04-10"),
        ("on Good Friday 1998", "1998-04-10"),
        ("on Boxing Day", "2022-12-26"),
        ("at New Year", "2023-01-01"),
    ],
)
def test_feasts_are_days(parsed: Parse, written: str, value: str) -> None:
    assert values(parsed, f"The villagers fled {written}.") == [value]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("on 25 and 26 May", "2023-05-25/2023-05-26"),
        ("on May 25 and 26", "2023-05-25/2023-05-26"),
        ("on 8, 9 and 10 May", "2023-05-08/2023-05-10"),
        ("last Thursday and Friday", "2023-06-01/2023-06-02"),
        ("in April and May", "2023-04/2023-05"),
    ],
)
def test_days_and_months_that_follow_each_other_are_one_stretch(parsed: Parse, written: str, value: str) -> None:
    assert values(parsed, f"The villagers fled {written}.") == [value]


@pytest.mark.parametrize(("anchor", "value"), [("2023-05", "2023-05-20"), ("2022-02-08", "2023-05-20")])
def test_a_number_alone_is_of_the_month_last_spoken_of_unless_that_is_long_past(
    parsed: Parse, anchor: str, value: str
) -> None:
    assert values(parsed, "The villagers fled on the 20th.", anchor=anchor) == [value]


def test_a_log_leaves_out_the_article(parsed: Parse) -> None:
    assert values(parsed, "Villager taken 20th, still missing.") == ["2023-05-20"]


def test_a_weekday_with_week_is_one_week_further_off(parsed: Parse) -> None:
    assert values(parsed, "The villagers fled on Sunday week.") == ["2023-05-28"]


@pytest.mark.parametrize(
    "text",
    [
        "On Friday, the second convoy left.",
        "The second quarter of the town burnt down.",
        "They look for a new year without war.",
    ],
)
def test_what_only_looks_like_a_day_is_none(parsed: Parse, text: str) -> None:
    assert values(parsed, text) in ([], ["2023-06-02"])


def test_without_publication_the_year_stays_open(parsed: Parse) -> None:
    assert values(parsed, "They took command on October 9.", published=None) == ["XXXX-10-09"]


@pytest.mark.parametrize("written", ["on Sunday", "last week", "yesterday", "two days ago", "last year"])
def test_without_publication_a_relative_time_is_unresolved(parsed: Parse, written: str) -> None:
    [time] = times(parsed, f"The villagers fled {written}.", published=None)
    assert (time.when.edtf, time.bare, time.when.resolution) == (None, None, Resolution.UNRESOLVED)


def test_later_times_are_told_from_earlier_ones(parsed: Parse) -> None:
    text = "On 12 June 1999 they came, two days later they dug in, and that night it rained."
    assert values(parsed, text) == ["1999-06-12", "1999-06-14", "1999-06-14"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The same day a bridge fell.", "1999-06-12"),
        ("A day earlier a bridge fell.", "1999-06-11"),
        ("The next day a bridge fell.", "1999-06-13"),
        ("Later that month a bridge fell.", "1999-06"),
        ("A bridge fell on 1 July that year.", "1999-07-01"),
    ],
)
def test_the_anchor_is_the_date_last_spoken_of(parsed: Parse, text: str, value: str) -> None:
    [time] = times(parsed, text, anchor="1999-06-12")
    assert (time.when.edtf, time.when.resolution) == (value, Resolution.INHERITED)


def test_without_an_anchor_they_are_unresolved(parsed: Parse) -> None:
    assert values(parsed, "The same day a bridge fell.") == [None]


def test_an_undated_page_carries_the_year_forward_only(parsed: Parse) -> None:
    assert values(parsed, "A bridge fell on 26 August.", None, "2001-08-13") == ["2001-08-26"]
    assert values(parsed, "A bridge fell on 2 March.", None, "2001-08-13") == ["XXXX-03-02"]


def test_days_that_share_a_month_are_times_of_their_own(parsed: Parse) -> None:
    assert values(parsed, "A bridge fell on 7 and 9 May 2003.") == ["2003-05-07", "2003-05-09"]


def test_what_comes_after_a_lapse_is_reckoned_back(parsed: Parse) -> None:
    [_, time] = times(parsed, "He took over on Sunday, two days after the vote in the capital.")
    assert (time.when.edtf, time.relation) == ("2023-06-02", "of-what-follows")


def test_the_last_date_of_a_sentence_is_the_next_anchor(parsed: Parse) -> None:
    mentions = times(parsed, "They came on 12 June 1999 and left on 3 July 1999.")
    assert last_spoken_of(mentions, "1978") == "1999-07-03"
    assert last_spoken_of([], "1978") == "1978"


@pytest.mark.parametrize("written", ["31 February 2020", "30 February", "45/06/2003", "31 November 1999"])
def test_a_day_that_does_not_exist_has_no_value(parsed: Parse, written: str) -> None:
    assert not [value for value in values(parsed, f"The villagers fled on {written}.") if value and len(value) == 10]


@pytest.mark.parametrize(
    "text",
    [
        "The second soldier may march.",
        "The Sunday Times wrote so.",
        "It rests on resolution 1244 (1999).",
        "See document S/1996/65.",
        "A 24-hour curfew was lifted.",
        "Anna Ruiz, 58, spoke.",
        "They talked for two hours.",
        "It met on 04/06/2023.",
        "Captain May spoke.",
        "It has 2004 troops.",
    ],
)
def test_what_only_looks_like_a_time_is_none(parsed: Parse, text: str) -> None:
    assert values(parsed, text) == []


def test_a_mention_covers_the_words(parsed: Parse) -> None:
    text = "The force has been there since 12 June 1999."
    [tokens] = parsed(text)
    [time] = find_times(tokens, None)
    assert text[tokens[time.first].start : tokens[time.last - 1].end] == "since 12 June 1999"
    assert time.when.words == "12 June 1999"


WORDS = (
    "on by since until the end of last next this 31 30 5 29 February April March Monday year week month 1999 2023 , to "
    "between and two days later ago earlier from early late - same that day spring in weekend within a fortnight 20th"
).split()


def tokens_of(words: list[str]) -> tuple[Token, ...]:
    tokens, start = [], 0
    for i, word in enumerate(words):
        pos, tag = ("PROPN", "NNP") if word[0].isupper() else ("NUM", "CD") if word[0].isdigit() else ("ADP", "IN")
        tokens.append(Token(i, start, start + len(word), word, word.lower(), pos, tag, "pobj", 0))
        start += len(word) + 1
    return tuple(tokens)


@settings(deadline=None)  # the first reading loads the lists of words
@given(
    st.lists(st.sampled_from(WORDS), max_size=12),
    st.one_of(st.none(), st.dates().map(str).filter(lambda day: re.match("19|20", day))),
    st.sampled_from([None, "1999", "1999-06", "1999-06-12", "1999-06-12/1999-06-14", "XXXX-10-09", "199X", "1994-21"]),
)
def test_every_value_is_edtf_of_days_that_exist(words: list[str], published: str | None, anchor: str | None) -> None:
    for time in find_times(tokens_of(words), published, anchor=anchor):
        for value in filter(None, (time.when.edtf, time.bare)):
            # The package knows no open interval from a date without a year; ISO 8601-2 does.
            known = value.replace("XXXX", "2000") if ".." in value else value
            assert edtf.parse_edtf(known)
            assert extent_of(value)
        assert (time.when.edtf is None) == (time.when.resolution is Resolution.UNRESOLVED)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Leaders continue to condemn incidents such as the attack on a market on 20 September.", "2006-09-20"),
        ("The Mission will look into the attack on a returnee's house on 20 September.", "2006-09-20"),
        ("Those responsible for the riots in March are to be tried.", "2006-03"),
        ("The Assembly failed to elect a President on 20 September.", "2006-09-20"),
        ("The police began to patrol the market on 20 September.", "2006-09-20"),
        ("The parties agreed to meet on 12 October.", "2006-10-12"),
        ("The two sides were to have met on 12 October.", "2006-10-12"),
        ("The elections scheduled for 28 October were held in calm.", "2006-10-28"),
        ("Since 20 September the police will not enter the north.", "2006-09-20/.."),
        ("The parties agreed to meet on 12 January.", "2007-01-12"),
        ("The mandate will expire on 20 September.", "2007-09-20"),
        ("Troops are to remain until 30 September.", "../2007-09-30"),
    ],
)
def test_a_report_of_a_period_looks_back_unless_its_clause_looks_ahead(parsed: Parse, text: str, value: str) -> None:
    assert values(parsed, text, "2006-11-20") == [value]


def test_the_day_of_a_month_still_to_come_is_of_the_last_one(parsed: Parse) -> None:
    text = "The President thanked them on the 20th."
    assert values(parsed, text, "2019-09-27", anchor="2019-11-15") == ["2019-09-20"]
