"""The shapes promised to programs."""

import json

from muster.model.brief import OperationSummary
from muster.model.card import Caution
from muster.show.plain import brief_as_dict, card_as_dict, caution_as_dict, report_as_dict, summary_as_dict
from show.sample_brief import DATED, REPORTS, sample_brief


def test_a_brief_is_json_with_every_claim_in_its_section() -> None:
    written = json.loads(json.dumps(brief_as_dict(sample_brief())))
    assert (written["operation"], written["on"], written["known_by"]) == ("unifil", "2024-05-01", None)
    text = json.dumps(written)
    assert all(one.claim.id in text for one in REPORTS)


def test_what_is_said_has_its_slots_day_age_and_origin() -> None:
    (series,) = (one for one in brief_as_dict(sample_brief())["contingents"] if one["country"] == "GH")
    assert (series["component"], series["status"]) == ("military", "actual")
    newest = dict(series["points"][0])
    assert newest.pop("claim") in {one.claim.id for one in REPORTS}
    assert newest == {
        "kind": "contingent",
        "operation": "unifil",
        "country": "GH",
        "count": {"best": 870, "rel": "about"},
        "component": "troops",
        "rank": 2,
        "tier": "candidate",
        "day": "2024-03-20",
        "age_days": 42,
        "publisher": "Example Wire",
        "document": "d" * 64,
        "published": "2024-03-20",
        "also": [],
    }


def test_a_document_says_how_it_is_dated() -> None:
    written = card_as_dict(DATED)
    assert (written["published"], written["dated_by"], written["names"]) == ("2024-03-20", "page", ["dated"])


def test_lists_are_json_too() -> None:
    summary = OperationSummary("unifil", "UNIFIL", 3, 1, None, None, None)
    lists = [summary_as_dict(summary), caution_as_dict(Caution("a", "read", "b")), report_as_dict(REPORTS[0])]
    assert json.loads(json.dumps(lists))[2]["spans"] == [{"start": 0, "end": 3, "quote": "The"}]
