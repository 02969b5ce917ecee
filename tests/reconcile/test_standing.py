"""What an operation stands on: each act once, by whoever tells it best."""

from muster.model.claim import Mandate, Status
from muster.reconcile.standing import standing
from reconcile.sample_reports import report

RESOLUTION = "UNSCR 1244"


def founded(basis: str | None = RESOLUTION, act: str = "established") -> Mandate:
    return Mandate(act=act, basis=basis)


def test_an_act_told_by_its_year_and_by_its_day_is_one_and_shown_by_the_day() -> None:
    told = [report(founded(), "a", "2018-11-01", "1999"), report(founded(), "b", "2006-11-20", "1999-06-10")]
    (begun,) = standing(told).begun
    assert (begun.report.edtf, len(begun.lineages)) == ("1999-06-10", 2)


def test_who_names_no_document_tells_of_the_one_that_another_names() -> None:
    told = [report(founded("a decision of the Council"), "a", when="1999-06"), report(founded(), "b", when="1999-06")]
    (begun,) = standing(told).begun
    assert begun.claim.slots["basis"] == RESOLUTION


def test_two_resolutions_two_years_or_two_statuses_are_two_acts() -> None:
    again = founded("UNSCR 1035")
    told = [
        report(founded(), "a", when="1999"),
        report(again, "b", when="1999"),
        report(founded(), "c", when="1995"),
        report(founded(), "d", when="1999", status=Status.PLANNED),
    ]
    assert len(standing(told).begun) == 4
