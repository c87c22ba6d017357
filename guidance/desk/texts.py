"""What a public text may not hold, and what an editor should look at twice."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

KAZAKH_LETTERS = frozenset("әіңғүұқөһ")
COMBINING_RUN = 3  # a letter of any of our languages carries one mark at most
LONG_LINE_WORDS = 12

_CONTROL = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_MARKUP = re.compile(r"[<>]|&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});", re.IGNORECASE)
_PICTURE = re.compile("[\u2600-\u27bf\u2b00-\u2bff\ufe0f\u20e3\U0001f000-\U0001faff]")
_MIXED_WORD = re.compile(r"\w*(?:[a-z][а-яёәіңғүұқөһ]|[а-яёәіңғүұқөһ][a-z])\w*", re.IGNORECASE)
_PHONE = re.compile(r"\+?\d[\d\s()\-]{4,}\d")
_GOOD_PHONE = re.compile(r"\+7 \d{3} \d{3} \d{2} \d{2}")


def refuse_line_breaks(text: str) -> None:
    """Refuse a text of more than one paragraph."""
    if "\r" in text or "\n" in text:
        raise ValidationError(_("Write one paragraph, without line breaks."), code="line_break")


def refuse_hidden_characters(text: str) -> None:
    """Refuse what a reader can't see: control, direction and zero-width characters."""
    hidden = [c for c in text if unicodedata.category(c) in _CONTROL and c not in "\r\n"]
    if hidden or "\ufffd" in text:
        raise ValidationError(
            _("This text holds hidden or broken characters (%(codes)s). Type it again by hand."),
            code="hidden_characters",
            params={"codes": ", ".join(sorted({f"U+{ord(c):04X}" for c in hidden or "\ufffd"}))},
        )


def refuse_markup(text: str) -> None:
    """Refuse HTML; public texts are plain."""
    if _MARKUP.search(text):
        raise ValidationError(_("Write plain text, without HTML."), code="markup")


def refuse_pictures(text: str) -> None:
    """Refuse emoji, which are read aloud differently on every device."""
    if _PICTURE.search(text):
        raise ValidationError(_("Write words, without emoji."), code="picture")


def refuse_piled_marks(text: str) -> None:
    """Refuse letters under a pile of combining marks."""
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run >= COMBINING_RUN:
            raise ValidationError(
                _("This text holds letters under a pile of marks. Type it again by hand."),
                code="piled_marks",
            )


def refuse_one_character(text: str) -> None:
    """Refuse a text without a word in it."""
    if sum(character.isalpha() for character in text) < 2:
        raise ValidationError(_("Write at least one word."), code="no_word")


PLAIN_LINE = (
    refuse_hidden_characters,
    refuse_markup,
    refuse_pictures,
    refuse_piled_marks,
    refuse_line_breaks,
)
PUBLIC_TEXT = (*PLAIN_LINE, refuse_one_character)
NOTE = (refuse_hidden_characters, refuse_piled_marks)


def lacks_kazakh_letters(text: str) -> bool:
    """Tell whether a text of some length has none of the nine Kazakh letters."""
    return len(text) > 20 and not KAZAKH_LETTERS & set(text.lower())


def mixed_words(text: str) -> list[str]:
    """List the words that mix Latin and Cyrillic letters."""
    return _MIXED_WORD.findall(text)


def has_odd_phone(text: str) -> bool:
    """Tell whether a long number stands there that isn't written +7 XXX XXX XX XX."""
    return bool(_PHONE.search(_GOOD_PHONE.sub("", text)))


def is_long_line(text: str) -> bool:
    """Tell whether a line of advice has more words than people take in at once."""
    return len(text.split()) > LONG_LINE_WORDS
