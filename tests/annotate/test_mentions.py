"""Who and what the words of a document mean: names, people, groups, pronouns, the operation in focus, the source."""

from collections.abc import Callable

import pytest

from muster.annotate.discovery import discover
from muster.model.annotation import AnnotatedDocument, MentionKind

Annotated = Callable[..., AnnotatedDocument]


def groups(document: AnnotatedDocument, index: int = 0) -> dict[str, str]:
    sentence = document.sentences[index]
    found = [m for m in sentence.mentions if m.kind is MentionKind.GROUP]
    return {" ".join(t.text for t in sentence.tokens[m.first : m.last]): m.value for m in found}


def test_a_countrys_soldiers_and_its_government_are_the_country(annotated: Annotated) -> None:
    found = groups(annotated("Ghanaian soldiers left as the Ivorian government looked on."))
    assert found == {"Ghanaian soldiers": "GH", "the Ivorian government": "CI"}


def test_each_nationality_of_a_joined_force_is_named(annotated: Annotated) -> None:
    document = annotated("Nepalese and Indian troops patrolled the town.")
    assert [m.value for m in document.sentences[0].mentions if m.form == "soldiers"] == ["NP", "IN"]


def test_a_ministry_and_an_armed_group_stay_as_written(annotated: Annotated) -> None:
    found = groups(annotated("The Danish defence ministry said suspected rebels had fled."))
    assert found == {"The Danish defence ministry": "Danish defence ministry", "suspected rebels": "suspected rebels"}


def test_the_force_is_the_operation_last_spoken_of(annotated: Annotated) -> None:
    document = annotated("UNIFIL has new vehicles. The force uses them on its patrols.")
    assert document.focus == ("unifil", "unifil")
    assert groups(document, 1)["The force"] == "unifil"


def test_two_operations_in_two_sections_are_kept_apart(annotated: Annotated) -> None:
    text = (
        "Lebanon\n\nThe mission lost a vehicle. UNIFIL will replace it, a spokesman for the mission said on Monday.\n\n"
        "Mali\n\nPeacekeepers were shot at near the river. MINUSMA said that nobody was hurt in the shooting at all.\n"
    )
    document = annotated(text)
    focus = {s.tokens[0].text: document.focus[s.index] for s in document.sentences}
    assert focus["The"] == "unifil"
    assert focus["Peacekeepers"] == "minusma"


def test_pronouns_mean_the_last_fitting_subject(annotated: Annotated) -> None:
    document = annotated("Fiji lost two men. It has kept its battalion in Sinai.")
    pronouns = {
        document.sentences[1].tokens[m.first].text: m.value
        for m in document.sentences[1].mentions
        if m.last - m.first == 1
    }
    assert pronouns["It"] == "FJ"
    assert groups(document, 1)["its battalion"] == "FJ"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Major General Ama Owusu (Ghana) took over.", "Ama Owusu", "GH"),
        ("Brazil's Lieutenant General Rui Prado leads the force.", "Rui Prado", "BR"),
        ("The force's German commander, Brig. Gen. Jörg Haller, resigned.", "Jörg Haller", "DE"),
        ("Col. Seán Ó Briain of Ireland is to follow.", "Seán Ó Briain", "IE"),
    ],
)
def test_people_go_without_rank_and_with_their_country(
    annotated: Annotated, text: str, name: str, country: str
) -> None:
    person = next(m for m in annotated(text).sentences[0].mentions if m.kind is MentionKind.PERSON)
    assert (person.value, person.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Secretary-General Ban Ki-moon condemned the attack on UNAMID.", "Ban Ki-moon"),
        ("Foreign Minister Kang Kyung-wha praised UNMISS.", "Kang Kyung-wha"),
        ("General David Petraeus-led troops joined ISAF.", "David Petraeus"),
    ],
)
def test_a_last_syllable_in_lower_case_belongs_to_the_name(annotated: Annotated, text: str, name: str) -> None:
    assert [m.value for m in annotated(text).sentences[0].mentions if m.kind is MentionKind.PERSON] == [name]


def test_the_words_of_a_headline_are_no_name(annotated: Annotated) -> None:
    text = "Ban Condemns Attack That Killed Three Peacekeepers in Darfur\n\nUNAMID mourns them.\n"
    assert not [m for m in annotated(text).sentences[0].mentions if m.kind is MentionKind.PERSON]


