"""Which time a claim takes from its sentence, and from what stands before it."""

from collections.abc import Callable

import pytest

from muster.model.claim import Claim, Status

Claims = Callable[..., tuple[Claim, ...]]


def day(claims: tuple[Claim, ...], kind: str) -> list[str | None]:
    """The times of the claims of a kind, in order."""
    return [c.when.edtf if c.when else None for c in claims if c.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "General Ines Prado has led UNMIL since the mission opened its doors on 1 October 2003.",
        "Ms Ines Prado has been force commander of UNMIL since it began work on 1 October 2003.",
    ],
)
def test_what_has_been_since_an_event_has_been_since_its_day(claims_of: Claims, text: str) -> None:
    assert day(claims_of(text), "command") == ["2003-10-01/.."]


def test_a_participle_that_says_what_something_came_to_has_no_time(claims_of: Claims) -> None:
    assert day(claims_of("UNMIL came into being in October 2003."), "mandate") == ["2003-10"]


def test_the_present_with_a_day_to_come_is_planned(claims_of: Claims) -> None:
    text = "UNMIL was not needed, and the Nigerians are flying home on Sunday."
    [claim] = (c for c in claims_of(text, "2017-01-27") if c.kind == "movement")
    assert (claim.status, claim.when.edtf if claim.when else None) == (Status.PLANNED, "2017-01-29")


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
