"""The words of one declaration's page: as they read now, with what corrected them."""

from datetime import datetime
from functools import cached_property

from guidance.models import Declaration
from guidance.rules.dates import day
from guidance.shown.cards import decision
from guidance.shown.corrections import Log, log_of, order_of
from guidance.shown.declaration_rows import Correction, FirstWords
from guidance.shown.ground import Ground
from guidance.shown.marks import Moment, Named, shown_moment
from guidance.stored.corrected import words_of


class DeclarationWords:
    """Answer what the page of one declaration asks about its words."""

    ground: Ground
    act: Declaration
    lang: str
    thread: list[Declaration]

    @property
    def zone(self) -> str:
        """Give the zone in which the page prints its times."""
        raise NotImplementedError

    @property
    def local_advice(self) -> list[str]:
        return [line[self.lang] for line in self.log.words.local_advice]

    @cached_property
    def log(self) -> Log:
        """Follow the words through the corrections."""
        return log_of(self.act, self.thread, self.lang)

    @property
    def corrections(self) -> list[Correction]:
        """List the corrections of the words, oldest first."""
        return [
            Correction(
                decision(later, self.lang),
                self._moment(later.published_at or self.ground.at, offset=True),
                changes,
            )
            for later, changes in self.log.entries
        ]

    @property
    def first_words(self) -> FirstWords:
        """Give the words that the act was published with, whatever corrected them."""
        words = words_of(self.act)
        return FirstWords(
            words.reason[self.lang],
            [line[self.lang] for line in words.local_advice],
            order_of(words, self.lang),
        )

    @property
    def reason(self) -> str:
        """Give the reason as it reads now."""
        return self.log.words.reason[self.lang]

    @property
    def order_number(self) -> str:
        return self.log.words.order_number

    @property
    def post(self) -> str:
        return str(getattr(self.act, f"authority_post_{self.lang}"))

    @property
    def same_order(self) -> list[Named]:
        """Name the other decisions of the order, beside those of the thread."""
        in_thread = {act.pk for act in self.thread}
        others = self.ground.book.of_same_order(self.act)
        return [decision(other, self.lang) for other in others if other.pk not in in_thread]

    @property
    def order_day(self) -> str:
        order_date = self.log.words.order_date
        return day(order_date, self.lang) if order_date else ""

    def _moment(self, at: datetime, *, offset: bool = False, precision: str = "MINUTE") -> Moment:
        return shown_moment(at, self.zone, self.lang, offset=offset, precision=precision)
