"""Who does what to whom comes out alike, whatever the form of the clause."""

from collections.abc import Callable

import pytest

from muster.model.annotation import AnnotatedDocument, Clause, Sentence
from muster.model.claim import Status

Annotated = Callable[..., AnnotatedDocument]


def clause(sentence: Sentence, lemma: str) -> Clause:
    return next(found for found in sentence.clauses if found.lemma == lemma)


def words(sentence: Sentence, positions: tuple[int, ...]) -> list[str]:
    return [sentence.tokens[i].text for i in positions]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two soldiers near the bridge.",
        "Two soldiers were killed by gunmen near the bridge.",
        "Two soldiers, who were killed by gunmen near the bridge, came from Ghana.",
        "The army buried the two soldiers killed by gunmen near the bridge.",
        "The gunmen who killed two soldiers near the bridge escaped.",
    ],
)
def test_active_passive_and_relative_clauses_agree(annotated: Annotated, text: str) -> None:
    sentence = annotated(text).sentences[0]
    kill = clause(sentence, "kill")
    assert words(sentence, kill.agents) in (["gunmen"], ["Gunmen"])
    assert words(sentence, kill.patients) == ["soldiers"]


def test_whose_is_of_the_subject_and_leaves_no_object_open(annotated: Annotated) -> None:
    sentence = annotated("Niger, whose soldiers flew home on Sunday, keeps two officers there.").sentences[0]
    fly = clause(sentence, "fly")
    assert words(sentence, fly.agents) == ["soldiers"]
    assert fly.patients == ()


def test_prepositions_lead_to_their_objects(annotated: Annotated) -> None:
    sentence = annotated("Chad moved its men from Gao to Kidal on Friday.").sentences[0]
    move = clause(sentence, "move")
    assert [(word, sentence.tokens[at].text) for word, at in move.obliques][:2] == [("from", "Gao"), ("to", "Kidal")]


def test_a_second_verb_takes_over_the_subject_of_the_first(annotated: Annotated) -> None:
    sentence = annotated("Kenya sent 600 police to Haiti and promised more.").sentences[0]
    assert words(sentence, clause(sentence, "promise").agents) == ["Kenya"]


def test_every_noun_that_is_joined_is_an_argument(annotated: Annotated) -> None:
    sentence = annotated("Italy, Spain and Portugal contributed soldiers.").sentences[0]
    assert words(sentence, clause(sentence, "contribute").agents) == ["Italy", "Spain", "Portugal"]


def test_an_infinitive_has_the_subject_of_what_governs_it(annotated: Annotated) -> None:
    sentence = annotated("Nigeria agreed to send a battalion to Liberia.").sentences[0]
    send = clause(sentence, "send")
    assert words(sentence, send.agents) == ["Nigeria"]
    assert words(sentence, send.patients) == ["battalion"]


def test_a_nominal_clause_has_owner_and_object(annotated: Annotated) -> None:
    sentence = annotated("Ottawa announced Canada's withdrawal of its engineers from Cyprus.").sentences[0]
    withdrawal = clause(sentence, "withdrawal")
    assert withdrawal.nominal
    assert words(sentence, withdrawal.agents) == ["Canada"]
    assert words(sentence, withdrawal.patients) == ["engineers"]


@pytest.mark.parametrize(
    ("text", "lemma", "status"),
    [
        ("Poland sent 200 soldiers.", "send", Status.ACTUAL),
        ("Poland will send 200 soldiers.", "send", Status.PLANNED),
        ("Poland plans to send 200 soldiers.", "send", Status.PLANNED),
        ("Poland has been asked to send 200 soldiers.", "send", Status.REQUESTED),
        ("Poland may send 200 soldiers.", "send", Status.POSSIBLE),
        ("Poland is considering sending 200 soldiers.", "send", Status.POSSIBLE),
        ("If the talks fail, Poland will send 200 soldiers.", "send", Status.POSSIBLE),
        ("Poland did not send soldiers.", "send", Status.DENIED),
        ("Poland denied sending soldiers.", "send", Status.DENIED),
        ("The Council authorised Poland to send 200 soldiers.", "send", Status.AUTHORISED),
        ("Two hundred soldiers are due to be sent.", "send", Status.PLANNED),
    ],
)
def test_status_is_read_from_what_governs_the_verb(annotated: Annotated, text: str, lemma: str, status: Status) -> None:
    assert clause(annotated(text).sentences[0], lemma).status is status


def test_a_thing_asked_of_somebody_is_no_status_of_the_asking(annotated: Annotated) -> None:
    sentence = annotated("The mission asked Ghana to send engineers.").sentences[0]
    assert clause(sentence, "ask").status is Status.ACTUAL
    assert clause(sentence, "send").status is Status.REQUESTED
