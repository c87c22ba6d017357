"""Names of the months in the forms that sentences need."""

from __future__ import annotations

from guidance.rules.numerals import Case

KAZAKH_MONTHS = (
    ("қаңтар", "ды", "ға", "да", "дан"),
    ("ақпан", "ды", "ға", "да", "нан"),
    ("наурыз", "ды", "ға", "да", "дан"),
    ("сәуір", "ді", "ге", "де", "ден"),
    ("мамыр", "ды", "ға", "да", "дан"),
    ("маусым", "ды", "ға", "да", "нан"),
    ("шілде", "ні", "ге", "де", "ден"),
    ("тамыз", "ды", "ға", "да", "дан"),
    ("қыркүйек", "ті", "ке", "те", "тен"),
    ("қазан", "ды", "ға", "да", "нан"),
    ("қараша", "ны", "ға", "да", "дан"),
    ("желтоқсан", "ды", "ға", "да", "нан"),
)
# Russian months stand in the genitive, as after a day.
RUSSIAN_MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
ENDINGS = (Case.ACCUSATIVE, Case.DATIVE, Case.LOCATIVE, Case.ABLATIVE)


def kazakh_month(number: int, case: Case) -> str:
    """Give the Kazakh month in a case: шілде, шілдені, шілдеге, шілдеде, шілдеден."""
    name, *endings = KAZAKH_MONTHS[number - 1]
    return name + dict(zip(ENDINGS, endings, strict=True)).get(case, "")


def russian_month(number: int) -> str:
    """Give the Russian month as it stands after a day: июля."""
    return RUSSIAN_MONTHS[number - 1]


def english_month(number: int) -> str:
    """Give the English month: July."""
    return ENGLISH_MONTHS[number - 1]
