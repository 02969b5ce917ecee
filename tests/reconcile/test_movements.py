"""Comings and goings as chains."""

from muster.model.claim import Movement, Status
from muster.model.count import Count
from muster.reconcile.movements import movements, stage_of
from reconcile.sample_reports import report


def sends(number: int, stage: str | None = None, actor: str = "TR") -> Movement:
    return Movement(actor=actor, act="deploy", count=Count(best=number), stage=stage)


def test_a_reinforcement_is_a_chain_from_request_to_completion() -> None:
    reports = [
        report(sends(500, "completed"), "c", "2023-06-05"),
        report(sends(500, "announced"), "b", "2023-06-01", status=Status.PLANNED),
        report(sends(600), "a", "2023-05-28", status=Status.REQUESTED),
        report(sends(200, "under-way"), "c", "2023-06-04"),
    ]
    (chain,) = movements(reports)
    assert [stage_of(step) for step in chain.steps] == ["requested", "announced", "under-way", "completed"]
    assert chain.day == "2023-06-05"


def test_movements_half_a_year_apart_are_two() -> None:
    reports = [report(sends(500), "a", "2023-01-01"), report(sends(500), "b", "2023-07-01")]
    assert [chain.day for chain in movements(reports)] == ["2023-07-01", "2023-01-01"]


def test_actors_and_directions_are_kept_apart() -> None:
    leaves = Movement(actor="TR", act="withdraw", count=Count(best=500))
    reports = [report(sends(500)), report(sends(500, actor="IT")), report(leaves)]
    assert {(chain.actor, chain.direction) for chain in movements(reports)} == {
        ("TR", "in"),
        ("IT", "in"),
        ("TR", "out"),
    }


def test_undated_reports_are_joined_within_one_document_only() -> None:
    reports = [report(sends(500), "a"), report(sends(200), "a"), report(sends(100), "b")]
    assert sorted(len(chain.steps) for chain in movements(reports)) == [1, 2]
