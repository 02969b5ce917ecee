"""Names in the words of a sentence, and what only looks like them."""

from functools import cache

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from muster.gazetteer import find_names, load_countries, load_operations

COUNTRIES = load_countries()
OPERATIONS = load_operations()


@cache
def english() -> Language:
    return spacy.blank("en")


def words_of(text: str) -> list[str]:
    return [token.text for token in english()(text)]


def named(text: str, on: str | None = None) -> list[tuple[str, str]]:
    words = words_of(text)
    return [("".join(words[n.first : n.last]), n.value) for n in find_names(words, on)]


def values(text: str, on: str | None = None) -> list[str]:
    return [value for _, value in named(text, on)]


def form(text: str) -> str:
    (found,) = find_names(words_of(text))
    return found.form


@pytest.mark.parametrize("each", COUNTRIES, ids=lambda each: each.code)
def test_every_name_of_a_country_finds_it(each):
    for word in (*each.names, *each.adjectives, *each.demonyms, *each.forces):
        assert values(f"We met {word} here") == [each.code], word


@pytest.mark.parametrize("each", COUNTRIES, ids=lambda each: each.code)
def test_every_capital_finds_its_country(each):
    for word in each.capitals:
        assert values(f"talks in {word} ended, he said") == [each.code], word


@pytest.mark.parametrize("each", OPERATIONS, ids=lambda each: each.slug)
def test_every_name_of_an_operation_finds_it(each):
    for word in (*each.names, *each.acronyms, *each.anaphors):
        words = words_of(f"He said {word} began")
        (found,) = find_names(words)
        assert each.slug in (found.value, *found.alternatives), word
        assert words[found.first : found.last] == words_of(word)


@given(st.sampled_from(COUNTRIES), st.data())
def test_a_line_of_capitals_does_not_hide_a_country(each, data):
    word = data.draw(st.sampled_from(each.names + each.adjectives + each.demonyms))
    if word.replace(".", "") != "CAR":
        assert values(f"soldiers from {word}".upper()) == [each.code]


@given(st.lists(st.sampled_from([w for c in COUNTRIES for w in c.names] + ["-", ",", "'s", "us", "KFOR", "of", ""])))
def test_names_never_overlap_and_stay_in_the_sentence(pieces):
    words = [word for piece in pieces for word in piece.split()]
    end = 0
    for found in find_names(words):
        assert end <= found.first < found.last <= len(words)
        end = found.last


@given(st.lists(st.text(max_size=8), max_size=8))
def test_any_words_can_be_searched(words):
    assert all(words[found.first] for found in find_names(words))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Turkey and Türkiye and Turkiye", ["TR", "TR", "TR"]),
        ("Ivory Coast, Côte d'Ivoire, Cote d’Ivoire", ["CI", "CI", "CI"]),
        ("TURKISH TROOPS LEAVE", ["TR"]),
        ("a Turkish-led brigade", ["TR"]),
        ("tell us what the US did", ["US"]),
        ("U.S. and U.K. soldiers", ["US", "GB"]),
        ("LET US GO HOME", []),
        ("HELP US TROOPS", ["US"]),
        ("CAR BOMB IN BANGUI", ["CF"]),
        ("soldiers of the CAR", ["CF"]),
        ("soldiers from Niger and Nigeria, Nigerien and Nigerian", ["NE", "NG", "NE", "NG"]),
        ("the Congo and Congo-Brazzaville", ["CD", "CG"]),
        ("Congo (Brazzaville) and Congo (Kinshasa)", ["CG", "CD"]),
        ("Republic of the Congo, Democratic Republic of the Congo", ["CG", "CD"]),
        ("Korean and North Korean and South Korean", ["KR", "KP", "KR"]),
        ("Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea", ["GN", "GW", "GQ", "PG"]),
        ("Dominica and the Dominican Republic", ["DM", "DO"]),
        ("Irish and Northern Irish", ["IE", "GB"]),
        ("Ireland and Northern Ireland", ["IE", "GB"]),
        ("English, Scottish, Welsh and Dutch", ["GB", "GB", "GB", "NL"]),
        ("Kosovar and Kosovo and Bosnian", ["XK", "XK", "BA"]),
        ("Palestinian, Timorese, Rhodesian, Soviet, Yugoslav", ["PS", "TL", "ZW", "SU", "YU"]),
        ("Sudan and South Sudan, South Sudanese", ["SD", "SS", "SS"]),
        ("Samoa and American Samoa", ["WS", "AS"]),
        ("Iran (Islamic Republic of) and Korea, Republic of", ["IR", "KR"]),
        ("St. Lucia and Saint Lucia", ["LC", "LC"]),
        ("South American leaders on the Indian Ocean", ["South Americans"]),
        ("in South America, Latin America, New Mexico and New Jersey", []),
        ("the Vietnam War and the Korean War", []),
        ("the Member States and the Argentine troops", ["AR"]),
        ("they were from Atlanta, Georgia", []),
        ("the Washington Post and Agence France-Presse", []),
    ],
)
def test_countries(text, codes):
    assert values(text) == codes


