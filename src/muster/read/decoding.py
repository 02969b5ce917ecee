"""Bytes → text, exactly or not at all: no character is lost, replaced or normalised on the way."""

import codecs
import re

from muster.errors import NotText

MAX_BYTES = 100 * 1024 * 1024
"""Larger files are refused: a hundred megabytes of text is an archive, not a document."""

# First bytes of what is no plain text, and what to call it.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (or an office document or e-book, which are zip archives)"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"RIFF", "a sound, video or WebP file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or video file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"SQLite format 3", "a SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
# Longest first: the mark of UTF-32 begins with that of UTF-16. The codecs named leave the mark in the text.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The legacy encodings of writing other than Latin, and of Macintoshes, among which charset-normalizer decides.
_LEGACY = [
    *("cp1252", "cp1250", "cp1251", "cp1254", "cp1253", "cp1256", "cp1255", "koi8_r", "iso8859_2", "iso8859_5"),
    *("mac_roman", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]
# Those of Latin writing share most characters, so that only the letters tell them apart: those each is there for.
# The commonest comes first, which is how ties are broken.
_LATIN: dict[str, str] = {
    "cp1252": "àâäáãåæçèéêëìíîïñòóôõöøùúûüßœšžºªµ",
    "cp1250": "čćšžđáéíóúýěřťďňůäöüőűłńśźżçëâîă",
    "cp1254": "çğıöşüâîû",
    "iso8859_2": "čćšžđáéíóúýěřťďňůäöüőűłńśźżçëâîă",
}
_BARE_ACCENTS = "˙ˇ˘˛˝¯¨¸ˆ˜"
_SAMPLE_BYTES = 200_000
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_UNUSED = re.compile("[\x80-\x84\x86-\x9f]")


def decode(data: bytes, where: str) -> str:
    """The text of `data`; a byte order mark stays in it as U+FEFF, line ends stay as they are.

    UTF-8, else UTF-16 or UTF-32 with their mark, else the legacy encoding that fits best. `where` names the file in
    messages. Raises NotText for what is binary, too large, without a word, or cannot be decoded exactly.
    """
    if len(data) > MAX_BYTES:
        limit = f"more than the {MAX_BYTES // 1024**2} MB that one document may have"
        raise NotText(f"{where}: {limit}; split it into its documents and add those.")
    text = _decoded(data, where)
    if not text.strip("\ufeff \t\r\n\f\v\u00a0\u2028\u2029"):
        raise NotText(f"{where}: {'the file is empty' if not data else 'there is only white space'}; nothing to read.")
    return text


def _decoded(data: bytes, where: str) -> str:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise NotText(f"{where}: this is {what}, not plain text; save its text as UTF-8 and add that.")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _exactly(data, encoding, where)
    if (at := data.find(b"\0")) >= 0:
        advice = "if it is UTF-16 without a byte order mark, convert it to UTF-8"
        raise NotText(f"{where}: a NUL byte at offset {at:,}: this is binary, not plain text; {advice}.")
    if len(_CONTROLS.findall(data)) > max(8, len(data) // 100):
        raise NotText(f"{where}: full of control characters: this is binary, not plain text; save its text as UTF-8.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        if _was_utf8(data, fault):
            raise NotText(_damage(where, fault)) from fault
    return _legacy(data, where)


def _exactly(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        why = f"begins as {encoding.upper()} but cannot be decoded from byte {fault.start:,} on ({fault.reason})"
        raise NotText(f"{where}: {why}; get an undamaged copy or convert it to UTF-8.") from fault


def _was_utf8(data: bytes, fault: UnicodeDecodeError) -> bool:
    """Whether bytes that are no UTF-8 are a damaged copy of it: most characters beyond ASCII are whole, or the only
    fault is a surrogate, or that the last one is cut short. Legacy text hardly ever forms a whole UTF-8 character by
    chance."""
    if _has_surrogates_only(data):
        return True
    text = data.decode("utf-8", "surrogateescape")
    broken = sum(1 for _ in re.finditer("[\udc80-\udcff]", text))
    whole = sum(1 for _ in re.finditer("[^\x00-\x7f\udc80-\udcff]", text))
    return whole >= broken or (broken == len(data) - fault.start and fault.reason == "unexpected end of data")


def _has_surrogates_only(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _damage(where: str, fault: UnicodeDecodeError) -> str:
    what = "the last character is cut short" if fault.reason == "unexpected end of data" else fault.reason
    advice = "get an undamaged copy, or save the file as UTF-8 again"
    return f"{where}: damaged UTF-8 at byte {fault.start:,} ({what}); {advice}."


def _legacy(data: bytes, where: str) -> str:
    # Imported here because few files need it and loading it takes longer than reading one.
    from charset_normalizer import from_bytes

    sample = b"".join(line for line in data.splitlines(keepends=True) if not line.isascii())[:_SAMPLE_BYTES]
    best = from_bytes(sample, cp_isolation=list(_LEGACY), threshold=0.4).best()
    if best is None or best.encoding in _LATIN or (best.encoding != "mac_roman" and _mostly_ascii(sample)):
        # Writing other than Latin cannot be told from a few letters of it among Latin ones: bytes gone wrong.
        encoding = _latin(sample)
    else:
        encoding = best.encoding
    text = _round_trip(data, encoding) if encoding else None
    if text is None:
        raise NotText(f"{where}: neither UTF-8 nor any encoding that can be told; convert it to UTF-8 and add that.")
    return text


def _round_trip(data: bytes, encoding: str) -> str | None:
    """The text, if every byte of it is a character and every character those bytes again."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text if text.encode(encoding) == data and not _UNUSED.search(text) else None


def _latin(sample: bytes) -> str | None:
    """The encoding of Latin writing under which the fewest characters are out of place, if most are in place."""
    read = {encoding: text for encoding in _LATIN if (text := _round_trip(sample, encoding)) is not None}
    wrong = {encoding: _out_of_place(text, _LATIN[encoding]) for encoding, text in read.items()}
    best = min(wrong, key=lambda encoding: wrong[encoding], default=None)
    return best if best is not None and wrong[best] * 2 < sum(byte > 127 for byte in sample) else None


def _mostly_ascii(sample: bytes) -> bool:
    """Whether the letters of ASCII are more than all bytes beyond it."""
    return sum(byte < 128 and chr(byte).isalpha() for byte in sample) > sum(byte > 127 for byte in sample)


def _out_of_place(text: str, letters: str) -> int:
    """How many characters beyond ASCII are letters foreign to the encoding's languages, accents without a letter, or
    signs inside a word."""
    beyond = [found[0].lower() for found in re.finditer(r"[^\x00-\x7f]", text)]
    strange = sum(1 for sign in beyond if (sign.isalpha() and sign not in letters) or sign in _BARE_ACCENTS)
    signs = len(
        re.findall(r"(?<=[A-Za-z])[¡-¿×÷](?=[A-Za-z])|[^\x00-\x7f](?=[(\[{<@#*+=~^|])|[©®](?=[a-z])|Ł(?=\d)", text)
    )
    # In western languages è stands before a consonant or at the end of a word, æ never at the end.
    return strange + signs + len(re.findall(r"æ\b|è[aeiou]|\bè(?=\w)", text))
