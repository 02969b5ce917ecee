"""How claims came about: what was found, which rules made them, what was refused and why."""

import re

import pytest

from muster.annotate import annotate_one
from muster.extract import EXTRACTORS, extract, tiers
from muster.extract.explaining import explain
from muster.model.claim import Tier
from muster.model.document import Document
from muster.model.explanation import Explanation
from muster.read import segment

TEXT = """UNIFIL has 9,500 troops. Ghana may withdraw 200 soldiers in May. They condemned the attack.

Ghana withdrew 200 soldiers from Lebanon on 3 May 2019."""


TABLE = """UNIFIL contributors, 1 May 2024

Country        Troops
Ghana             870
Nepal             760
Togo              140
Total           1,770
"""


def _explained(text: str) -> Explanation:
    return explain(annotate_one(Document("page", text, segment(text), "2019-05-08")), EXTRACTORS)


def test_every_sentence_is_told_in_order_with_its_words() -> None:
    told = _explained(TEXT).sentences
    assert [one.text for one in told] == [
        "UNIFIL has 9,500 troops.",
        "Ghana may withdraw 200 soldiers in May.",
        "They condemned the attack.",
        "Ghana withdrew 200 soldiers from Lebanon on 3 May 2019.",
    ]
    assert told[0].focus == "unifil"


def test_the_claims_are_those_of_extraction_with_the_rules_of_both_readers() -> None:
    document = annotate_one(Document("page", TEXT, segment(TEXT), "2019-05-08"))
    explained = explain(document, EXTRACTORS)
    made = {one.claim.id: one for read in explained.sentences for one in read.made}
    claims = extract(document)
    assert set(made) == {claim.id for claim in claims}
    assert [made[claim.id].claim.tier for claim in claims] == [claim.tier for claim in claims]
    strength = explained.sentences[0].made[0]
    assert strength.claim.tier is Tier.CONFIRMED
    assert strength.because == "both readers make it"
    assert 0.8 < strength.likely < 1
    assert [rule.partition(":")[0] for rule in strength.rules] == ["strength", "window", "trained"]


def test_the_frames_of_a_sentence_say_whether_a_claim_was_made_of_them() -> None:
    (frame,) = (f for f in _explained(TEXT).sentences[3].frames if f.kind == "movement" and f.words == "withdrew")
    assert frame.claimed
    assert TEXT[frame.start : frame.end] == "withdrew"
    assert frame.says.startswith("withdraw (act: withdraw")


def test_what_is_refused_has_its_words_its_rule_and_a_reason() -> None:
    told = _explained(TEXT).sentences
    (possible,) = (r for r in told[1].refusals if r.kind == "movement" and r.rule.startswith("window"))
    assert (possible.words, possible.rule) == ("may withdraw", "window: movement")
    assert "it is possible" in possible.reason
    (nobody,) = (r for r in told[2].refusals if r.kind == "statement" and r.rule.startswith("window"))
    assert nobody.reason == "the sentence does not name the speaker"


def test_a_claim_of_the_second_reader_that_is_not_let_in_is_a_refusal() -> None:
    refusals = [r for one in _explained("UNIFIL lost 40 Ghanaian soldiers' rifles.").sentences for r in one.refusals]
    claims = [m for one in _explained("UNIFIL lost 40 Ghanaian soldiers' rifles.").sentences for m in one.made]
    assert all(r.rule.startswith("window") for r in refusals)
    assert not any(m.claim.rule == "window: contingent: nationality" for m in claims)


LEARNED = "UNIFIL patrols the Litani. Dublin's last soldiers boarded the ship home on Monday."


def test_a_claim_of_the_trained_reader_says_that_only_it_sees_it() -> None:
    (one,) = (m for read in _explained(LEARNED).sentences for m in read.made if m.claim.kind == "movement")
    assert (one.claim.slots["actor"], one.claim.slots["act"], one.claim.tier) == ("IE", "withdraw", Tier.CANDIDATE)
    assert one.rules == ("trained: movement:withdraw",)
    assert one.because == "only the trained reader sees it: it waits for somebody to accept it"


def test_what_is_likely_wrong_is_a_refusal_that_says_how_likely_it_is_right() -> None:
    (struck,) = (r for read in _explained(LEARNED).sentences for r in read.refusals if r.rule == "incident: board")
    assert re.fullmatch(r"given a chance of [012]?\d% to be right", struck.reason)


def test_what_the_trained_reader_is_not_sure_of_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiers, "LEAST", 1.01)  # whatever the weights, it is not sure enough
    text = "UNIFIL has 9,500 troops. Two of its Ghanaian drivers never came back from Tyre."
    refused = [r.reason for read in _explained(text).sentences for r in read.refusals if r.rule.startswith("trained")]
    assert refused
    assert all(reason.startswith("given a chance of ") for reason in refused)


def test_extraction_and_its_explanation_make_the_same_claims() -> None:
    document = annotate_one(Document("page", LEARNED, segment(LEARNED), "2019-05-08"))
    made = {m.claim for read in explain(document, EXTRACTORS).sentences for m in read.made}
    assert made == set(extract(document))


def test_sentences_that_are_not_read_say_why() -> None:
    (first, *_) = (r for one in _explained(TABLE).sentences for r in one.refusals if r.rule == "sentence")
    assert first.reason == "tables are read line by line, not as sentences"
    novel = "In this work of fiction, UNIFIL has 9,500 troops."
    (made_up,) = (r for one in _explained(novel).sentences for r in one.refusals if r.rule == "sentence")
    assert "made up" in made_up.reason


def test_a_table_that_adds_up_says_so() -> None:
    made = {m.claim.slots.get("country"): m for one in _explained(TABLE).sentences for m in one.made}
    assert made["GH"].rules == ("table",)
    assert made["GH"].because == "the table adds up"
