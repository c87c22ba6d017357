"""The public card of a draft, as its readers will see it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from guidance.desk.refusals import refusal_text
from guidance.desk.scene import Scene
from guidance.desk.words import end_label, moment_label
from guidance.models import Declaration
from guidance.publish import Proposal, propose
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
        is_known = declaration.starts_at is not None
        since = moment_label(proposal.act.effective_at, zone, lang) if is_known else ""
        yield PreviewCard(
            place=name,
            mark=level_mark(outcome.after, lang, wording),
            sentence=card_sentence(name, outcome.after, lang, wording),
            since=_since(scene, proposal, outcome, lang) or since or _("on approval"),
            until=capitalised(_until(proposal, outcome, zone, lang)),
        )


def _since(scene: Scene, proposal: Proposal, outcome: RegionOutcome, lang: str) -> str:
    """Give the start of the level that an extension does not move."""
    if proposal.act.kind is not ActKind.EXTEND:
        return ""
    since = scene.place(outcome.region).since
    return moment_label(since, scene.zone(outcome.region), lang) if since is not None else ""


def _until(proposal: Proposal, outcome: RegionOutcome, zone: str, lang: str) -> str:
    if proposal.act.kind is ActKind.LIFT:
        own = outcome.own_after
        return end_label(own.ends_at, zone, lang) if own is not None else ""
    return end_label(proposal.act.ends_at, zone, lang)
