"""The day of what a log or a diary enters: from its head, from the label above an entry, or none."""

from collections.abc import Callable

import pytest

from muster.annotate import annotate_one
from muster.extract.log_days import day_of_log
from muster.model.claim import Claim
from muster.model.document import Document
from muster.read import segment

Claims = Callable[..., tuple[Claim, ...]]


def day(claims: tuple[Claim, ...], kind: str) -> list[str | None]:
    """The times of the claims of a kind, in order."""
    return [c.when.edtf if c.when else None for c in claims if c.kind == kind]


def read_day(text: str, words: str, published: str = "1974-08-16") -> str | None:
    """The day of the log at the first place of some words."""
    when = day_of_log(annotate_one(Document("x", text, segment(text), published)), text.index(words))
    return None if when is None else when.edtf


LOG = """UNFICYP  DUTY LOG  SECTOR 4

{day}
0015   Radio check, all posts.
0140   Shots near the mill.
0520   Post 12: two Danish soldiers wounded by a mortar.
0700   Relief by the Swedes.
{later}
0810   Post 9: a Danish soldier wounded at the well.
"""


def test_the_entries_of_a_log_are_of_its_day(claims_of: Claims) -> None:
    assert day(claims_of(LOG.format(day="", later=""), "1974-08-16"), "casualty") == ["1974-08-16", "1974-08-16"]


def test_a_line_that_is_only_a_day_dates_the_entries_under_it(claims_of: Claims) -> None:
    log = LOG.format(day="WED 14 AUG", later="15 Aug")
    assert day(claims_of(log, "1974-08-16"), "casualty") == ["1974-08-14", "1974-08-15"]


def test_a_page_mark_in_a_log_is_no_day(claims_of: Claims) -> None:
    log = LOG.format(day="WED 14 AUG", later="1/12")
    assert day(claims_of(log, "1974-08-16"), "casualty") == ["1974-08-14", "1974-08-14"]


def test_what_stands_behind_a_log_is_none_of_its_entries(claims_of: Claims) -> None:
    log = LOG.format(day="WED 14 AUG", later="") + "\nTwo Finnish soldiers were wounded by a mine near Lefka.\n"
    assert day(claims_of(log, "1974-08-16"), "casualty")[-1] is None


def test_a_chronology_by_year_is_no_log(claims_of: Claims) -> None:
    years = ("1950  Rebels attacked a camp at Lod.", "1956  Gunmen raided the town.", "2003  Rebels attacked a post.")
    text = "KFOR\n\n" + "\n".join((*years, "2010  Militia attacked the camp at Foca."))
    assert "2012-06-20" not in day(claims_of(text, "2012-06-20"), "incident")


def test_without_times_of_the_clock_nothing_is_a_log(claims_of: Claims) -> None:
    text = "UNFICYP had bad luck at the mill. Two Danish soldiers were wounded by a mortar."
    assert day(claims_of(text, "1974-08-16"), "casualty") == [None]


def test_a_log_is_of_the_one_day_its_head_gives(claims_of: Claims) -> None:
    log = LOG.format(day="Sheet of 14 AUG 74, all times local", later="")
    assert day(claims_of(log, "1974-08-16"), "casualty") == ["1974-08-14", "1974-08-14"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Wed 14 AUG 74.", "Thu 15."),
        ("- Wednesday:", "- Thursday:"),
        ("14 Aug -", "15 Aug -"),
        ("Wed 14  ", "Thu 15  "),
        ("WEDNESDAY\n", "THURSDAY\n"),
    ],
)
def test_what_a_day_brought_in_a_diary_is_of_the_day_before_it(claims_of: Claims, first: str, second: str) -> None:
    told = "A Danish soldier was killed by a mine."
    diary = f"UNFICYP, our week\n\n{first} Rain. {told}\n{second} Dry. Two Swedes were wounded.\n"
    assert day(claims_of(diary, "1974-08-16"), "casualty") == ["1974-08-14", "1974-08-15"]


