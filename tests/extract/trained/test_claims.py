"""From words that fill slots to claims, as GUIDE.md wants them."""

from collections.abc import Sequence

import numpy as np
import pytest

from muster.annotate import annotate_one
from muster.extract.evidence import Scene
from muster.extract.trained.claims import Read, claims_of
from muster.extract.trained.filling import Filling
from muster.extract.trained.labels import CHANGES, COMPONENTS, SENSES, SLOTS
from muster.extract.trained.network import vocabulary
from muster.extract.trained.pieces import excerpts, readable
from muster.extract.trained.proposals import Proposal
from muster.model.claim import Claim, Status
from muster.model.document import Document
from muster.read import segment


def _claims(text: str, sense: str, told: str, change: str = "none", **slots: str) -> Sequence[Claim]:
    """The claims of a sense that the words `told` tell, where these words fill these slots."""
    document = annotate_one(Document("page", text, segment(text), "2019-05-08"))
    (excerpt,) = excerpts(readable(document), vocabulary())
    sentence = document.sentences[-1]
    texts = [document.sentences[w.sentence].tokens[w.token].text for w in excerpt.words]
    likely = np.zeros((len(texts), len(SLOTS)), np.float32)
    for slot, words in slots.items():
        likely[[n for n, text in enumerate(texts) if text in words.split()], SLOTS.index(slot)] = 0.9
    words = tuple(excerpt.at[sentence.index, t.i] for t in sentence.tokens if t.text in told.split())
    counts = [c for c in sentence.counts if excerpt.at[sentence.index, c.first] in words]
    proposal = Proposal(SENSES.index(sense), 0.9, sentence, words, *(counts[:1] or [None]))
    filling = Filling(document, excerpt, document.sentences, likely)
    scene, unknown = Scene(document, sentence), np.full(len(COMPONENTS), 0.2, np.float32)
    return list(claims_of(Read(proposal, filling, scene, Status.ACTUAL, unknown, CHANGES.index(change))))


def test_soldiers_of_a_country_are_the_country() -> None:
    (one,) = _claims("UNIFIL lost two Ghanaian soldiers.", "casualty:killed", "lost two", actor="soldiers")
    assert (one.slots["group"], one.slots["count"]["best"]) == ("GH", 2)


def test_one_person_is_one_and_staff_are_no_number() -> None:
    (one,) = _claims("The driver never woke up.", "casualty:killed", "never woke up", actor="driver")
    assert one.slots["count"]["best"] == 1
    (staff,) = _claims("The staff never woke up.", "casualty:killed", "never woke up", actor="staff")
    assert "count" not in staff.slots


def test_every_country_of_a_list_moves() -> None:
    text = "Ghana, Fiji and Nepal marched in under UNIFIL."
    found = _claims(text, "movement:deploy", "marched in", actor="Ghana Fiji Nepal")
    assert [one.slots["actor"] for one in found] == ["GH", "FJ", "NP"]


def test_a_pronoun_that_nobody_can_resolve_speaks_for_nobody() -> None:
    assert _claims("It has condemned this.", "statement:condemns", "condemned", actor="It") == []


def test_a_resolution_is_named_as_the_united_nations_names_it() -> None:
    text = "The Council set up UNIFIL by resolution 425 (1978)."
    (one,) = _claims(text, "mandate:established", "set up", operation="UNIFIL")
    assert (one.slots["basis"], one.slots["authority"]) == ("UNSCR 425", "un-security-council")


def test_an_extension_runs_to_its_end() -> None:
    text = "UNIFIL was given time until 31 August 2019."
    (one,) = _claims(text, "mandate:extended", "given time", operation="UNIFIL", when="until 31 August 2019")
    assert one.slots["when"] == "../2019-08-31"


def test_a_place_keeps_a_preposition_that_says_more_than_in() -> None:
    (one,) = _claims("UNIFIL clashed with a crowd near Tyre.", "incident:clash", "clashed", place="near Tyre")
    assert one.slots["place"] == "near Tyre"
    (two,) = _claims("UNIFIL clashed with a crowd in Tyre.", "incident:clash", "clashed", place="in Tyre")
    assert two.slots["place"] == "Tyre"


@pytest.mark.parametrize("sense", ["strength", "contingent", "command:holds", "mandate:ends"])
def test_without_an_operation_there_is_no_claim_of_one(sense: str) -> None:
    assert _claims("Ghana has 400 there.", sense, "has 400", actor="Ghana") == []


def test_a_relation_has_no_operation() -> None:
    text = "UNIFIL saw it. Israel and Lebanon signed a truce."
    found = _claims(text, "relation:agreement", "signed a truce", actor="Israel", object="Lebanon")
    assert [(one.operation, one.slots["subject"]) for one in found] == [(None, "IL")]


def test_what_changes_in_a_posture_is_told() -> None:
    (one,) = _claims("UNIFIL walks more at night.", "posture:patrol", "walks more", change="more", actor="UNIFIL")
    assert (one.slots["actor"], one.slots["change"]) == ("unifil", "more")


def test_the_hurt_whom_nothing_names_are_people() -> None:
    (one,) = _claims("By noon there were three killed.", "casualty:killed", "three killed")
    assert (one.slots["group"], one.slots["count"]["best"]) == ("people", 3)
