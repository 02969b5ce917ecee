"""The tables hold what they should, and a faulty table says where it is faulty."""

import pycountry
import pytest

from muster.errors import GazetteerError
from muster.gazetteer import (
    KINDS_OF_OPERATION,
    country,
    load_countries,
    load_headquarters,
    load_operations,
    load_organisations,
    operation,
    organisation,
)
from muster.gazetteer._load import (
    load_groups,
    load_lookalikes,
    load_words,
    read_countries,
    read_headquarters,
    read_operations,
    read_organisations,
)

# Without people of their own, or without a government of their own: nothing to name.
UNPEOPLED = {"AQ", "BV", "GS", "HM", "TF", "UM", "SJ"}
WITHOUT_CAPITAL = UNPEOPLED | {"AI", "CC", "CK", "CX", "EH", "FK", "GI", "HK", "IM", "IO", "JE", "MC", "MO", "MS"}
WITHOUT_CAPITAL |= {"NF", "PN", "PR", "SG", "SM", "TK", "VA", "YU", "SU", "CS"}
NO_LONGER_OR_NOT_YET_IN_ISO = {"XK", "YU", "SU", "CS"}

COUNTRIES = load_countries()
OPERATIONS = load_operations()

HEAD = "slug,names,acronyms,led_by,area,start,end,kind,anaphors\n"


def read(*lines: str):
    return read_operations(HEAD + "\n".join(lines), leaders=["un", "nato"], codes=["LB", "XK", "SY"], table="ops.csv")


def test_every_iso_country_is_there_and_every_code_is_iso():
    assert {each.code for each in COUNTRIES} == {c.alpha_2 for c in pycountry.countries} | NO_LONGER_OR_NOT_YET_IN_ISO


@pytest.mark.parametrize("each", COUNTRIES, ids=lambda each: each.code)
def test_a_country_is_complete(each):
    assert each.name == each.names[0]
    if each.code not in UNPEOPLED:
        assert each.adjectives
        assert each.demonyms or each.code == "VA"
    if each.code not in WITHOUT_CAPITAL:
        assert each.capitals


@pytest.mark.parametrize("iso", list(pycountry.countries), ids=lambda iso: iso.alpha_2)
def test_the_names_iso_gives_are_names_of_the_country(iso):
    known = country(iso.alpha_2).names
    given = [getattr(iso, field, None) for field in ("name", "common_name", "official_name")]
    for name in filter(None, given):
        # "Congo" alone is the larger of the two in reporting.
        assert name.removeprefix("the ") in known or (iso.alpha_2, name) == ("CG", "Congo")


def test_there_are_more_than_150_operations_from_1948_on():
    assert len(OPERATIONS) >= 220
    assert min(each.start for each in OPERATIONS if each.start) < "1949"
    assert {each.led_by for each in OPERATIONS} >= {
        *("un", "nato", "eu", "au", "oau", "ecowas", "osce", "cis", "csto", "sadc", "eac", "arab-league"),
        *("commonwealth", "mfo", "coalition", "RU", "FR", "AU"),
    }


@pytest.mark.parametrize("each", OPERATIONS, ids=lambda each: each.slug)
def test_an_operation_is_complete(each):
    assert each.name
    assert each.start
    assert each.kind in KINDS_OF_OPERATION
    assert each.area or each.slug in {"active-endeavour", "sea-guardian"}
    assert organisation(each.led_by) or country(each.led_by)


@pytest.mark.parametrize(
    ("slug", "start", "end", "area"),
    [
        ("unprofor", "1992-02-21", "1995-12-20", ("HR", "BA", "MK")),
        ("unifil", "1978-03-19", None, ("LB",)),
        ("minusma", "2013-04-25", "2023-12-31", ("ML",)),
        ("ifor", "1995-12-20", "1996-12-20", ("BA", "HR")),
        ("commonwealth-monitoring-force", "1979-12-21", "1980-03", ("ZW",)),
        ("interfet", "1999-09-20", "2000-02-28", ("TL",)),
        ("csto-kazakhstan", "2022-01-06", "2022-01-19", ("KZ",)),
    ],
)
def test_well_known_operations_have_their_dates(slug, start, end, area):
    found = operation(slug)
    assert (found.start, found.end, found.area) == (start, end, area)


