"""A brief as an analyst reads it."""

import re
from dataclasses import replace

import pytest

from muster.model.brief import Brief
from muster.model.claim import Claim
from muster.reconcile import record
from muster.show.brief import brief_text, sections
from show.sample_brief import NAMES, REPORTS, sample_brief


def lines_of(heading: str) -> list[tuple[str, str]]:
    (lines,) = (lines for title, lines in sections(sample_brief()) if title == heading)
    return [(line.subject, line.text) for line in lines]


def claim_of(kind: str, words: str) -> Claim:
    (claim,) = (one.claim for one in REPORTS if one.claim.kind == kind and words in repr(one.claim.fact))
    return claim


def test_command_tells_who_since_when_and_after_whom() -> None:
    assert lines_of("Command") == [("Ana Pale (Ireland)", "force commander, since 1 Feb 2024, after Ben Roe")]


def test_a_ceiling_stands_apart_from_the_strength() -> None:
    assert lines_of("Strength") == [
        ("in all", "more than 9,500 personnel from 48 countries"),
        ("", "also 9,800 troops"),
        ("ceiling", "15,000 troops"),
    ]


def test_contingents_show_what_was_superseded_and_what_is_only_planned() -> None:
    assert lines_of("Contingents") == [
        ("Ghana", "about 870 troops, 2nd largest"),
        ("", "earlier 850 personnel"),
        ("Nepal", "planned 300–400 personnel"),
    ]


def test_the_wounded_stand_under_their_event() -> None:
    assert lines_of("Incidents") == [
        ("shelling", "Naqoura, with mortars"),
        ("", "3 peacekeepers wounded"),
        ("", "Ghana: 2 wounded"),
    ]


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Movements", [("Ireland", "deployment of 340 (the 1st Battalion) to Tyre")]),
        ("Posture", [("UNIFIL", "patrol increased, Naqoura (shelling)")]),
        ("Mandate", [("extended", "until 31 Aug 2024, UNSCR 2695"), ("task", "monitor the withdrawal")]),
        ("Statements", [("Ireland", "condemns Ghana, United Nations")]),
        ("Relations in the area", [("Ghana", "does not recognise Nepal")]),
        ("What disagrees", []),
    ],
)
def test_other_sections(heading: str, told: list[tuple[str, str]]) -> None:
    assert lines_of(heading) == told


def test_every_line_says_when_how_old_who_and_which_claim() -> None:
    text = brief_text(sample_brief(), width=140)
    claim = claim_of("strength", "9500")
    (line,) = (line for line in text.splitlines() if claim.id[:8] in line)
    assert re.split(" {2,}", line)[-4:] == [
        "reported 20 Mar 2024",
        "42 days",
        "United Nations, via Example Wire",
        claim.id[:8],
    ]


def test_an_undated_line_says_so_and_has_no_age() -> None:
    text = brief_text(sample_brief(), width=140)
    (line,) = (line for line in text.splitlines() if claim_of("strength", "9800").id[:8] in line)
    assert "undated" in line
    assert "days" not in line


def test_an_empty_section_says_so_in_one_line() -> None:
    text = brief_text(Brief(record([], "unifil", "2024-05-01"), NAMES, ()))
    assert text.startswith("United Nations Interim Force in Lebanon (unifil)\nOn 1 May 2024; from 0 documents\n")
    assert text.count("\n  nothing reported\n") == 10


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 160])
def test_no_line_is_wider_than_the_terminal_and_no_claim_is_lost(width: int) -> None:
    text = brief_text(sample_brief(), width)
    assert max(map(len, text.splitlines())) <= width
    assert all(one.claim.id[:8] in text for one in REPORTS)


def test_columns_start_in_one_place() -> None:
    text = brief_text(sample_brief(), width=140)
    dated = [line for line in text.splitlines() if "Example Wire" in line and "via" not in line]
    assert len({line.index("Example Wire") for line in dated}) == 1


def test_colour_adds_styles_and_changes_no_word() -> None:
    coloured = brief_text(sample_brief(), colour=True)
    assert "\033[1mCommand\033[0m" in coloured
    assert re.sub(r"\033\[[\d;]*m", "", coloured) == brief_text(sample_brief())


def test_long_sections_are_cut_unless_everything_is_wanted() -> None:
    many = [one._replace(claim=one.claim) for one in REPORTS if one.claim.kind == "statement"]
    acts = [f"act {number}" for number in range(20)]
    reports = [
        one._replace(claim=replace(one.claim, fact=replace(one.claim.fact, act=act)))  # type: ignore[call-arg]
        for one in many
        for act in acts
    ]
    brief = Brief(record(reports, "unifil", "2024-05-01"), NAMES, ())
    assert "  … and 8 more lines (--all)" in brief_text(brief)
    assert all(act in brief_text(brief, everything=True) for act in acts)
