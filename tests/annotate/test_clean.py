"""The parser's copy of a text always knows where each of its characters stands in the document."""

from hypothesis import given
from hypothesis import strategies as st

from muster.annotate.clean import casing, clean, is_shouted, spoken


@given(st.text())
def test_every_character_of_the_copy_has_a_place_in_the_text_in_order(text: str) -> None:
    copy = clean(text, 0, len(text))
    assert len(copy.text) == len(copy.places)
    assert list(copy.places) == sorted(set(copy.places))
    assert all(text[at].isspace() for char, at in zip(copy.text, copy.places, strict=True) if char == " ")


def test_line_breaks_and_indents_become_one_space() -> None:
    text = "The Force was\n            set up in 1964."
    assert clean(text, 0, len(text)).text == "The Force was set up in 1964."


def test_a_word_broken_at_its_hyphen_is_joined() -> None:
    text = "blue peace-\n   keeping helmets"
    assert clean(text, 0, len(text)).text == "blue peace-keeping helmets"


def test_typographic_quotation_marks_are_plain_and_keep_their_place() -> None:
    text = "He said “no”."
    copy = clean(text, 0, len(text))
    assert copy.text == 'He said "no".'
    assert text[copy.places[copy.text.index('"')]] == "“"


def test_a_footnote_number_does_not_stick_to_a_year() -> None:
    text = "Troops as of 1 July 2003[3]"
    assert clean(text, 0, len(text)).text == "Troops as of 1 July 2003"


def test_a_byte_order_mark_is_not_seen() -> None:
    text = "\ufeffKFOR moved."
    copy = clean(text, 0, len(text))
    assert copy.text == "KFOR moved."
    assert copy.places[0] == 1


def test_capitals_are_read_as_the_rest_of_the_document_writes_them() -> None:
    text = "RWANDA SENDS TROOPS TO BANGUI AS MINUSCA PLEADS FOR HELP\n\nThe troops reached Bangui. MINUSCA had asked."
    headline = clean(text, 0, text.index("\n"))
    assert is_shouted(headline.text)
    read = spoken(headline, casing(text), lambda words: frozenset({words.index("RWANDA")}))
    assert read.text == "Rwanda sends troops to Bangui as MINUSCA pleads for help"
    assert read.places == headline.places


def test_an_ordinary_sentence_is_left_as_it_is() -> None:
    text = "UNIFIL said so."
    copy = clean(text, 0, len(text))
    assert spoken(copy, casing(text), lambda words: frozenset()) is copy


def test_two_stretches_are_joined_with_a_space_between() -> None:
    text = "They were\n\n12\n\nnot seen."
    joined = clean(text, 0, 9).then(clean(text, 15, len(text)))
    assert joined.text == "They were not seen."
    assert text[joined.places[-2]] == "n"
