"""What no text of a page may hold, whoever types or pastes it.

The checks themselves are those of the desk's declarations; here they meet the lengths of articles
and the markup that the editor's own field makes.
"""

from html import unescape

from django.core.exceptions import ValidationError
from django.utils.deconstruct import deconstructible
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from guidance.desk.texts import (
    refuse_hidden_characters,
    refuse_line_breaks,
    refuse_markup,
    refuse_piled_marks,
)

CHECKS = (refuse_hidden_characters, refuse_piled_marks, refuse_markup)


def refuse_bad_line(text: str) -> None:
    """Refuse what must not stand in one line of plain text."""
    for check in (*CHECKS, refuse_line_breaks):
        check(text)


def refuse_bad_text(text: str) -> None:
    """Refuse what must not stand in a plain text of several lines."""
    for check in CHECKS:
        check(text)


def refuse_bad_prose(html: str) -> None:
    """Refuse what must not stand in a formatted text; its markup is cleaned elsewhere."""
    text = unescape(html)
    refuse_hidden_characters(text)
    refuse_piled_marks(text)


def refuse_longer(text: str, limit: int) -> None:
    """Refuse a text that somebody pasted whole where a shorter one belongs."""
    if len(text) > limit:
        raise ValidationError(
            _("At most %(limit)s characters; this text has %(length)s."),
            code="max_length",
            params={"limit": limit, "length": len(text)},
        )


# A browser would cut a pasted text at `maxlength` without a word: the length is told instead.
@deconstructible
class AtMost:
    """Refuse a text of more characters."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def __call__(self, text: str) -> None:
        refuse_longer(text, self.limit)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and other.limit == self.limit

    def __hash__(self) -> int:
        return hash((type(self), self.limit))


@deconstructible
class ProseAtMost(AtMost):
    """Refuse a formatted text of more characters, tags not counted."""

    def __call__(self, text: str) -> None:
        # The markup of an honest text is a few times its length; more of it is a paste, too.
        refuse_longer(text, self.limit * 10)
        refuse_longer(unescape(strip_tags(text)), self.limit)
