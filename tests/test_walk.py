"""The whole way from bytes to a brief, with the real language work."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_line import Muster
from muster.annotate import annotate
from muster.extract import extract
from muster.model.document import Document
from muster.pipeline import extract_document
from muster.read import segment

SENTENCES = [
    "Norway has sent 40 soldiers to KFOR.",
    "The NATO-led force in Kosovo had about 4,500 troops on 5 June 2023.",
    "Two peacekeepers were wounded in Zvečan on Monday.",
    "Major General Ada Lind took command of KFOR.",
    "The mandate of UNIFIL was extended until 31 August 2024.",
]
NOISE = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
TEXTS = st.lists(st.one_of(st.sampled_from(SENTENCES), NOISE), min_size=1, max_size=5)


def document(text: str) -> Document:
    return Document("page", text, segment(text), published="2023-06-07")


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.sampled_from([" ", "\n\n", "\r\n", "\u2028"]))
def test_spans_are_verbatim_in_any_text_and_reading_twice_gives_the_same(parts: list[str], gap: str) -> None:
    page = document(gap.join(parts))
    claims = extract_document(page)
    assert all(span.quote == page.text[span.start : span.end] for claim in claims for span in claim.spans)
    assert all(span.quote.strip() for claim in claims for span in claim.spans)
    assert extract_document(page) == claims


ARTICLE = """Norway sends forty soldiers to Kosovo

Norway has sent 40 soldiers to KFOR, the defence ministry said on Monday.

The NATO-led force had about 4,500 troops on 5 June. Two peacekeepers were wounded in Zvečan on Friday, and the force
has increased its patrols in the north."""
ABOVE = ["Menu", "Home | World | Sport", "Share   Print   Email", "We use cookies on this site.", "Advertisement"]
BELOW = [
    "Read More\nTwelve killed in road accident",
    "Sign up for our newsletter",
    "Share   Print   Email",
    "© Example Wire 2023",
    "Related\nTen questions to the general",
    "Follow us on social media",
]


def _said(text: str) -> list[tuple[object, ...]]:
    """What a text claims, in which tier and by which words, wherever they stand."""
    return [
        (json.dumps(claim.slots, sort_keys=True), claim.tier, tuple(span.quote for span in claim.spans))
        for claim in extract_document(document(text))
    ]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(ABOVE), max_size=3), st.lists(st.sampled_from(BELOW), max_size=4))
def test_no_claim_changes_when_chrome_stands_around_an_article(above: list[str], below: list[str]) -> None:
    alone = _said(ARTICLE)
    assert len(alone) >= 4
    assert _said("\n\n".join([*above, ARTICLE, *below])) == alone


@settings(max_examples=15, deadline=None)
@given(st.permutations(SENTENCES))
def test_a_batch_gives_each_document_its_own_claims_in_any_order(order: list[str]) -> None:
    alone = {words: extract_document(document(words)) for words in SENTENCES}
    assert [extract(page) for page in annotate([document(words) for words in order])] == [alone[w] for w in order]


def test_a_document_says_the_same_whatever_was_read_before_it() -> None:
    pages = [document(" ".join(random.Random(seed).sample(SENTENCES, 3))) for seed in range(4)]
    assert [extract_document(page) for page in pages] == [extract_document(page) for page in pages[::-1]][::-1]


def test_the_examples_become_a_brief_whose_figures_lead_to_their_words(muster: Muster, repository: Path) -> None:
    added = muster("add", repository / "examples")
    assert (added.status, added.err) == (0, "")
    brief = muster("brief", "kfor", "--on", "2023-10-31")
    assert "Ristuccia" in brief.out
    claims = [json.loads(line) for line in muster("claims", "--operation", "kfor", "--json").out.splitlines()]
    assert claims
    for claim in claims[::20]:
        why = muster("why", claim["claim"][:12], "--json")
        assert json.loads(why.out)["spans"] == claim["spans"]


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_files_does_not_change_what_is_claimed(muster: Muster, repository: Path, order: int) -> None:
    files = sorted((repository / "examples").glob("wire-*.txt"))
    alone = {line for file in files for line in muster("extract", file, "--json").out.splitlines()}
    assert set(muster("extract", *files[::order], "--json").out.splitlines()) == alone
