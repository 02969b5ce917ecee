"""Bytes become text exactly, or a sentence that says why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.errors import NotText
from muster.read import decode

WESTERN = "The mission’s commander, General Muñoz, left Côte d’Ivoire – “for good”, he said.\n"
BOSNIAN = "Vojnici su u četvrtak stigli u Zvečan, a general Đurić je ostao u Štrpcima još šest dana.\n"
TURKISH = "Türkiye görevi devraldı. Şimdi İstanbul'dan asker gidiyor, ağustosta görev başlıyor.\n"
RUSSIAN = "Миротворцы прибыли в Приштину в четверг, в составе контингента триста военнослужащих.\n"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_valid_utf8_comes_back_as_it_was(text: str) -> None:
    written = f"Troops {text} arrived"
    assert decode(written.encode(), "a.txt") == written


def test_mark_and_line_ends_stay_in_the_text() -> None:
    assert decode("\ufeffOne.\r\nTwo.\rThree.\n".encode(), "a.txt") == "\ufeffOne.\r\nTwo.\rThree.\n"


def test_normal_form_is_left_alone() -> None:
    assert decode("Zvec\u030can, Zve\u010dan".encode(), "a.txt") == "Zvec\u030can, Zve\u010dan"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_unicode_with_a_mark(encoding: str) -> None:
    assert decode(WESTERN.encode(encoding), "a.txt") == "\ufeff" + WESTERN


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", WESTERN),
        ("mac_roman", WESTERN),
        ("cp1250", BOSNIAN),
        ("iso8859_2", BOSNIAN),
        ("cp1254", TURKISH),
        ("cp1251", RUSSIAN),
        ("koi8_r", RUSSIAN),
    ],
)
def test_legacy_encodings_are_told_by_their_letters(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n", "only white space"),
        (b"\xef\xbb\xbf", "only white space"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "a zip archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"Troops\0arrived", "a NUL byte at offset 6"),
        (bytes(range(1, 9)) * 20, "control characters"),
        (b"\xff\xfea\0b", "UTF-16-LE but cannot be decoded"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, says: str) -> None:
    with pytest.raises(NotText, match=says) as refused:
        decode(data, "folder/a.txt")
    assert str(refused.value).startswith("folder/a.txt: ")


def test_a_cut_file_is_not_misread_as_a_legacy_encoding() -> None:
    whole = "The force’s mandate ends in “June”".encode()
    with pytest.raises(NotText, match="cut short"):
        decode(whole[:-1], "a.txt")


def test_one_broken_byte_is_named_with_its_place() -> None:
    with pytest.raises(NotText, match="damaged UTF-8 at byte 4 "):
        decode(b"The \xff" + WESTERN.encode(), "a.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"30 troops \xff\xfe left",
        b"\xc3\x28 troops left",
        b"troops \x80\x81\x82 left",
        b"bad \xc0\xaf text",
        b"x \xe2\x28\xa1 y",
    ],
)
def test_bytes_gone_wrong_are_not_read_as_letters_of_some_encoding(data: bytes) -> None:
    with pytest.raises(NotText, match="neither UTF-8 nor any encoding"):
        decode(data, "a.txt")


def test_a_surrogate_is_damage_of_utf8() -> None:
    with pytest.raises(NotText, match="damaged UTF-8 at byte 7 "):
        decode(b"troops \xed\xa0\x80 left", "a.txt")


@pytest.mark.parametrize(
    ("encoding", "text"), [("cp1250", "Gen. Đurić"), ("cp1252", "£30m – 20°"), ("mac_roman", WESTERN)]
)
def test_a_few_letters_are_enough_where_they_are_in_place(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_a_file_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("muster.read.decoding.MAX_BYTES", 10)
    with pytest.raises(NotText, match="more than the"):
        decode(b"eleven byte", "a.txt")
