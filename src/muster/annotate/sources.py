"""Who is cited for which words: reporting verbs, "according to", quotations that run on, transcripts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from muster.annotate.words import saying_verbs
from muster.model.annotation import Citation, Clause, Mention, MentionKind, Sentence

_LABEL = re.compile(r"^\s*(?:[-–•*]\s*)?(@?[A-Z][\w .'’()/-]{1,40}?)\s?:\s+(?=\S)")
_TITLED = re.compile(
    r"^\s*(?:(?:The|A)\s[^:\n]{3,90}\((?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Baroness|Senator|Deputy)\.?\s)+(?P<inner>[^)\n]{3,40})\)"
    r"|(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Baroness|Viscount|Senator|Deputy)\.?\s)+(?P<name>[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]+){0,3}))(?:\s\([^)\n]*\))?:\s"
)
# Labels of those who ask, and of the outlet's own voices: what they say is the document's own.
_ASKING = frozenset(
    "question q reporter journalist moderator reader newsreader editor presenter anchor host studio announcer narrator"
    " interviewer correspondent desk caption voice-over".split()
)
_NOT_SPEAKERS = frozenset(
    {
        "strength",
        "total",
        "note",
        "update",
        "photo",
        "source",
        "tags",
        "topics",
        "date",
        "subject",
        "mandate",
        "location",
        "force commander",
        "commander",
        "headquarters",
        "established",
        "duration",
        "from",
        "to",
        "contributors",
    }
)
_PRONOUNS = frozenset({"he", "she", "they", "it"})


@dataclass(frozen=True, slots=True)
class _Speaker:
    source: str
    speaker: str


def find_citations(sentences: Sequence[Sentence], text: str) -> tuple[Citation, ...]:
    """Every stretch of the text that stands on somebody's word, in order of the text."""
    found: list[Citation] = []
    last: _Speaker | None = None
    label: _Speaker | None = None
    labelled = _has_labels(sentences, text)
    people = {m.value.split()[-1].casefold(): m.value for s in sentences for m in s.mentions if _is_person(m)}
    for sentence in sentences:
        label = _label_of(sentence, text, label, people) if labelled else None
        cited = list(_cited(sentence, text, last))
        if cited:
            last = cited[-1][0]
            found.extend(Citation(*covered, speaker.source, speaker.speaker) for speaker, covered in cited)
        elif last is not None and _is_quoted(sentence, text):
            found.append(Citation(sentence.start, sentence.end, last.source, last.speaker))
        elif label is not None:
            found.append(Citation(sentence.start, sentence.end, label.source, label.speaker))
    return tuple(found)


def subject_name(sentence: Sentence, i: int, text: str) -> tuple[str, str]:
    """How word `i` is cited (as written, shortest full form) and what claims call it (code or name)."""
    person = sentence.mention_at(i, MentionKind.PERSON) or _named_beside(sentence, i)
    if person is not None:
        return person.value, person.value
    groups = sentence.groups_at(i)
    first, last = sentence.phrase(i, of=True)
    words = re.sub(r"^(?:the|The|a|A|an|An)\s", "", sentence.words(first, last, text))
    named = sentence.mention_at(i, MentionKind.OPERATION, MentionKind.ORGANISATION, MentionKind.COUNTRY)
    if groups and not (named and named.kind is MentionKind.ORGANISATION and named.last - 1 == i):
        return words, groups[0].value
    return words, named.value if named else words


def _named_beside(sentence: Sentence, i: int) -> Mention | None:
    """The person named in apposition: "the force's commander, Major General Peter Cosgrove"."""
    for c in sentence.children_of(i):
        if sentence.tokens[c].dep in ("appos", "compound", "flat", "nmod"):
            person = sentence.mention_at(c, MentionKind.PERSON)
            if person is not None:
                return person
    return None


def _cited(sentence: Sentence, text: str, last: _Speaker | None) -> Iterator[tuple[_Speaker, tuple[int, int]]]:
    for clause in sentence.clauses:
        speakers = clause.agents or _inverted(sentence, clause)
        if clause.nominal or clause.lemma not in saying_verbs() or not speakers or _is_aim(sentence, clause):
            continue
        speaker = _speaker(sentence, speakers[0], text, last)
        if speaker is not None:
            yield speaker, _covered(sentence, clause)
    for token in sentence.tokens:
        if token.lower == "according":
            whom = [
                d
                for c in sentence.children_of(token.i)
                for d in sentence.children_of(c)
                if sentence.tokens[d].dep == "pobj"
            ]
            if whom:
                source, speaker_name = subject_name(sentence, whom[0], text)
                yield _Speaker(source, speaker_name), (sentence.start, sentence.end)


