"""How many people an event cost, where counts of all and of parts stand side by side."""

from muster.model.claim import Casualty, Incident
from muster.model.count import Count
from muster.reconcile import record
from muster.web.views.tolls import event_toll
from reconcile.sample_reports import report


def test_a_rival_count_of_everybody_is_not_added_to_the_counts_of_its_parts() -> None:
    day = "2024-05-20"
    reports = [report(Incident(type="clash"), "a", day, day, place="Tyre")]
    for n, (group, best) in enumerate((("peacekeepers", 30), ("IE", 11), ("protesters", 5), ("people", 20))):
        fact = Casualty(outcome="wounded", group=group, count=Count(best))
        reports.append(report(fact, "a", day, day, place="Tyre", at=20 * (n + 1)))
    (event,) = record(reports, "unifil", "2024-06-01").incidents
    assert event_toll(event, "wounded") == 35
