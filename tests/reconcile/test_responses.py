"""What followed an event: posture, reinforcement, and after how many days; and all of it as a timeline."""

from muster.model.claim import Casualty, Command, Incident, Movement, Posture, Status
from muster.model.count import Bounds, Count
from muster.model.events import Response
from muster.model.record import Report
from muster.reconcile import record
from muster.reconcile.timeline import timeline
from reconcile.sample_reports import report

ATTACK = report(Incident(type="attack"), "a", "2023-09-25", "2023-09-24", place="Banjska")
KILLED = report(
    Casualty(outcome="killed", group="policeman", count=Count(best=1)), "a", "2023-09-25", "2023-09-24", at=20
)
EVENT = [ATTACK, KILLED]


def more(activity: str, page: str, published: str, when: str | None = None, reason: str | None = None) -> Report:
    return report(Posture(actor="unifil", activity=activity, change="more", reason=reason), page, published, when)


def response(*reports: Report) -> Response:
    (made,) = record([*EVENT, *reports], "unifil", "2024-01-01").responses
    return made


def test_posture_for_the_reason_given_is_a_response() -> None:
    made = response(more("patrol", "b", "2023-10-06", reason="the attack in Banjska"))
    assert (made.posture_said, made.posture_after) == ("reason given", Bounds(None, 12))


def test_posture_since_the_day_of_the_event_is_a_response() -> None:
    made = response(more("presence", "b", "2023-10-06", "2023-09-24/.."))
    assert (made.posture_said, made.posture_after) == ("same day named", Bounds(0, 12))


def test_what_only_followed_is_said_to_have_followed() -> None:
    made = response(more("patrol", "b", "2023-10-06", "2023-09-30"))
    assert (made.posture_said, made.posture_after) == ("", Bounds(6, 6))


def test_posture_of_the_day_itself_or_a_month_after_follows_nothing() -> None:
    for day in ("2023-09-24", "2023-11-20"):
        assert record([*EVENT, more("patrol", "b", "2023-12-01", day)], "unifil", "2024-01-01").responses == ()


def test_a_reinforcement_after_the_event_with_the_days_to_its_stages() -> None:
    sends = Movement(actor="GB", act="reinforce", count=Count(best=200), stage="announced")
    came = Movement(actor="GB", act="reinforce", count=Count(best=200), stage="completed")
    made = response(
        report(sends, "b", "2023-10-01", status=Status.PLANNED),
        report(came, "c", "2023-10-06", "2023-10-06"),
    )
    assert made.reinforcement is not None
    assert (made.reinforcement.actor, made.reinforcement_said) == ("GB", "")
    assert (made.announced_after, made.arrived_after) == (Bounds(None, 7), Bounds(12, 12))


def test_a_reinforcement_told_beside_the_event_is_tied_to_it() -> None:
    sends = Movement(actor="nato", act="reinforce", count=Count(best=700), stage="announced")
    made = response(
        report(Incident(type="attack"), "b", "2023-09-26", "2023-09-24", place="Banjska"),
        report(sends, "b", "2023-09-26", status=Status.PLANNED, at=100),
    )
    assert made.reinforcement_said == "told together"


def test_posture_stands_by_actor_and_activity_newest_first() -> None:
    made = record(
        [
            more("patrol", "a", "2023-06-01"),
            more("patrol", "b", "2023-10-01", reason="riots"),
            more("escort", "c", "2023-07-01"),
        ],
        "unifil",
        "2024-01-01",
    )
    assert [(stance.activity, len(stance.points)) for stance in made.stances] == [("patrol", 2), ("escort", 1)]
    assert made.stances[0].latest.day == "2023-10-01"


def test_a_timeline_runs_through_all_sections_and_keeps_to_its_days() -> None:
    takes = Command(holder="Ana Pale", act="takes", role="Commander")
    sends = Movement(actor="GB", act="deploy", count=Count(best=200), stage="completed")
    reports = [
        *EVENT,
        report(takes, "b", "2023-10-11", "2023-10-10"),
        report(sends, "c", "2023-10-06", "2023-10-06"),
        more("patrol", "d", "2023-10-02", "2023-09-30"),
        report(Incident(type="protest"), "e"),
    ]
    made = record(reports, "unifil", "2024-06-01")
    assert [moment.section for moment in timeline(made)] == ["incident", "posture", "movement", "command", "incident"]
    kept = timeline(made, "2023-09-30", "2023-10-06")
    assert [(moment.section, moment.when.earliest) for moment in kept] == [
        ("posture", "2023-09-30"),
        ("movement", "2023-10-06"),
    ]


def test_posture_told_again_within_a_season_goes_on_and_after_it_is_told_anew() -> None:
    told = [more("patrol", page, day) for page, day in (("a", "2023-06-01"), ("b", "2023-07-01"), ("c", "2024-06-01"))]
    (stance,) = record(told, "unifil", "2024-07-01").stances
    assert [len(point.reports) for point in stance.points] == [1, 2]


def test_posture_at_two_places_is_two_entries() -> None:
    told = [
        report(Posture(actor="unifil", activity="checkpoint", change="starts"), page, "2023-06-01", place=place)
        for page, place in (("a", "Naqoura"), ("b", "Tyre"), ("c", "near Naqoura"))
    ]
    (stance,) = record(told, "unifil", "2024-07-01").stances
    assert sorted(len(point.reports) for point in stance.points) == [1, 2]