def test_days_of_a_week_that_begins_before_the_last_one_are_told_in_order(claims_of: Claims) -> None:
    diary = (
        "UNFICYP, our week\n\nFRIDAY. A Danish soldier was killed by a mine.\nSATURDAY. Rain.\n"
        "MONDAY. A Swede was wounded by a mine.\n"
        "FRIDAY. A Finn was wounded by a mine.\n"
    )
    assert day(claims_of(diary, "1974-08-16"), "casualty") == ["1974-08-09", "1974-08-12", "1974-08-16"]


def test_a_day_at_which_a_line_breaks_is_no_label(claims_of: Claims) -> None:
    text = (
        "The convoy of the United Nations Force in Cyprus crossed the river on\n3 March. It was late.\n\n"
        "Two Danish soldiers were wounded by a mine.\n\nThe Danish battalion reached the hills beyond it on\n5 March.\n"
    )
    assert day(claims_of(text, "1974-08-16"), "casualty") == [None]


def test_a_date_time_group_gives_a_day(claims_of: Claims) -> None:
    text = "SITREP UNFICYP\n\nA Danish soldier was killed by a mine at 141900Z.\n"
    assert day(claims_of(text, "1974-08-16"), "casualty") == ["1974-08-14"]


@pytest.mark.parametrize(
    "text",
    [
        "FRIDAY. A Danish soldier was killed by a mine.\nMONDAY. Rain.\nFRIDAY. Rain.\n",
        "14 Aug. A Danish soldier was killed by a mine.\n2 May. Rain.\n",
        "Thu 14 Aug. A Danish soldier was killed by a mine.\nFri 15 Aug. Rain.\n",
        "Mondays: A Danish soldier was killed by a mine.\nTuesdays: rain.\n",
        "12 August 1974\n\nLetter to the Council\n\nA Danish soldier was killed by a mine.\n\n13 August 1974\n",
        "The UNFICYP convoy left on\nMonday. A Danish soldier was killed by a mine.\nIt came back on\nTuesday. Rain.\n",
        "5 June - 9 June: A Danish soldier was killed by a mine.\n10 June - 12 June: rain.\n",
    ],
)
def test_a_label_that_gives_no_one_day_dates_nothing(text: str) -> None:
    assert read_day(text, "A Danish") is None


def test_a_label_without_a_year_goes_on_from_the_one_above_it(claims_of: Claims) -> None:
    diary = "UNFICYP\n\n14 Aug 1974. A Danish soldier was killed by a mine.\n15 Aug. Dry. Two Swedes were wounded.\n"
    assert day(claims_of(diary, "2006-06-16"), "casualty") == ["1974-08-14", "1974-08-15"]


def test_two_figures_of_a_year_are_of_the_last_such_year(claims_of: Claims) -> None:
    log = LOG.format(day="14 AUG 74", later="")
    assert day(claims_of(log, "2006-06-16"), "casualty") == ["1974-08-14", "1974-08-14"]


def test_a_head_with_two_dates_gives_no_day(claims_of: Claims) -> None:
    log = LOG.format(day="Log of 14 AUG 74, typed 15 AUG 74", later="")
    assert day(claims_of(log, "1974-08-16"), "casualty") == [None, None]


def test_what_comes_after_midnight_has_no_day_of_its_own(claims_of: Claims) -> None:
    log = "UNFICYP LOG\n\n0900   Quiet.\n1200   Quiet.\n2330   Shots.\n0030   Two Danish soldiers wounded by a mine.\n"
    assert day(claims_of(log, "1974-08-16"), "casualty") == [None]


@pytest.mark.parametrize(
    "words",
    [
        "at grid reference 141200E",
        "at MGRS 141200E",
        "at 341530N 141200E",
        "at 141200 e",
        "with 141200 a year",
        "at 991200Z",
    ],
)
def test_six_figures_are_no_time_without_their_zone(claims_of: Claims, words: str) -> None:
    claims = claims_of(f"UNFICYP said that a Danish soldier was killed by a mine {words}.", "1974-08-16")
    assert day(claims, "casualty") == [None]


