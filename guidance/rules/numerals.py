"""Words that depend on a number: Kazakh endings, Russian plurals, English times."""

from __future__ import annotations

import re
from enum import StrEnum

from guidance.rules.texts import Texts

NO_BREAK_SPACE = "\u00a0"
NO_BREAK_HYPHEN = "\u2011"


class Case(StrEnum):
    """Name the Kazakh cases that portal texts need."""

    NOMINATIVE = "NOMINATIVE"
    ACCUSATIVE = "ACCUSATIVE"
    DATIVE = "DATIVE"
    LOCATIVE = "LOCATIVE"
    ABLATIVE = "ABLATIVE"


# The ending follows the last word that is spoken: «жүз он екі» -> 112-ге.
SOFT = {Case.DATIVE: "ге", Case.ABLATIVE: "ден", Case.LOCATIVE: "де"}
SOFT_VOICELESS = {Case.DATIVE: "ке", Case.ABLATIVE: "тен", Case.LOCATIVE: "те"}
SOFT_NASAL = {Case.DATIVE: "ге", Case.ABLATIVE: "нен", Case.LOCATIVE: "де"}
HARD = {Case.DATIVE: "ға", Case.ABLATIVE: "дан", Case.LOCATIVE: "да"}
HARD_VOICELESS = {Case.DATIVE: "қа", Case.ABLATIVE: "тан", Case.LOCATIVE: "та"}
HARD_NASAL = {Case.DATIVE: "ға", Case.ABLATIVE: "нан", Case.LOCATIVE: "да"}

ENDINGS_OF_WORDS = {
    **dict.fromkeys((0, 1, 2, 7, 8, 50, 100), SOFT),
    **dict.fromkeys((3, 4, 5, 70), SOFT_VOICELESS),
    80: SOFT_NASAL,
    **dict.fromkeys((6, 9, 20, 30), HARD),
    **dict.fromkeys((40, 60), HARD_VOICELESS),
    **dict.fromkeys((10, 90, 1000, 10**6), HARD_NASAL),
    10**9: HARD_VOICELESS,
}


def with_kazakh_ending(digits: str, case: Case) -> str:
    """Add the ending to a number or an hour: 112 -> 112-ге, 00:00 -> 00:00-ден."""
    last_number = int(re.findall(r"\d+", digits)[-1])
    return f"{digits}-{ENDINGS_OF_WORDS[_last_spoken(last_number)][case]}"


def _last_spoken(number: int) -> int:
    for unit in (10, 100):
        if number % unit:
            return number % unit
    for word in (10**9, 10**6, 1000, 100):
        if number and number % word == 0:
            return word
    return 0


def unbroken(text: str) -> str:
    """Keep a number and its Kazakh ending on one line: 112-ге gets a no-break hyphen."""
    return re.sub(r"(?<=\d)-(?=[^\W\d_])", NO_BREAK_HYPHEN, text)


def russian_plural(number: int, one: str, few: str, many: str) -> str:
    """Choose the Russian form that goes with the number."""
    if number % 100 in range(11, 15):
        return many
    return {1: one, 2: few, 3: few, 4: few}.get(number % 10, many)


def times(number: int) -> Texts:
    """Say how many times something happened: 2 рет, 2 раза, twice."""
    return Texts(
        kk=f"{number} рет",
        ru=f"{number} {russian_plural(number, 'раз', 'раза', 'раз')}",
        en={1: "once", 2: "twice"}.get(number, f"{number} times"),
    )


def grouped(number: int, lang: str) -> str:
    """Print a whole number with the thousands mark of the language."""
    english = f"{number:,}"
    return english if lang == "en" else english.replace(",", NO_BREAK_SPACE)
