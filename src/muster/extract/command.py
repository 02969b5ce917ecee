"""Claims of command: who leads an operation, a sector or a unit of it; who takes over, hands over, is named."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from muster.extract.command_copula import joined_findings
from muster.extract.command_findings import Finding, as_claim
from muster.extract.command_handover import handover_findings
from muster.extract.command_holders import Holder, as_holder, becomes, countries_of, in_post
from muster.extract.command_lists import announced, heading_of, labelled, listed, series, signed
from muster.extract.command_order import order_findings
from muster.extract.command_posts import Post, find_posts
from muster.extract.command_rows import row_commands
from muster.extract.command_stage import Stage
from muster.extract.command_strangers import is_strangers_post
from muster.extract.command_tables import table_commands
from muster.extract.command_verbs import verb_findings
from muster.extract.evidence import scenes, time_of
from muster.gazetteer import organisation
from muster.model.annotation import AnnotatedDocument, MentionKind
from muster.model.claim import Claim, Command
from muster.model.when import When

_STRONGER = ("takes", "named", "hands-over")


def find_commands(document: AnnotatedDocument) -> Iterator[Claim]:
    """The claims of command that the document makes."""
    countries = countries_of(document)
    found: list[Finding] = []
    heading: Post | None = None
    for scene in scenes(document):
        stage = Stage(scene, find_posts(scene), countries)
        found += (
            *verb_findings(stage),
            *handover_findings(stage),
            *_apposed(stage),
            *joined_findings(stage),
            *order_findings(stage),
        )
        found += (*listed(stage, heading), *labelled(stage), *series(stage))
        heading = heading_of(stage, heading)
    found += (*announced(document, countries), *signed(document, countries))
    told = [*map(as_claim, settle(f for f in found if not is_strangers_post(f))), *table_commands(document)]
    yield from told
    yield from row_commands(document, {claim.fact.holder for claim in told if isinstance(claim.fact, Command)})


def settle(found: Iterable[Finding]) -> list[Finding]:
    """What the document says in all: a succession tells of the one who took over, and who takes over is not also
    said to hold (GUIDE.md, decision 11)."""
    told = list(found)
    known = {f.holder.name for f in told if not f.weak} | {
        f.predecessor.name for f in told if f.predecessor and not f.weak
    }
    # "The force that the alliance leads" says no more than "NATO-led", which is no claim (GUIDE.md, decision 11).
    told = [f for f in told if not (f.act == "holds" and organisation(f.holder.name) is not None)]
    kept = [f for f in told if not f.weak or f.holder.name in known or (f.predecessor and f.predecessor.name in known)]
    named = {(f.operation, f.holder.name) for f in kept if f.act == "named"}
    kept = [replace(f, act="named") if _is_succession_of(f, named) else f for f in kept]
    kept = _handed_on(kept)
    stronger = {(f.operation, f.holder.name) for f in kept if f.act in _STRONGER}
    kept = [f for f in kept if f.act != "holds" or (f.operation, f.holder.name) not in stronger]
    officers = {(f.scene.sentence.index, f.act, f.holder.country) for f in kept if f.holder.person}
    return [f for f in kept if f.holder.person or (f.scene.sentence.index, f.act, f.holder.country) not in officers]


def _handed_on(found: list[Finding]) -> list[Finding]:
    """One who lays command down and one who takes it up in the next sentence are one change (GUIDE.md, decision 11)."""
    kept = list(found)
    for before in [f for f in found if f.act == "hands-over"]:
        for n, after in enumerate(kept):
            next_to = 0 <= after.scene.sentence.index - before.scene.sentence.index <= 1
            same = after.operation == before.operation and after.holder.name != before.holder.name
            if next_to and same and after.act in ("takes", "named") and before in kept:
                kept[n] = after if after.predecessor else replace(after, told_before=before.holder)
                kept.remove(before)
                break
    return kept


def _is_succession_of(finding: Finding, named: set[tuple[str, str]]) -> bool:
    return finding.act == "takes" and finding.weak and (finding.operation, finding.holder.name) in named


def _apposed(stage: Stage) -> Iterator[Finding]:
    """Those whom a sentence puts into a post by apposition or "is" (GUIDE.md, decision 25)."""
    for post in stage.posts:
        if post.operation is None:
            continue
        when = _since(stage, post.first, post.last)
        if post.former and when is None:
            continue
        for person in in_post(stage.scene, post):
            comes = becomes(stage.scene, post) or post.newly
            act = "takes" if comes else "named" if post.designate else "holds"
            yield Finding(
                scene=stage.scene,
                predicate=post.head,
                tokens=tuple(range(post.first, post.last)),
                operation=post.operation,
                holder=_national(stage, post, as_holder(person, stage.countries)),
                act=act,
                role=post.role,
                ordinal=post.ordinal,
                when=when or _since(stage, person.first, person.last) or (_of_clause(stage, post) if comes else None),
                rule="command: post",
            )


def _national(stage: Stage, post: Post, holder: Holder) -> Holder:
    """The holder with the country of "its Indian commander", where no other is given."""
    before = (stage.scene.sentence.mention_at(i, MentionKind.COUNTRY) for i in range(post.first, post.head))
    nation = next((m.value for m in before if m is not None and m.form == "adjective"), None)
    return replace(holder, country=nation) if holder.country is None and nation else holder


def _of_clause(stage: Stage, post: Post) -> When | None:
    """The time of the clause that a post stands in."""
    above = (stage.scene.sentence.clause_at(at) for at in stage.scene.sentence.ancestors(post.head))
    return next((when for clause in above if clause and (when := time_of(stage.scene, clause))), None)


def _since(stage: Stage, first: int, last: int) -> When | None:
    """A time of its own right behind a post or a name: "force commander since July 2012"."""
    for time in stage.scene.sentence.times:
        if time.relation in ("since", "from-to", "from", "until") and first <= time.first <= last + 2:
            return time.when
    return None
