"""The page of advice cards: for a level or a place, and for a kind of readers."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from guidance.models import Region
from guidance.rules.levels import Level
from guidance.shown import advice_cards
from guidance.shown.advice_cards import AdviceCard
from guidance.shown.contacts import Contact, contacts_of
from guidance.shown.ground import Ground
from guidance.shown.holding import place_holds_until
from guidance.shown.marks import LevelMark, Named, level_key, level_mark
from guidance.shown.outlook import Outlook
from guidance.shown.places import by_alphabet, first_level, headed_place
from guidance.shown.region_page import local_advice

VALUE_LENGTH = 60


@dataclass(frozen=True)
class AdvicePage:
    """Show the cards that an address asks for, and name what it asks for in vain."""

    ground: Ground
    asked: Mapping[str, str]

    @cached_property
    def region(self) -> Region | None:
        """Give the place that was chosen."""
        slug = self.asked.get("region", "")
        atlas = self.ground.atlas
        return atlas.by_slug.get(slug) or atlas.regions.get(slug)

    @property
    def place(self) -> Named:
        """Give name and address of the chosen place, else of the country."""
        return headed_place(self.region or self.ground.country, self.ground.lang)

    @cached_property
    def level(self) -> Level | None:
        """Give the level that was chosen, else the one in force at the place."""
        named = {level_key(each): each for each in Level}
        if (chosen := named.get(self.asked.get("level", ""))) is not None:
            return chosen
        return self.ground.place((self.region or self.ground.country).code).level

    @property
    def mark(self) -> LevelMark:
        """Give the words of the level."""
        return self._mark(self.level)

    @property
    def levels(self) -> list[LevelMark]:
        """Give the words of every level that can be chosen."""
        return [self._mark(each) for each in Level]

    @property
    def is_in_force(self) -> bool:
        """Tell whether the cards are those of the level in force at the place."""
        return self.ground.place((self.region or self.ground.country).code).level is self.level

    @property
    def until(self) -> str:
        """Give until when the level is known to be in force, where no other was asked for."""
        if self.asked.get("level"):
            return ""
        return place_holds_until(self.ground, (self.region or self.ground.country).code)

    @cached_property
    def audience(self) -> str:
        """Give the code of the kind of readers."""
        return advice_cards.audience_asked(self.asked.get("for", "")) or ""

    @property
    def audiences(self) -> list[tuple[str, str]]:
        return advice_cards.audiences()

    @property
    def regions(self) -> list[tuple[str, str]]:
        """Give the places to choose from."""
        lang, atlas = self.ground.lang, self.ground.atlas
        offered = by_alphabet(first_level(atlas), lang)
        if self.region is not None and self.region not in offered:
            offered = [self.region, *offered]
        return [(each.slug, headed_place(each, lang).name) for each in offered]

    @cached_property
    def unknown(self) -> list[str]:
        """List the values of the address that name nothing."""
        keys = [level_key(each) for each in Level]
        has_level = self.asked.get("level", "") in ("", *keys)
        has_audience = advice_cards.audience_asked(self.asked.get("for", "")) is not None
        has_region = self.region is not None or not self.asked.get("region")
        known = {"level": has_level, "for": has_audience, "region": has_region}
        return [self.asked[name][:VALUE_LENGTH] for name, is_known in known.items() if not is_known]

    @property
    def general(self) -> list[str]:
        """Give the lines for everybody, wherever they are."""
        return [line.text for line in self.ground.catalogue.advice(self.level)]

    @property
    def own(self) -> list[str]:
        """Give the lines for the kind of readers."""
        if self.level is None:
            return []
        return advice_cards.own_lines(self.ground.catalogue, self.level, self.audience)

    @property
    def cards(self) -> list[AdviceCard]:
        """Give a card for each place."""
        if self.level is None:
            return []
        return advice_cards.cards(self.ground.catalogue, self.level, self.audience)

    @cached_property
    def local(self) -> list[str]:
        """Give what the decisions in force advise for the chosen place."""
        if self.region is None or not self.is_in_force:
            return []
        around = self.ground.book.periods_around(self.region.code)
        return local_advice(Outlook(self.ground, self.region, around))

    @property
    def contacts(self) -> list[Contact]:
        """Give the numbers to call of the chosen place."""
        return [] if self.region is None else contacts_of(self.ground, self.region)

    @property
    def own_name(self) -> str:
        """Name the kind of readers."""
        return dict(self.audiences).get(self.asked.get("for", ""), "")

    def _mark(self, level: Level | None) -> LevelMark:
        return level_mark(level, self.ground.lang, self.ground.wording)


def advice_address(lang: str, **chosen: str) -> str:
    """Give the address of the cards for what is chosen."""
    return f"/{lang}/advice/?{urlencode(chosen)}" if chosen else f"/{lang}/advice/"
