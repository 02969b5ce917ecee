"""What happened: by the type of event, once for each event, and not where nothing happened."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from muster.model.claim import Claim, Incident

Reader = Callable[..., tuple[Claim, ...]]
HEAD = "UNIFIL, the United Nations force in Lebanon, reported on Monday.\n\n"


def happened(claims: tuple[Claim, ...]) -> list[str]:
    """The types of the incidents, in order."""
    return [claim.fact.type for claim in claims if isinstance(claim.fact, Incident)]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("A patrol came under small-arms fire near Rmeish on Sunday.", "attack"),
        ("Unknown gunmen opened fire on a Nepalese observation post.", "attack"),
        ("Youths threw stones at the peacekeepers.", "attack"),
        ("A mob set fire to the offices of the mission in Abidjan.", "attack"),
        ("Two mortar rounds impacted inside the Ghanaian camp on Tuesday.", "shelling"),
        ("Serb gunners shelled the town on Sunday.", "shelling"),
        ("A car bomb exploded outside the hotel.", "explosion"),
        ("The vehicle hit a mine on the coastal road.", "explosion"),
        ("Their jeep overturned on the coastal road.", "accident"),
        ("Eleven villagers were hurt in a traffic accident near Tyre.", "accident"),
        ("Some 200 people demonstrated outside the headquarters on Friday.", "protest"),
        ("Fierce clashes continued in the capital yesterday.", "clash"),
        ("Heavy fighting broke out between rebels and government troops on Thursday.", "clash"),
        ("Local residents prevented a patrol from entering the village.", "obstruction"),
        ("The patrol was stopped at a roadblock and turned back.", "obstruction"),
        ("Israeli soldiers crossed the Blue Line near Ghajar on 2 May.", "violation"),
        ("French troops raided a house in Sipovo on Sunday.", "raid"),
        ("Two officials were kidnapped in Gaza on Tuesday.", "abduction"),
    ],
)
def test_types_of_events(claims_of: Reader, sentence: str, kind: str) -> None:
    assert kind in happened(claims_of(HEAD + sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "There was a risk of attacks.",
        "No attacks were reported.",
        "The force will respond to any attack.",
        "The ministry halted the talks.",
        "The minister protested to the Council.",
        "In the novel a convoy is ambushed.",
    ],
)
def test_what_did_not_happen_is_no_incident(claims_of: Reader, sentence: str) -> None:
    assert happened(claims_of(HEAD + sentence)) == []


def test_an_event_taken_up_again_is_one_incident_with_both_tellings(claims_of: Reader) -> None:
    text = HEAD + "Gunmen ambushed a convoy near Tibnin on Sunday. The ambush lasted an hour."
    (incident,) = [claim for claim in claims_of(text, published="2020-05-20") if claim.kind == "incident"]
    assert [text[span.start : span.end] == span.quote for span in incident.spans] == [True] * len(incident.spans)
    assert len(incident.spans) == 2
    assert incident.when is not None
    assert incident.when.edtf == "2020-05-17"


def test_two_events_on_two_days_are_two(claims_of: Reader) -> None:
    text = HEAD + "Gunmen attacked a convoy on 3 May 2019. On 5 June 2019 rebels attacked a post."
    assert happened(claims_of(text)) == ["attack", "attack"]


def test_the_place_and_the_means_are_as_written(claims_of: Reader) -> None:
    claims = claims_of(HEAD + "A patrol hit a roadside bomb near Khiam.")
    (incident,) = [claim for claim in claims if claim.kind == "incident"]
    assert incident.place == "near Khiam"
    assert isinstance(incident.fact, Incident)
    assert incident.fact.means is not None
    assert "roadside bomb" in incident.fact.means


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.sampled_from(["Tibnin", "Khiam", "Marjayoun", "Naqoura", "Tyre"]), day=st.integers(1, 28))
def test_evidence_is_verbatim_and_the_day_is_the_day_told(claims_of: Reader, place: str, day: int) -> None:
    text = f"{HEAD}On {day} March 2019 rockets were fired at a post near {place}."
    found = [claim for claim in claims_of(text) if claim.kind == "incident"]
    assert [claim.when.edtf for claim in found if claim.when] == [f"2019-03-{day:02}"]
    assert all(text[span.start : span.end] == span.quote for claim in found for span in claim.spans)


CIVIL = "EULEX, the European Union Rule of Law Mission in Kosovo, published its review.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Talks have taken place between the fire brigades and the water board.",
        "The tribunal is engaged in the collection of files.",
        "The team has begun setting up the mine action programme.",
        "Inspectors will look into alleged human rights violations in the district.",
        "Serious violations of property rights have occurred in the valley.",
        "The supply of coal is blocked by the breakdown of the railway.",
        "The deputies left the session in protest at the ruling.",
    ],
)
def test_institutions_at_work_are_no_violence(claims_of: Reader, sentence: str) -> None:
    assert happened(claims_of(HEAD + sentence)) == []


def incidents(claims: tuple[Claim, ...]) -> list[Claim]:
    return [claim for claim in claims if isinstance(claim.fact, Incident)]


def test_what_locals_do_is_not_a_civil_mission_s(claims_of: Reader) -> None:
    told = incidents(claims_of(CIVIL + "Students staged a protest in Prizren on 3 May 2012."))
    assert [claim.operation for claim in told] == [None]


def test_a_civil_mission_named_is_involved(claims_of: Reader) -> None:
    told = incidents(claims_of(CIVIL + "Youths threw stones at an EULEX patrol in Prizren on 3 May 2012."))
    assert [claim.operation for claim in told] == ["eulex"]


def test_people_are_no_place(claims_of: Reader) -> None:
    told = incidents(claims_of(HEAD + "Gunmen opened fire at the three Kosovo Serbs on Monday."))
    assert told
    assert all("Serbs" not in (claim.place or "") for claim in told)


def test_a_place_after_close_to(claims_of: Reader) -> None:
    told = incidents(claims_of(HEAD + "On 8 May, close to Naqoura, nine shots were fired at a UNIFIL vehicle."))
    assert [claim.place for claim in told] == ["Naqoura"]


def test_a_date_is_no_part_of_a_party(claims_of: Reader) -> None:
    told = incidents(claims_of(HEAD + "On 14 March protesters seized the courthouse in Tyre."))
    assert all("March" not in party for claim in told for party in claim.fact.parties)  # type: ignore[union-attr]


def test_joined_events_keep_their_own_days(claims_of: Reader) -> None:
    text = (
        "The explosion that damaged a bridge in Tyre on 12 April and the riot in Sidon on 4 May alarmed the villagers."
    )
    told = incidents(claims_of(HEAD + text, "2013-06-20"))
    blast = next(claim for claim in told if claim.fact.type == "explosion")  # type: ignore[union-attr]
    assert blast.when is not None
    assert blast.when.edtf == "2013-04-12"


@pytest.mark.parametrize(
    "sentence",
    [
        "Attacks on villagers occurred across the province and hit communities that had remained there in 1999.",
        "Gunmen attacked a post in Rmeish that had been built in 1978.",
    ],
)
def test_what_describes_another_noun_dates_no_event(claims_of: Reader, sentence: str) -> None:
    found = [c for c in claims_of(sentence, "2004-04-30") if isinstance(c.fact, Incident)]
    assert found
    assert all(c.when is None or c.when.edtf is None for c in found)


def test_what_goes_on_meanwhile_dates_the_event(claims_of: Reader) -> None:
    found = claims_of("Gunmen attacked soldiers who were patrolling near Rmeish on 2 April 2004.", "2004-04-30")
    assert {c.when.edtf for c in found if isinstance(c.fact, Incident) and c.when} == {"2004-04-02"}


def test_no_event_is_of_a_day_after_publication(claims_of: Reader) -> None:
    text = "Gunmen attacked a convoy near Rmeish on 20 September 2007."
    early = [c for c in claims_of(text, "2006-11-20") if isinstance(c.fact, Incident)]
    late = [c for c in claims_of(text, "2007-11-20") if isinstance(c.fact, Incident)]
    assert [c.when for c in early] == [None]
    assert [c.when.edtf for c in late if c.when] == ["2007-09-20"]
