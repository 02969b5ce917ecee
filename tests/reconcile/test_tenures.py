"""Who led, from when to when."""

from muster.model.claim import Command, Status
from muster.reconcile.tenures import tenures
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
