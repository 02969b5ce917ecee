"""Who leads, in the many ways it is said: posts joined by verbs, bodies that pass, terms, nationalities, columns."""

from collections.abc import Callable

import pytest

from muster.model.claim import Claim, Command, Status

Claims = Callable[..., tuple[Claim, ...]]
Commands = Callable[..., list[tuple[str, str, str | None]]]
CONTEXT = "UNIFIL has 4,000 men in Lebanon. "


@pytest.fixture(scope="session")
def commands(claims_of: Claims) -> Callable[..., list[Claim]]:
    """The claims of command that a text makes."""
    return lambda text, published="2007-05-04": [c for c in claims_of(text, published) if c.kind == "command"]


@pytest.fixture(scope="session")
def told(commands: Callable[..., list[Claim]]) -> Callable[..., set[tuple[str, str]]]:
    """Who does what, by name and act, in a sentence about UNIFIL."""

    def of(sentence: str, published: str = "2007-05-04") -> set[tuple[str, str]]:
        facts = [c.fact for c in commands(CONTEXT + sentence, published)]
        return {(fact.holder, fact.act) for fact in facts if isinstance(fact, Command)}

    return of


@pytest.mark.parametrize(
    ("sentence", "holder", "act"),
    [
        ("Its commander, Ghana's Lt.-Gen. Kwame Adusei, asked for calm.", "Kwame Adusei", "holds"),
        ("UNIFIL's commander, Maj.-Gen. J. R. Okafor of Lagos, asked for calm.", "J. R. Okafor", "holds"),
        ("Prof Lindiwe Dube is head of mission.", "Lindiwe Dube", "holds"),
        ("Its boss from the first day has been Maj-Gen Sipho Dlamini.", "Sipho Dlamini", "holds"),
        ("A French colonel, Luc Bernard, is his deputy.", "Luc Bernard", "holds"),
        ("The number two is ours now, Maj. Gen. Marco Silva.", "Marco Silva", "holds"),
        ("Lieutenant General Pat Ryan, an officer of the Army, is Operation Commander.", "Pat Ryan", "holds"),
        ("Major General Sam Zulu has completed a year of his assignment as Force Commander.", "Sam Zulu", "holds"),
        ("Lieutenant General Rupert Hall left the capital as commander.", "Rupert Hall", "hands-over"),
        ("Canada's Claire Dubois will be the political chief.", "Claire Dubois", "takes"),
        ("Brigadier Grace Phiri of Zambia has charge of the eastern sector.", "Grace Phiri", "holds"),
        ("Lt-Gen Arun Mehta of India has the soldiers.", "Arun Mehta", "holds"),
        ("Brig. Gen. David Roy keeps Sector East until 1 November.", "David Roy", "holds"),
        ("The soldiers answer to Lt Gen Moses Okello.", "Moses Okello", "holds"),
        ("Colonel Igor Malov commands them.", "Igor Malov", "holds"),
        ("Maj Gen Thabo Nkosi (SA) commands.", "Thabo Nkosi", "holds"),
        ("The battalions serve under the Senegalese Moussa Diop.", "Moussa Diop", "holds"),
        ("The operation began on 4 May under a Turkish general, Mehmet Kaya.", "Mehmet Kaya", "holds"),
        ("Kofi Mensah, the courteous Ghanaian at the head of it all, smiled.", "Kofi Mensah", "holds"),
        ("The general commanding UNIFIL, Luigi Rossi, said so.", "Luigi Rossi", "holds"),
        ("Brig. Gen. Azman Yusof handed the sector to Col. Tran Van Minh on 5 March.", "Tran Van Minh", "takes"),
        ("The sector goes to a Dutchman, Maj. Gen. Jan Visser.", "Jan Visser", "takes"),
        ("Lt. Gen. Ramon Cruz accepted the blue flag from Maj. Gen. Peter Walsh.", "Ramon Cruz", "takes"),
        ("The baton of command was handed to Colonel Jan Visser by Colonel Tom Brown.", "Jan Visser", "takes"),
        ("The post of force commander went to General Arun Mehta.", "Arun Mehta", "takes"),
        ("India's Arun Mehta takes the place of Luigi Rossi as force commander.", "Arun Mehta", "takes"),
        ("A Nigerian, Maj.-Gen. Sani Bello, may take over the force before the month is out.", "Sani Bello", "takes"),
        ("Colonel Jan Visser's term as commander of Sector East came to an end.", "Jan Visser", "hands-over"),
        ("Command rotated from Italy to Spain in January.", "ES", "takes"),
        ("The force is commanded by an Indian general.", "IN", "holds"),
        ("At the top of the mission stands General Luigi Rossi.", "Luigi Rossi", "holds"),
        ("Leading the force is General Luigi Rossi.", "Luigi Rossi", "holds"),
        ("The mission, with General Luigi Rossi at its head, moved in.", "Luigi Rossi", "holds"),
        ("The battalion (Lt. Col. Jan Visser) is in the east.", "Jan Visser", "holds"),
        ("The battalion, Lt. Col. Jan Visser commanding, is in the east.", "Jan Visser", "holds"),
        ("Command lies with General Luigi Rossi.", "Luigi Rossi", "holds"),
        ("Command is in the hands of General Luigi Rossi.", "Luigi Rossi", "holds"),
        ("The command is Italian.", "IT", "holds"),
        ("Spain handed the eastern sector over to Italy.", "IT", "takes"),
        ("Ghana provides the force commander.", "GH", "holds"),
    ],
)
def test_who_leads(told: Callable[..., set[tuple[str, str]]], sentence: str, holder: str, act: str) -> None:
    assert told(sentence) == {(holder, act)}


