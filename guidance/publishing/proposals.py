"""What a declaration would do if it were published now: for the desk, and for publication."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from guidance.models import Advice, AdviceGroup, Declaration, Ledger
from guidance.publishing.asking import ask
from guidance.publishing.canonical import instant
from guidance.publishing.facts import act_of, facts_and_words, texts
from guidance.publishing.people import concerned
from guidance.publishing.tokens import token_of
from guidance.rules.acts import Act, ActKind
from guidance.rules.dates import local
from guidance.rules.ends import End
from guidance.rules.outcomes import RegionOutcome
from guidance.rules.sentences import ASTANA, Notice, headline, summary
from guidance.rules.texts import Texts
from guidance.rules.timeline import Applied, Checkpoint, Period
from guidance.stored.atlas import Atlas, atlas
from guidance.stored.corrected import last_correction
from guidance.stored.projection import Stored


@dataclass(frozen=True, slots=True)
class Proposal:
    """Hold an act, what it would do, and the sentences that tell it.

    `token` stands for all that an approver sees: what the author wrote, what the portal composed,
    and the situation of each region.
    """

    act: Act
    regions: tuple[str, ...]
    applied: Applied
    stored: Stored
    checkpoints: tuple[Checkpoint, ...]
    headline: Texts
    summary: Texts
    advice: tuple[dict[str, object], ...]
    token: str


def propose(declaration: Declaration, at: datetime) -> Proposal:
    """Ask the rules what a declaration would do if it were published at an instant."""
    ledger = Ledger.objects.get(exercise=declaration.exercise)
    return proposed(declaration, ledger, publication_moment(ledger, at))


def publication_moment(ledger: Ledger, at: datetime) -> datetime:
    """Give the later of an instant and the last publication: the ledger never runs backwards."""
    return max(at, ledger.last_published_at or at)


def proposed(declaration: Declaration, ledger: Ledger, published_at: datetime) -> Proposal:
    """Ask the rules on top of a ledger that is locked, or that is only looked at."""
    regions = atlas(ledger.tree_token)
    act = act_of(declaration, sequence=ledger.count + 1, published_at=published_at)
    asked = ask(regions, act, exercise=declaration.exercise, target=declaration.refers_to)
    applied = asked.applied
    named = concerned(declaration)
    notice = _notice(regions, declaration, act, applied, named)
    advice = tuple(_advice(act, applied, published_at))
    wording = regions.wording(published_at)
    text = summary(notice, wording)
    return Proposal(
        act,
        named,
        applied,
        asked.stored,
        asked.checkpoints,
        headline(notice, wording),
        text,
        advice,
        _token(declaration, act, applied, advice, text),
    )


def _notice(
    regions: Atlas, declaration: Declaration, act: Act, applied: Applied, named: tuple[str, ...]
) -> Notice:
    zones = {regions.regions[code].time_zone for code in named}
    zone = zones.pop() if len(zones) == 1 else ASTANA
    after = [outcome.after for outcome in applied.outcomes]
    level = act.level
    if act.kind is ActKind.EXTEND and len(set(after)) == 1:
        level = after[0]
    starts_later = act.starts_at is not None and act.starts_at > act.published_at
    target = declaration.refers_to
    return Notice(
        kind=applied.kind,
        places=regions.names(named, local(act.published_at, zone).date()),
        level=level,
        words=[outcome.word for outcome in applied.outcomes],
        after=after,
        takes_effect_at=act.starts_at if starts_later else None,
        zone=zone,
        end=_end(declaration, zone),
        refers_to=(target.number or "") if target is not None else "",
        is_exercise=declaration.exercise,
    )


def _end(declaration: Declaration, zone: str) -> End:
    return End(
        declaration.ends_at,
        named_zone=zone,
        page_zone=zone,
        precision=declaration.precision,
        is_archive=declaration.origin == "ARCHIVE",
    )


def _advice(act: Act, applied: Applied, at: datetime) -> Iterable[dict[str, object]]:
    """Freeze the lines that people are given with the act: those of the level and below it."""
    if act.kind is ActKind.CORRECT:
        return
    highest = max((outcome.after or 0 for outcome in applied.outcomes), default=0)
    ladder = (AdviceGroup.YELLOW, AdviceGroup.ORANGE, AdviceGroup.RED)
    groups = [str(group) for group in ladder[:highest]]
    if act.kind is ActKind.LIFT or not groups:
        groups.append(str(AdviceGroup.LIFTED))
    for line in Advice.objects.in_force(at).general().filter(group__in=groups):
        yield {"code": line.code, "list": line.group, "text": texts(line, "text")}


def _token(
    declaration: Declaration,
    act: Act,
    applied: Applied,
    advice: tuple[dict[str, object], ...],
    text: Texts,
) -> str:
    composed = {
        # A start that passes while somebody reads makes another sentence of the same draft.
        "START": act.starts_at is not None and act.starts_at > act.published_at,
        "CORRECTED": _corrected(declaration),
        "SENTENCE": text.as_dict(),
        "CATALOGUE": advice,
    }
    situation = [_seen(outcome, act) for outcome in applied.outcomes]
    return token_of(facts_and_words(declaration), composed, situation)


def _corrected(declaration: Declaration) -> str | None:
    """Name the words that a correction replaces: another one may have replaced them meanwhile."""
    if declaration.act != ActKind.CORRECT or declaration.refers_to is None:
        return None
    last = last_correction(declaration.refers_to)
    return last.number if last is not None else None


def _seen(outcome: RegionOutcome, act: Act) -> dict[str, object]:
    return {
        "region": outcome.region,
        "before": outcome.before.name if outcome.before else None,
        "after": outcome.after.name if outcome.after else None,
        "own_before": _period(outcome.own_before, act),
        "own_after": _period(outcome.own_after, act),
    }


def _period(period: Period | None, act: Act) -> dict[str, object] | None:
    if period is None:
        return None
    return {
        "level": period.level.name,
        "starts_at": _moment(period.starts_at, act),
        "ends_at": _moment(period.ends_at, act),
        # The act's own place in the ledger is not known before its publication.
        "declaration": None if period.declaration == act.sequence else period.declaration,
    }


def _moment(at: datetime | None, act: Act) -> str | None:
    """Write an instant; that of the publication is the same word whenever it comes."""
    return "publication" if at == act.published_at else instant(at)
