"""The day of publication is read only where the page prints it beyond doubt."""

import pytest

from muster.read import publication_day, segment

BODY = "\n\nThe mission said on Monday that 40 of its soldiers had left the camp on 3 May 2001.\n"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Soldiers leave\n\nPublished 5 June 2023", "2023-06-05"),
        ("Soldiers leave\n\nPublished 5 June 2023 - Updated 7 June 2023", "2023-06-05"),
        ("THE EXAMPLE HERALD        Saturday, September 14, 2013\n\nSoldiers leave", "2013-09-14"),
        ("United Nations\nSecurity Council          Distr.: General\n          9 July 2021", "2021-07-09"),
        ("Soldiers leave\n\n14.03.2024 11:45", "2024-03-14"),
        ("Soldiers leave\n\n2024-03-14", "2024-03-14"),
        ("Soldiers leave\n\n03.04.2024 11:45", None),
        ("Soldiers leave\n\nUpdated 7 June 2023", None),
        ("Soldiers leave\n\n5 June", None),
        ("Soldiers leave\n\n31 February 2023", None),
        ("Soldiers leave\n\nStrength as of 4 March 2011", None),
        ("Soldiers leave", None),
    ],
)
def test_days(head: str, day: str | None) -> None:
    text = head + BODY
    assert publication_day(text, segment(text)) == day


def test_dateline_with_a_year() -> None:
    text = "Soldiers leave\n\nGENEVA, Aug 31, 2014 (Example Wire) - The mission said that 40 soldiers had left.\n"
    assert publication_day(text, segment(text)) == "2014-08-31"