@pytest.mark.parametrize(
    "sentence",
    [
        "General Luigi Rossi asked to be relieved of his command.",
        "Fiji keeps 500 men in UNTAC, the United Nations Transitional Authority in Cambodia.",
        "The battalion has the soldiers it needs.",
        "The mission reports to the Security Council.",
        "Colonel Tom Brown acts for the force commander, who is on leave.",
        "General Luigi Rossi left the capital as snow fell.",
    ],
)
def test_who_does_not(told: Callable[..., set[tuple[str, str]]], sentence: str) -> None:
    assert told(sentence) == set()


def test_one_who_was_replaced_at_the_head_does_not_hold_it(told: Callable[..., set[tuple[str, str]]]) -> None:
    sentence = "Colonel Jan Visser replaced Colonel Tom Brown at the head of the battalion on Friday."
    assert told(sentence) == {("Jan Visser", "takes")}


def test_two_states_that_take_over_together_are_two_claims(told: Callable[..., set[tuple[str, str]]]) -> None:
    sentence = "Germany and the Netherlands took over command of the force from Turkey."
    assert told(sentence) == {("DE", "takes"), ("NL", "takes")}


def test_a_departure_that_lies_ahead_is_planned(commands: Callable[..., list[Claim]]) -> None:
    (claim,) = commands(CONTEXT + "General Luigi Rossi steps down as force commander on 3 June 2007.")
    assert claim.status is Status.PLANNED


def test_a_special_representative_is_the_un_missions_not_natos(commands: Callable[..., list[Claim]]) -> None:
    text = "UNMIK was criticised. KFOR closed the bridge. The Special Representative, Harald Lie, agreed."
    assert [claim.operation for claim in commands(text, "2004-04-30")] == ["unmik"]


def test_what_is_under_somebody_is_the_subject(commands: Callable[..., list[Claim]]) -> None:
    text = (
        "UNOSOM II has 18,000 men. The operation took over from UNITAF on 4 May under a Turkish general, Mehmet Kaya."
    )
    assert {claim.operation for claim in commands(text, "1993-06-08")} == {"unosom-ii"}


def test_a_who_is_who_in_two_columns(commands: Callable[..., list[Claim]]) -> None:
    text = (
        "KFOR - Who is who\n"
        "COMKFOR         Major General Aldo Conti (Italy)\n"
        "COS             Brigadier General John Hale (USA)\n"
        "RC-East         Colonel Mark Dunn (USA)\n"
    )
    found = {claim.fact for claim in commands(text, "2019-11-19")}
    assert found == {
        Command(holder="Aldo Conti", act="holds", country="IT"),
        Command(holder="John Hale", act="holds", country="US", role="COS"),
        Command(holder="Mark Dunn", act="holds", country="US", role="RC-East"),
    }