def test_an_operation_runs_from_its_first_to_its_last_day():
    sfor = operation("sfor")
    assert not sfor.runs_on("1996-12-19")
    assert sfor.runs_on("1996-12-20")
    assert sfor.runs_on("2004-12-02")
    assert not sfor.runs_on("2004-12-03")


def test_an_end_given_as_a_month_lasts_the_month():
    assert operation("resolute-support").runs_on("2021-09-30")
    assert not operation("resolute-support").runs_on("2021-10-01")


def test_organisations_and_headquarters():
    assert {"un", "nato", "un-security-council", "icrc"} <= {each.slug for each in load_organisations()}
    assert {each.organisation for each in load_headquarters()} >= {"un", "nato", "eu"}
    shape = next(each for each in load_headquarters() if "SHAPE" in each.names)
    assert shape.name == "Supreme Headquarters Allied Powers Europe"


def test_no_group_is_also_the_name_of_a_country():
    named = {name for each in COUNTRIES for name in (*each.names, *each.adjectives, *each.demonyms)}
    assert not named & {name for names in (*load_groups(), *load_lookalikes()) for name in names}


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Uni Fil,A,,un,LB,1978,,observer,", "ops.csv, line 2: 'Uni Fil' is no slug"),
        ("a,A,,un,ZZ,1978,,observer,", "ops.csv, line 2: area 'ZZ' is no country"),
        ("a,A,,wto,LB,1978,,observer,", "led_by 'wto' is neither"),
        ("a,A,,un,LB,1978,,picnic,", "kind 'picnic' is unknown; write one of civilian"),
        ("a,A,,un,LB,1978-02-30,,observer,", "start '1978-02-30' is no day"),
        ("a,A,,un,LB,19780319,,observer,", "start '19780319' is no day"),
        ("a,A,,un,LB,1978-03,1977,observer,", "it ends \\(1977\\) before it starts \\(1978-03\\)"),
        ("a,,,un,LB,1978,,observer,", "no name is given"),
        ("a,A,,un,LB,1978", "6 cells under 9 columns"),
    ],
)
def test_a_faulty_operation_is_refused_with_its_line(line, wrong):
    with pytest.raises(GazetteerError, match=wrong):
        read(line)


def test_a_slug_is_used_once():
    with pytest.raises(GazetteerError, match="line 3: the slug 'a' is used twice"):
        read("a,A,,un,LB,1978,,observer,", "a,B,,un,LB,1978,,observer,")


def test_a_name_is_shared_only_where_area_or_time_tell_apart():
    with pytest.raises(GazetteerError, match="line 3: the name 'the force' also belongs to 'a'"):
        read("a,The Force,,un,LB,1978,,observer,", "b,the force,,un,LB,1978,,observer,")
    assert len(read("a,The Force,,un,LB,1978,,observer,", "b,The Force,,un,SY,1978,,observer,")) == 2
    assert len(read("a,The Force,,un,LB,1978,1980,observer,", "b,The Force,,un,LB,1990,,observer,")) == 2


def test_a_table_with_other_columns_is_refused():
    with pytest.raises(GazetteerError, match=r"countries.csv, line 1: the columns are code,name; they must be code,"):
        read_countries("code,name\n")


def test_faulty_countries_organisations_and_headquarters_are_refused():
    head = "code,names,adjectives,demonyms,capitals,forces\n"
    with pytest.raises(GazetteerError, match="'kos' is no ISO"):
        read_countries(head + "kos,Kosovo,,,,\n")
    with pytest.raises(GazetteerError, match="line 3: the code 'XK' is used twice"):
        read_countries(head + "XK,Kosovo,,,,\nXK,Kosova,,,,\n")
    with pytest.raises(GazetteerError, match="'UN' is no slug"):
        read_organisations("slug,names,anaphors\nUN,United Nations,\n")
    with pytest.raises(GazetteerError, match="no organisation 'wto'; add it"):
        read_headquarters("names,organisation\nHall,wto\n", ["un"])


def test_a_list_of_words_that_is_not_there_is_an_error():
    with pytest.raises(GazetteerError, match=r"words.csv: no list 'verbs'"):
        load_words("verbs")
