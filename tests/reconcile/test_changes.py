"""What is shown otherwise on a later day, and which reports made the difference."""

from hypothesis import given
from hypothesis import strategies as st

from muster.model.claim import Casualty, Command, Contingent, Incident, Movement, Status, Strength
from muster.model.count import Count, Rel
from muster.model.record import Record, Report
from muster.reconcile import record
from muster.reconcile.changes import diff
from reconcile.sample_reports import report

MAY, JUNE = "2024-05-31", "2024-06-30"


def on(day: str, *reports: Report) -> Record:
    return record(reports, "unifil", day, day)


def changes(*reports: Report) -> list[tuple[str, tuple[str, ...], list[str]]]:
    found = diff(on(MAY, *reports), on(JUNE, *reports))
    return [(one.section, one.subject, [by.card.document for by in one.by]) for one in found.changes]


def strength(best: int, page: str, published: str, **more: object) -> Report:
    return report(Strength(count=Count(best)), page, published, **more)  # type: ignore[arg-type]


def test_a_new_figure_is_a_change_made_by_its_report() -> None:
    reports = [strength(9000, "a", "2024-05-01"), strength(9500, "b", "2024-06-10")]
    assert changes(*reports) == [("strength", ("", "military", "actual"), ["b"])]


def test_a_figure_told_again_is_none() -> None:
    found = diff(
        *(on(day, strength(9000, "a", "2024-05-01"), strength(9000, "b", "2024-06-10")) for day in (MAY, JUNE))
    )
    assert (found.changes, found.kept) == ((), 1)


def test_what_is_planned_is_told_apart_from_what_is() -> None:
    reports = [strength(9000, "a", "2024-05-01"), strength(9900, "b", "2024-06-10", status=Status.PLANNED)]
    assert changes(*reports) == [("strength", ("", "military", "planned"), ["b"])]


def test_each_of_two_deputies_is_told() -> None:
    role = "deputy force commander"
    able, best = (Command(holder=name, act="holds", role=role) for name in ("Ann Able", "Bo Best"))
    first, second = report(able, "a", "2024-06-01"), report(best, "b", "2024-06-02", at=40)
    assert changes(first, second) == [
        ("command", (role, "able"), ["a"]),
        ("command", (role, "best"), ["b"]),
    ]


def test_a_successor_and_the_toll_of_an_event_that_rose() -> None:
    reports = [
        report(Command(holder="Ann Able", act="holds"), "a", "2024-05-01"),
        report(Command(holder="Bo Best", act="takes", predecessor="Ann Able"), "b", "2024-06-02", "2024-06-01"),
        report(Incident(type="clash"), "a", "2024-05-21", "2024-05-20", place="Tyre"),
        report(
            Casualty(outcome="wounded", group="peacekeepers", count=Count(3)), "a", "2024-05-21", "2024-05-20", at=20
        ),
        report(Incident(type="clash"), "c", "2024-06-21", "2024-05-20", place="Tyre"),
        report(
            Casualty(outcome="wounded", group="peacekeepers", count=Count(5)), "c", "2024-06-21", "2024-05-20", at=20
        ),
    ]
    found = {(section, subject[0]): by for section, subject, by in changes(*reports)}
    assert found["command", "force commander"] == ["b"]
    assert found["incidents", "Tyre 2024-05-20"] == ["c"]


def test_a_movement_that_goes_on_is_the_same_movement() -> None:
    sent = Movement(actor="IE", act="deploy", count=Count(300, rel=Rel.ABOUT))
    reports = [
        report(sent, "a", "2024-05-10", status=Status.PLANNED),
        report(Movement(actor="IE", act="deploy", count=Count(310), stage="completed"), "b", "2024-06-10"),
    ]
    ((section, subject, by),) = [one for one in changes(*reports) if one[0] == "movements"]
    assert (section, subject[0], by) == ("movements", "IE", ["b"])


def test_what_the_earlier_record_did_not_know_is_new() -> None:
    ghana = report(Contingent(country="GH", count=Count(870)), "b", "2024-06-10")
    found = diff(on(MAY, ghana), on(JUNE, ghana))
    assert found.changes[0].before is None
    assert found.changes[0].by == (ghana._replace(family=found.changes[0].by[0].family),)


@given(st.permutations([strength(n, f"p{n}", f"2024-0{n % 3 + 4}-1{n % 9}") for n in range(20, 26)]))
def test_the_order_of_reports_does_not_matter(reports: list[Report]) -> None:
    assert changes(*reports) == changes(*sorted(reports, key=lambda one: one.card.document))
