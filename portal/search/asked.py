"""What a reader asks: words, the places and levels they name, and filters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict
from django.utils.translation import gettext as _

from guidance.rules.gazetteer import Mention
from guidance.rules.levels import Level
from guidance.rules.named_levels import is_word_level, named_levels
from guidance.rules.spelling import visible, words_of
from guidance.shown.ground import Ground
from guidance.stored.gazetteer import Located, gazetteer
from portal.search.filters import Filter, filters
from portal.search.small_words import is_small

LONGEST = 200
MOST_WORDS = 12
LAST_PAGE = 50
MOST_OF_A_NAME = 40
PARAMETERS = frozenset({"q", "type", "region", "level", "year", "page", "lite"})
NUMBER = re.compile(r"(?<!\d)(\d{4})[-–]?(\d{4,7})(?!\d)", re.ASCII)


@dataclass(frozen=True)
class Asked:
    """Hold what the address of a search says, and read it."""

    ground: Ground
    parameters: QueryDict

    @cached_property
    def text(self) -> str:
        """Give the reader's words, without what can't be seen."""
        return visible(self.parameters.get("q", ""), LONGEST)

    @cached_property
    def words(self) -> list[str]:
        """Give the words as they are compared."""
        return words_of(self.text)[:MOST_WORDS]

    @cached_property
    def mentions(self) -> list[Mention]:
        """Give the places that the words name."""
        return gazetteer(self.ground.atlas).mentions(self.words)

    @cached_property
    def settlements(self) -> list[Located]:
        """Give the settlements that the words name and that have no page of their own."""
        return gazetteer(self.ground.atlas).settlements(self.words)

    @cached_property
    def levels(self) -> list[Level]:
        """Give the levels that the words name, unless they are part of a place's name."""
        return list(dict.fromkeys(level for _at, level in self._levels_at))

    @cached_property
    def wanted(self) -> list[str]:
        """Give the words to look for in texts: no levels, and small ones only without others."""
        of_levels = {at for at, _level in self._levels_at}
        rest = [word for at, word in enumerate(self.words) if at not in of_levels]
        if of_levels:
            return [word for word in rest if not (is_small(word) or is_word_level(word))]
        return [word for word in rest if not is_small(word)] or rest

    @property
    def number(self) -> str:
        """Give the number of a decision among the words."""
        found = NUMBER.search(self.text)
        return f"{found[1]}-{found[2]}" if found else ""

    @cached_property
    def filters(self) -> Sequence[Filter]:
        """List the filters in the order of the form."""
        return filters(self.ground, self.parameters)

    def chosen(self, name: str) -> str:
        """Give the value of a filter."""
        return next(each.value for each in self.filters if each.name == name)

    @property
    def is_filtered(self) -> bool:
        return any(each.value for each in self.filters)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is asked yet."""
        return not self.words and not self.is_filtered

    @cached_property
    def page(self) -> int:
        """Give the number of the page; zero for what is no page."""
        asked = self.parameters.get("page", "") or "1"
        is_number = asked.isascii() and asked.isdigit() and len(asked) <= len(str(LAST_PAGE))
        return int(asked) if is_number and int(asked) <= LAST_PAGE else 0

    @cached_property
    def remarks(self) -> list[str]:
        """List what of the address was left alone: it says nothing to a search."""
        text = _("This list has no filter “%(name)s”.")
        strange = sorted(set(self.parameters) - PARAMETERS)
        return [text % {"name": visible(name, MOST_OF_A_NAME)} for name in strange]

    @cached_property
    def errors(self) -> list[str]:
        """List what the address asks in vain."""
        text = _("“%(name)s” is given more than once.")
        repeated = [name for name in sorted(PARAMETERS) if len(self.parameters.getlist(name)) > 1]
        found = [text % {"name": name} for name in repeated]
        found += [each.error for each in self.filters if each.error]
        if not self.page or (self.page > 1 and not self.chosen("type")):
            number = visible(self.parameters.get("page", ""), MOST_OF_A_NAME)
            found.append(_("This list has no page %(number)s.") % {"number": number})
        return found

    @property
    def is_too_long(self) -> bool:
        return len(self.parameters.get("q", "").strip()) > LONGEST

    @cached_property
    def _levels_at(self) -> list[tuple[int, Level]]:
        of_places = {
            at
            for mention in self.mentions
            if mention.end - mention.start > 1
            for at in range(mention.start, mention.end)
        }
        return [
            (at, named.level)
            for named in named_levels(self.words)
            for at in range(named.start, named.end)
            if at not in of_places
        ]