def test_a_given_name_is_no_country():
    assert values("the report by Jordan Hunt") == []
    assert values("said Gen. Jordan") == []
    assert values("he met Chad Wilson") == []
    assert values("troops from Jordan and Chad on Monday") == ["JO", "TD"]
    assert values("he left Chad Wednesday") == ["TD"]
    assert values("the Jordan Armed Forces") == ["JO"]


def test_a_treaty_is_no_government():
    assert values("the Lusaka Agreement was signed in Lusaka") == ["ZM"]
    assert values("the Paris Peace Accords") == []


@pytest.mark.parametrize(
    "text", ["Serbs", "Kosovo Serbs", "Bosnian Serb forces", "ethnic Albanians", "Kosovo Albanian", "Turkish Cypriots"]
)
def test_an_ethnic_group_is_no_country(text):
    (found,) = find_names(words_of(f"They met {text} there"))
    assert found.kind == "group"


def test_serbian_is_a_country():
    assert values("Serbian police stopped a Serb") == ["RS", "Serbs"]


def test_a_text_without_capitals_keeps_what_is_unmistakable():
    assert values("the turkish and ivory coast troops of kfor and the u.s. joined us") == ["TR", "CI", "kfor", "US"]
    assert values("they ate turkey from china plates and polish the floor") == []


def test_ordinary_words_in_small_letters_are_no_names_beside_capitals():
    assert values("Soldiers ate turkey and used poles for the mission") == []


def test_armies():
    assert named("the Turkish Armed Forces and the British Army") == [
        ("TurkishArmedForces", "TR"),
        ("BritishArmy", "GB"),
    ]
    assert values("the Bundeswehr, Carabinieri, Legionnaires and the IDF") == ["DE", "IT", "FR", "IL"]
    assert values("ANA soldiers met Ana") == ["AF"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Turkey", "name"),
        ("Turkish", "adjective"),
        ("Turks", "demonym"),
        ("Ankara", "capital"),
        ("Bundeswehr", "force"),
        ("French Army", "force"),
        ("KFOR", "acronym"),
        ("Kosovo Force", "name"),
        ("NATO-led force in Kosovo", "anaphor"),
        ("U.N. Mission in Liberia", "name"),
        ("the alliance", "anaphor"),
    ],
)
def test_forms(text, said):
    assert form(text) == said


def test_a_country_within_a_longer_name_is_not_reported():
    assert values("the United Nations Interim Force in Lebanon") == ["unifil"]
    assert values("UN Mission in Liberia and ECOWAS Mission in Liberia") == ["unmil", "ecomil"]
    found = find_names(words_of("at Allied Joint Force Command Naples"))
    assert [(n.kind, n.value) for n in found] == [("headquarters", "nato")]
    assert values("the U.N. Security Council met") == ["un-security-council"]


def test_acronyms_as_the_press_writes_them():
    assert values("Nato, Kfor, Unprofor, UNOSOM II and EUFOR Tchad/RCA") == [
        *("nato", "kfor", "unprofor", "unosom-ii", "eufor-tchad-rca")
    ]
    assert values("operation Artemis and Operation Restore Hope") == ["artemis", "unitaf"]


def test_of_operations_of_one_name_the_nearest_country_decides():
    assert values("EUFOR in Chad and EUFOR in Bosnia") == ["eufor-tchad-rca", "TD", "eufor-althea", "BA"]
    assert values("ECOMOG entered Sierra Leone") == ["ecomog-sierra-leone", "SL"]


def test_of_operations_of_one_name_the_day_decides():
    assert values("UNEF withdrew", on="1967-05-20") == ["unef-i"]
    assert values("UNEF withdrew", on="1979-05-20") == ["unef-ii"]
    (found,) = find_names(["UNEF"], on="1979-05-20")
    assert found.alternatives == ("unef-i",)