def _inverted(sentence: Sentence, clause: Clause) -> tuple[int, ...]:
    """The speaker behind his verb, which the parser takes for an object: '"…", underlined the minister'."""
    before = sentence.tokens[max(0, clause.predicate - 2) : clause.predicate]
    return clause.patients[:1] if any(t.pos == "PUNCT" and t.text not in "()[]" for t in before) else ()


def _is_aim(sentence: Sentence, clause: Clause) -> bool:
    """Whether a verb of saying is only an aim of the verb above it ("took steps to maintain order")."""
    token = sentence.tokens[clause.predicate]
    infinitive = any(sentence.tokens[c].lower == "to" for c in sentence.children_of(token.i))
    above = sentence.tokens[token.head].lemma
    return (
        infinitive
        and token.dep in ("xcomp", "advcl", "acl")
        and above not in ("go", "continue", "wish", "want", "like")
    )


def _speaker(sentence: Sentence, i: int, text: str, last: _Speaker | None) -> _Speaker | None:
    token = sentence.tokens[i]
    if token.lower in _PRONOUNS:
        return last
    if token.pos == "PRON" and not sentence.groups_at(i):
        return None
    return _Speaker(*subject_name(sentence, i, text))


def _covered(sentence: Sentence, clause: Clause) -> tuple[int, int]:
    """What a reporting verb covers: the clause it governs; the whole sentence where it is a parenthesis."""
    governed = [
        c for c in sentence.children_of(clause.predicate) if sentence.tokens[c].dep in ("ccomp", "xcomp", "parataxis")
    ]
    if governed:
        words = [j for c in governed for j in sentence.subtree(c)]
        return sentence.tokens[min(words)].start, sentence.tokens[max(words)].end
    if sentence.tokens[clause.predicate].dep in ("parataxis", "ROOT", "ccomp"):
        return sentence.start, sentence.end
    words = list(sentence.subtree(clause.predicate))
    return sentence.tokens[words[0]].start, sentence.tokens[words[-1]].end


def _is_quoted(sentence: Sentence, text: str) -> bool:
    """Whether most of the sentence stands in quotation marks that open in it, or were opened before in its segment."""
    before = text[sentence.segment.start : sentence.start]
    opened = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    own = text[sentence.start : sentence.end].lstrip()
    return opened or own[:1] in "“\"'‘«"


def _titled(sentence: Sentence, text: str) -> str | None:
    """The name in a parliament's label: "Mr. Rifkind:", "The Minister for Defence (Mr. Smith):"."""
    match = _TITLED.match(text[sentence.start : sentence.start + 160])
    return (match["inner"] or match["name"]) if match else None


def _has_labels(sentences: Sequence[Sentence], text: str) -> bool:
    """Whether the document is a transcript: at least two turns, one of them a question or a spokesman's."""
    labels = [found for s in sentences if (found := _label(s, text))]
    if any(_titled(s, text) for s in sentences):
        return True
    return len(labels) >= 2 and any(
        label.lower() in _ASKING or label.lower().startswith(("spokes", "the spokes")) or label.isupper()
        for label in labels
    )


def _label(sentence: Sentence, text: str) -> str | None:
    if sentence.start > sentence.segment.start + 3 and text[sentence.start - 1 : sentence.start] != "\n":
        return None
    titled = _titled(sentence, text)
    if titled is not None:
        return titled
    match = _LABEL.match(text[sentence.start : sentence.start + 60])
    return match[1] if match and match[1].lower() not in _NOT_SPEAKERS else None


def _label_of(sentence: Sentence, text: str, current: _Speaker | None, people: Mapping[str, str]) -> _Speaker | None:
    """Whose turn it is: a label opens one, a question's belongs to nobody; a surname is its person's."""
    found = _label(sentence, text)
    if found is None:
        return current
    if found.lower() in _ASKING:
        return None
    return _Speaker(found, people.get(found.split()[-1].casefold(), found))


def _is_person(mention: Mention) -> bool:
    return mention.kind is MentionKind.PERSON and mention.form == "name"
