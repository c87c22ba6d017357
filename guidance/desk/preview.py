"""The public card of a draft, as its readers will see it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from guidance.desk.outcome import remaining
from guidance.desk.scene import Scene
from guidance.desk.words import end_label, moment_label
from guidance.models import Declaration
from guidance.publish import Proposal, propose
from guidance.publishing.refusal_texts import refusal_text
from guidance.rules.acts import ActKind
from guidance.rules.errors import RuleError
from guidance.rules.texts import capitalised
from guidance.rules.timeline import RegionOutcome
from guidance.shown.marks import LevelMark, level_mark
from guidance.shown.sentences import LevelSentence, card_sentence

CARDS = 3


@dataclass(frozen=True, slots=True)
class PreviewCard:
    """Hold what the card of one place will print."""

    place: str
    mark: LevelMark
    sentence: LevelSentence
    since: str
    until: str


def preview_context(scene: Scene, declaration: Declaration, lang: str) -> dict[str, Any]:
    """Give everything that the preview of a draft shows in one language."""
    try:
        proposal = propose(declaration, scene.at)
    except RuleError as error:
        return {"problem": refusal_text(error, scene.names), "headline": "", "lang": lang}
    local = sorted(declaration.local_advice.all(), key=lambda row: row.position)
    return {
        "problem": "",
        "lang": lang,
        "headline": proposal.headline[lang],
        "summary": proposal.summary[lang],
        "cards": list(_cards(scene, declaration, proposal, lang)),
        "more_places": max(len(proposal.applied.outcomes) - CARDS, 0),
        "reason": getattr(declaration, f"reason_{lang}"),
        "end_reason": getattr(declaration, f"end_reason_{lang}"),
        "authority": declaration.authority.name if declaration.authority else "",
        "legal_basis": declaration.legal_basis.name if declaration.legal_basis else "",
        "order": declaration.order_number,
        "measures": [scene.names.measure(row.kind.code) for row in declaration.measures.all()],
        "advice": [_advice_text(line, lang) for line in proposal.advice],
        "local_advice": [getattr(row, f"text_{lang}") for row in local],
    }


def _advice_text(line: dict[str, Any], lang: str) -> str:
    return str(line["text"][lang])


def _cards(
    scene: Scene, declaration: Declaration, proposal: Proposal, lang: str
) -> Iterator[PreviewCard]:
    wording = scene.ground.wording
    for outcome in proposal.applied.outcomes[:CARDS]:
        zone = scene.zone(outcome.region)
        name = scene.name(outcome.region)
        starts_at, ends_at = _term(scene, declaration, proposal, outcome)
        since = moment_label(starts_at, zone, lang) if starts_at else _("on approval")
        yield PreviewCard(
            place=name,
            mark=level_mark(outcome.after, lang, wording),
            sentence=card_sentence(name, outcome.after, lang, wording),
            since=since,
            until=capitalised(end_label(ends_at, zone, lang)),
        )


def _term(
    scene: Scene, declaration: Declaration, proposal: Proposal, outcome: RegionOutcome
) -> tuple[datetime | None, datetime | None]:
    """Give start and end of the level after the act; no start is that of the approval."""
    if proposal.act.kind is ActKind.LIFT:
        wider = remaining(scene.tree, scene.place, outcome)
        return (wider.since, wider.until) if wider is not None else (None, None)
    if proposal.act.kind is ActKind.EXTEND:  # an extension does not move the start
        return scene.place(outcome.region).since, proposal.act.ends_at
    return declaration.starts_at, proposal.act.ends_at