@pytest.mark.parametrize(
    ("head", "read"),
    [
        ("DUTY LOG 14 AUG 0600 hrs onwards", "1974-08-14"),
        ("Log of 14 Aug 07:30 onwards", "1974-08-14"),
        ("Sheet of 14 AUG, all times local", "1974-08-14"),
        ("Wed 14 AUG 74.", "1974-08-14"),
        ("Ref our signal of 2 AUG 74\nSheet of 14 AUG 74", "1974-08-14"),
        ("Posts that were set up after the riots of 3 March 1973 and\nhave been manned since\n14 AUG 74", "1974-08-14"),
        ("Wednesday", "1974-08-14"),
        ("Sheet of 31 FEB 74", None),
        ("Tue 14 AUG 74", None),
        ("14 AUG 75", None),
    ],
)
def test_a_head_is_read_or_the_entries_have_no_day(head: str, read: str | None) -> None:
    assert read_day(LOG.format(day=head, later=""), "0520") == read


def test_the_words_of_the_day_are_those_of_the_date_alone() -> None:
    text = LOG.format(day="Sheet of 14 AUG 74, all times local", later="")
    when = day_of_log(annotate_one(Document("x", text, segment(text), "1974-08-16")), text.index("0520"))
    assert (when and when.words) == "14 AUG 74"


def test_a_day_far_above_a_log_is_that_of_the_paper() -> None:
    paper = "12 August 1974\n\nReport of the commander.\n\n"
    log = LOG.format(day="Sheet of 10 AUG 74, all times local", later="")
    text = paper + "Two men were killed in the hills.\n" * 12 + log
    assert (read_day(text, "Two men"), read_day(text, "0520")) == (None, "1974-08-10")


def test_a_label_with_words_behind_it_dates_the_entries_below() -> None:
    text = LOG.format(day="", later="Tue 13: quiet, all posts.")
    assert (read_day(text, "0520"), read_day(text, "0810")) == (None, "1974-08-13")


def test_a_weekday_goes_on_from_the_label_above_it() -> None:
    text = "Mon 5 Aug 1974. Rain.\nTuesday. Two Danes hit.\nWednesday. Dry.\n"
    found = [read_day(text, words, "1974-09-14") for words in ("Rain", "Two Danes", "Dry")]
    assert found == ["1974-08-05", "1974-08-06", "1974-08-07"]


def test_a_number_behind_a_label_is_no_part_of_it() -> None:
    text = "Tue 13. Rain.\nWed 14: 3 Danes killed by a mine.\nThu 15. Dry.\n"
    assert read_day(text, "3 Danes") == "1974-08-14"


def test_an_entry_that_tells_two_days_is_of_neither(claims_of: Claims) -> None:
    log = LOG.format(day="WED 14 AUG 74", later="").replace(
        "Post 9: a Danish soldier wounded at the well.",
        "A Danish soldier was wounded on 2 August, a Swede on 9 August.",
    )
    assert "1974-08-14" not in day(claims_of(log, "1974-08-16"), "casualty")[1:]


def test_capitals_of_other_alphabets_are_no_weekday() -> None:
    assert read_day("FRİDAY. Rain.\nMONDAY. Two Danes hit.\n", "Rain") is None


def test_papers_of_different_months_are_no_diary() -> None:
    text = "3 May 1974\n\nTwo Danes were hurt.\n\n12 July 1974\n\nA Swede was hurt.\n"
    assert read_day(text, "Two Danes") is None


def test_a_clock_that_falls_by_the_night_begins_another_day() -> None:
    log = "14 AUG 74\n0630   Quiet.\n0800   Quiet.\n1200   Quiet.\n1830   Shots.\n0700   Danes hit.\n"
    assert (read_day(log, "Shots"), read_day(log, "Danes")) == ("1974-08-14", None)


@pytest.mark.parametrize("group", ["at 141900Z AUG 74", "at 141900Z Aug 74", "at 141900Z Aug 1974"])
def test_a_date_time_group_may_have_its_month_and_year(claims_of: Claims, group: str) -> None:
    text = f"SITREP UNFICYP\n\nA Danish soldier was killed by a mine {group}.\n"
    assert day(claims_of(text, "2006-06-16"), "casualty") == ["1974-08-14"]
