"""Who led, from when to when."""

from muster.model.claim import Command, Status
from muster.model.judgement import Judgement, Ties, Verdict
from muster.model.report import Report
from muster.reconcile.tenures import disputed_times, handovers, tenures
from reconcile.sample_reports import report


def test_who_takes_command_serves_until_relieved() -> None:
    takes = report(Command(holder="Ana Pale", act="takes", country="IE"), "a", "2021-02-01", "2021-01-31")
    relieved = report(
        Command(holder="Ben Roe", act="takes", country="GH", predecessor="Pale"), "b", "2023-02-02", "2023-02-01"
    )
    now, before = tenures([takes, relieved])
    assert (now.holder, now.since, now.until, now.serving) == ("Ben Roe", "2023-02-01", None, True)
    assert (before.holder, before.since, before.until, before.serving) == (
        "Ana Pale",
        "2021-01-31",
        "2023-02-01",
        False,
    )


def test_an_office_has_one_holder_even_if_nobody_told_of_the_change() -> None:
    old = report(Command(holder="Ana Pale", act="holds"), "a", "2011-02-01")
    new = report(Command(holder="Ben Roe", act="holds"), "b", "2023-02-01")
    deputy = report(Command(holder="Cy Dow", act="holds", role="Deputy Commander"), "a", "2011-02-01")
    assert [(one.holder, one.serving) for one in tenures([old, new, deputy])] == [
        ("Ben Roe", True),
        ("Ana Pale", False),
        ("Cy Dow", True),
    ]


def test_reports_of_one_person_are_one_tenure_under_the_fullest_name() -> None:
    reports = [
        report(Command(holder="Pale", act="holds"), "a", "2021-03-01"),
        report(Command(holder="Ana Pale", act="takes", country="IE"), "b", "2021-02-01", "2021-01-31"),
    ]
    (tenure,) = tenures(reports)
    assert (tenure.holder, tenure.country, tenure.since) == ("Ana Pale", "IE", "2021-01-31")
    assert len(tenure.acts) == 2


def test_who_is_only_to_take_command_does_not_serve() -> None:
    plan = report(Command(holder="Ben Roe", act="takes"), "a", "2023-01-01", "2023-02-01", Status.PLANNED)
    (tenure,) = tenures([plan])
    assert not tenure.serving


def holds(holder: str, day: str, page: str = "a", role: str | None = None, country: str | None = None) -> Report:
    return report(Command(holder=holder, act="holds", role=role, country=country), page, day)


def takes(holder: str, day: str, page: str = "b", when: str | None = None, after: str | None = None) -> Report:
    return report(Command(holder=holder, act="takes", country="GH", predecessor=after), page, day, when or day)


def test_a_name_that_fits_two_holders_is_neithers() -> None:
    made = tenures(
        [holds("Ana Pale", "2021-03-01"), holds("Cy Pale", "2022-03-01", "b"), holds("Pale", "2023-03-01", "c")]
    )
    assert sorted(one.holder for one in made) == ["Ana Pale", "Cy Pale", "Pale"]


def test_a_person_says_whose_a_name_is() -> None:
    said = Judgement(Verdict.SAME, ("person:Pale", "person:Cy Pale"), "an analyst", number=1)
    reports = [holds("Ana Pale", "2021-03-01"), holds("Cy Pale", "2022-03-01", "b"), holds("Pale", "2023-03-01", "c")]
    assert {one.holder: one.names for one in tenures(reports, Ties([said]))}["Cy Pale"] == ("Cy Pale", "Pale")


def test_a_country_leads_by_its_officer() -> None:
    country = report(Command(holder="GH", act="takes", country="GH", ordinal="first"), "c", "2023-02-03", "2023-02-01")
    (tenure,) = tenures([takes("Ben Roe", "2023-02-01"), country])
    assert (tenure.holder, tenure.names) == ("Ben Roe", ("Ben Roe", "GH"))


def test_forms_of_one_office_are_one_and_deputies_have_their_own() -> None:
    made = tenures(
        [
            holds("Ana Pale", "2021-03-01", role="Special Representative and Chief of Mission"),
            holds("Ben Roe", "2023-03-01", "b", role="my Special Representative"),
            holds("Cy Dow", "2023-03-01", "b", role="Deputy Special Representative"),
        ]
    )
    assert {one.holder: (one.serving, one.deputy) for one in made} == {
        "Ana Pale": (False, False),
        "Ben Roe": (True, False),
        "Cy Dow": (True, True),
    }


def test_the_day_with_more_independent_sources_holds_and_the_dispute_is_told() -> None:
    told = [takes("Ben Roe", "2023-02-02", page, when) for page, when in zip("bcd", DAYS, strict=True)]
    made = tenures(told)
    (dispute,) = disputed_times(made)
    assert made[0].since == "2023-02-01"
    assert (dispute.type, dispute.about, dispute.subject) == ("conflict", "command", "Ben Roe")
    assert [one.report.edtf for one in dispute.set_aside] == ["2023-01-31"]


DAYS = ("2023-02-01", "2023-02-01", "2023-01-31")


def test_a_plan_supports_the_day_it_named() -> None:
    plan = report(Command(holder="Ben Roe", act="takes"), "a", "2023-01-01", "2023-02-01", Status.PLANNED)
    told = [takes("Ben Roe", "2023-02-02", "b", "2023-01-31"), takes("Ben Roe", "2023-02-02", "c", "2023-02-01")]
    assert tenures([plan, *told])[0].since == "2023-02-01"


def test_a_month_and_a_day_in_it_are_no_dispute() -> None:
    assert (
        disputed_times(tenures([takes("Ben Roe", "2023-03-01", "b", "2023-02"), takes("Ben Roe", "2023-02-02")])) == []
    )


def test_a_handover_told_as_one_leaves_no_gap() -> None:
    made = tenures([holds("Ana Pale", "2022-01-01"), takes("Ben Roe", "2023-02-01", after="Pale")])
    (one,) = handovers(made)
    assert (one.predecessor, one.successor, one.time, one.gap) == ("Ana Pale", "Ben Roe", "2023-02-01", 0)


def test_days_without_a_holder_are_a_gap() -> None:
    left = report(Command(holder="Ana Pale", act="hands-over"), "a", "2023-01-20", "2023-01-20")
    (one,) = handovers(tenures([holds("Ana Pale", "2022-01-01"), left, takes("Ben Roe", "2023-02-01")]))
    assert one.gap == 12


def test_a_former_holder_told_to_be_in_office_is_an_overlap() -> None:
    late = holds("Ana Pale", "2023-02-06", "z")
    (one,) = handovers(tenures([takes("Ana Pale", "2021-02-01", "y"), late, takes("Ben Roe", "2023-02-01")]))
    assert one.gap == -5


def test_between_two_holders_of_whom_nobody_told_the_change_the_gap_is_not_known() -> None:
    (one,) = handovers(tenures([holds("Ana Pale", "2014-10-31"), holds("Ben Roe", "2016-02-01", "b")]))
    assert (one.time, one.gap, [act.day for act in one.acts]) == (None, None, ["2014-10-31", "2016-02-01"])


def test_a_tenure_is_told_of_from_its_first_report_to_its_last() -> None:
    (one,) = tenures([holds("Ana Pale", day, day) for day in ("2012-01-31", "2013-02-04", "2014-10-31")])
    assert one.seen == ("2012-01-31", "2014-10-31")
