"""Advice as cards: for a level, what to do in each place, for whoever reads."""

from collections.abc import Sequence
from dataclasses import dataclass

from guidance.models import AdviceAudience, AdviceSituation
from guidance.rules.levels import Level
from guidance.rules.texts import capitalised
from guidance.shown.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class AdviceCard:
    """Hold one card; without lines of its own it shows the level's first general one."""

    key: str
    heading: str
    lines: Sequence[str]


def cards(catalogue: Catalogue, level: Level, audience: str = "") -> list[AdviceCard]:
    """Give a card for each place; those for a reader's own kind begin with their own lines."""
    general = [line.text for line in catalogue.advice(level)]
    return [_card(catalogue, level, place, audience, general) for place in AdviceSituation]


def own_lines(catalogue: Catalogue, level: Level, audience: str) -> list[str]:
    """Give what a kind of readers does at a level, wherever they are."""
    rows = catalogue.cell(level.name, audience=audience) if audience else ()
    return [line.text for line in rows]


def audiences() -> list[tuple[str, str]]:
    """Give key and name of each kind of readers, as an address and a form have them."""
    return [(key_of(each), capitalised(str(each.label))) for each in AdviceAudience]


def key_of(choice: AdviceAudience | AdviceSituation) -> str:
    """Give the name of a choice in addresses."""
    return choice.value.lower().replace("_", "-")


def audience_asked(text: str) -> str | None:
    """Read the name of a kind of readers from an address; empty is everyone, unknown is None."""
    named = {"": "", **{key_of(each): each.value for each in AdviceAudience}}
    return named.get(text)


def _card(
    catalogue: Catalogue, level: Level, place: AdviceSituation, audience: str, general: list[str]
) -> AdviceCard:
    rows = [*catalogue.cell(level.name, place.value)]
    if audience:
        rows = [*catalogue.cell(level.name, place.value, audience), *rows]
    lines = [row.text for row in rows]
    heading = capitalised(str(place.label))
    return AdviceCard(key_of(place), heading, lines or general[:1])