def test_a_surname_means_the_person_named_in_full_before(annotated: Annotated) -> None:
    document = annotated("General Ama Owusu spoke on Monday. Owusu praised the troops.")
    assert [m.value for m in document.sentences[1].mentions if m.kind is MentionKind.PERSON] == ["Ama Owusu"]


def test_an_operation_the_gazetteer_lacks_is_taken_from_the_document() -> None:
    found = discover("The Lake Basin Stabilisation Mission (LABSTAM) has begun. LABSTAM troops arrived.")
    assert [(each.slug, each.names) for each in found] == [("labstam", ("LABSTAM", "Lake Basin Stabilisation Mission"))]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("UNOTARQ, the United Nations Operation for the Separation of Armed Forces in Tarquia, began.", "unotarq"),
        ("THE STRAITS NEUTRAL MONITORING FORCE (SNMF)", "snmf"),
        ("They came with the Regional Stabilisation Mission, RESTAM, in November.", "restam"),
        ("The Multinational Force for the Arvash Corridor, MFAC for short, has a new commander.", "mfac"),
        ("The Latin American Observation Mission (OMBILAT, its Spanish acronym) left.", "ombilat"),
        ("the Combined Strait Assurance Force is real. Since then CSAF has had ships in the lane.", "csaf"),
        ("He served with the Caldera Truce Monitors, whose posts line the river.", "caldera-truce-monitors"),
        ("Radio MINUKAR opens. The MINUKAR battalion is on parade.", "minukar"),
    ],
)
def test_operations_are_introduced_in_many_ways(text: str, slug: str) -> None:
    assert [each.slug for each in discover(text)] == [slug]


@pytest.mark.parametrize(
    "text",
    [
        "The Independent Electoral Commission (IEC) met the Conference on Cooperation (CSCE).",
        "UNEMPLOYMENT is high in the province, and UNEMPLOYMENT will rise. Some 300 soldiers were deployed.",
        "The European Union Election Observation Mission came.",
        "The Republic of Tarn Military Forces (RTMF) paraded.",
        "The African Union Transition Mission in Somalia went on.",
    ],
)
def test_other_bodies_and_words_in_capitals_are_no_operations(text: str) -> None:
    assert discover(text) == ()


@pytest.mark.parametrize("line", ["Lars Holm Kenya\n", "Aa ", "A-", "A.", "UNAB ", "UNAB troops "])
def test_long_lists_of_names_are_read_in_no_time(line: str) -> None:
    assert len(discover(line * 20_000)) <= 1


def test_the_operation_of_a_masthead_is_meant_where_no_other_is_named(annotated: Annotated) -> None:
    text = "UNYOM / NAJRAN POST / WEEKLY\n\nWe are 39 with two cars. By day nothing passes.\n"
    assert set(annotated(text, "1963-09-14").focus) == {"unyom"}


def test_a_force_told_by_who_sent_it_and_where_is_found(annotated: Annotated) -> None:
    text = "The African Union, whose force in Somalia they served, says that some soldiers fell. Somalia mourns."
    assert "amisom" in annotated(text, "2011-11-02").focus


def test_an_army_with_an_acronym_is_no_operation() -> None:
    assert discover("The Ruritanian Defence Force (RDF) has begun an exercise.") == ()


def test_a_described_operation_is_found_by_leader_country_and_day(annotated: Annotated) -> None:
    document = annotated("UN peacekeepers in Haiti were attacked.", "2010-05-04")
    assert document.focus == ("minustah",)


def test_who_is_cited_covers_the_words_he_is_cited_for(annotated: Annotated) -> None:
    text = "The convoy was hit at noon, the Kenyan defence ministry said. It gave no figures."
    citation = annotated(text).citations[0]
    assert text[citation.start : citation.end].startswith("The convoy was hit at noon")
    assert citation.source == "Kenyan defence ministry"


def test_a_quotation_that_runs_on_stays_with_its_speaker(annotated: Annotated) -> None:
    text = '"We shall stay," General Ama Owusu said. "Nobody will drive us out."'
    assert [c.speaker for c in annotated(text).citations] == ["Ama Owusu", "Ama Owusu"]


def test_a_transcripts_turns_belong_to_those_who_speak(annotated: Annotated) -> None:
    text = "QUESTION: How many soldiers are there?\n\nSPOKESPERSON: There are 300 of them in the town today.\n"
    assert {c.source for c in annotated(text).citations} == {"SPOKESPERSON"}
