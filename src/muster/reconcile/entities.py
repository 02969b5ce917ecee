"""Who and what goes by several names: persons, places and units resolved across documents, every merge explained.

Operations, countries and organisations are resolved by the gazetteer when a text is read. What a person decided
(`same`, `different`) goes before every comparison.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from muster.model.claim import Command, Movement, Statement
from muster.model.force import Entity, EntityMatch
from muster.model.judgement import Ties, Verdict
from muster.model.report import Report
from muster.reconcile.names import ONE, compared, folded, letters, person_words, score, toponyms

# Words of bodies and offices, which speak as persons do.
_NO_PERSONS = frozenset(
    "assembly authority authorities commission committee council court foreign forum government head media minister"
    " ministry mission my nations newspapers office official officials our parliament party police secretary"
    " secretariat spokesman spokesperson union special representative general team".split()
)
Used = dict[str, set[str]]


def entities(reports: Iterable[Report], ties: Ties | None = None) -> tuple[Entity, ...]:
    """Every person, place and unit that goes by more than one name, by kind and name."""
    used: dict[str, Used] = {"person": defaultdict(set), "place": defaultdict(set), "unit": defaultdict(set)}
    for report in reports:
        for kind, name in _names(report):
            used[kind][name].add(report.claim.id)
    return tuple(
        Entity(kind, names, matches, tuple(sorted({claim for name in names for claim in told[name]})))
        for kind, told in used.items()
        for names, matches in resolved(kind, told, ties)
        if len(names) > 1
    )


def resolved(
    kind: str, names: Iterable[str], ties: Ties | None = None
) -> list[tuple[tuple[str, ...], tuple[EntityMatch, ...]]]:
    """The names in groups of one bearer each, the fullest name first, with what joined each of the others.

    A short name that fits several bearers ("Berg": Anna or Jonas?) joins none. In order of the names, in whatever order
    they come.
    """
    found: list[list[str]] = []
    explained: list[list[EntityMatch]] = []
    under: dict[str, set[int]] = defaultdict(set)
    for name in sorted(set(names), key=lambda name: (-len(folded(name).split()), -len(name), name)):
        near = sorted({at for key in _keys(kind, name, ties) for at in under[key]})
        fitting = [(at, match) for at in near if (match := _match(kind, name, found[at], ties))]
        judged = [(at, match) for at, match in fitting if match.judged_by]
        at = _only(judged or fitting)
        if at is None:
            at = len(found)
            found.append([])
            explained.append([])
        found[at].append(name)
        explained[at] += [match for one, match in judged or fitting if one == at]
        for key in _keys(kind, name, ties):
            under[key].add(at)
    return sorted((tuple(group), tuple(matches)) for group, matches in zip(found, explained, strict=True))


def fullest(kind: str, names: Iterable[str], ties: Ties | None = None) -> Mapping[str, str]:
    """Each name with the fullest name of its bearer."""
    return {name: group[0] for group, _ in resolved(kind, names, ties) for name in group}


def _only(fitting: Sequence[tuple[int, EntityMatch]]) -> int | None:
    return fitting[0][0] if len(fitting) == 1 else None


def _match(kind: str, name: str, group: Sequence[str], ties: Ties | None) -> EntityMatch | None:
    """What joins a name to a group: a person's word, else the best comparison with any of it; None if nothing does."""
    said = [judgement for other in group if ties and (judgement := ties.of(f"{kind}:{name}", f"{kind}:{other}"))]
    if any(judgement.verdict is Verdict.DIFFERENT for judgement in said):
        return None
    found = [EntityMatch((other, name), score(by), by) for other in group if (by := compared(kind, other, name))]
    best = max(found, key=lambda match: match.score, default=EntityMatch((group[0], name), 0.0, ()))
    same = next((judgement for judgement in said if judgement.verdict is Verdict.SAME), None)
    if same is not None:
        return best._replace(judged_by=same.author)
    return best if best.score >= ONE else None


def _keys(kind: str, name: str, ties: Ties | None) -> set[str]:
    """What two names that may be one share at least one of."""
    plain = letters(name)
    words = person_words(name) if kind == "person" else plain.split()
    keys = {letters(words[-1])} if kind == "person" and words else {plain[:4], plain[-4:], *words}
    if kind == "place":
        keys |= {f"line {line}" for line in toponyms(name)}
    if ties:
        keys |= {"/".join(pair) for pair in ties.pairs if f"{kind}:{name}" in pair}
    return keys


def is_person(name: str | None) -> bool:
    """Whether a holder or speaker as written can be a person's name: no code, no slug, no role in lower case."""
    words, plain = (name or "").split(), folded(name or "")
    if not words or len(plain) < 3 or not _NO_PERSONS.isdisjoint(plain.split()):
        return False
    return all(word[:1].isupper() for word in (words[0], words[-1]))


def _names(report: Report) -> Iterable[tuple[str, str]]:
    """The names in a claim, each with its kind."""
    fact, place = report.claim.fact, report.claim.place
    if isinstance(fact, Command):
        yield from (("person", name) for name in (fact.holder, fact.predecessor) if name and is_person(name))
    if isinstance(fact, Statement) and is_person(fact.speaker) and len(fact.speaker.split()) < 5:
        yield "person", fact.speaker
    if isinstance(fact, Movement) and fact.unit and fact.unit != fact.unit.lower():
        yield "unit", fact.unit
    if place:
        yield "place", place
