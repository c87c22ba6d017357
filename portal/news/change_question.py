"""The question after publication: how much does this change matter to readers?"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.news.choices import ChangeWeight
from portal.translated import LANGUAGE_CODES, REQUIRED_LANGUAGES

WEIGHT, KIND = "change_weight", "change_kind"
TEXTS = {code: f"change_text_{code}" for code in LANGUAGE_CODES}
FIELDS = (WEIGHT, KIND, *TEXTS.values())


def gaps(answer: Mapping[str, Any], *, speaks_english: bool) -> Iterator[tuple[str, Any]]:
    """Name the fields that an answer lacks, each with what to tell the editor."""
    weight = answer.get(WEIGHT)
    if not weight:
        yield WEIGHT, _("Readers have seen this page: say whether the change is minor or notable.")
        return
    if weight != ChangeWeight.NOTABLE and not is_told(answer):
        return
    if not answer.get(KIND):
        yield KIND, _("Say what kind of change readers are told of.")
    needed = (*REQUIRED_LANGUAGES, "en") if speaks_english else REQUIRED_LANGUAGES
    for code in needed:
        if not answer.get(TEXTS[code]):
            yield TEXTS[code], _("Tell readers what changed, in each language of the page.")


def is_told(answer: Mapping[str, Any]) -> bool:
    """Tell whether readers are told anything."""
    return any(answer.get(name) for name in TEXTS.values())


def is_spent(answered_at: datetime | None, last_published_at: datetime | None) -> bool:
    """Tell whether an answer was about an earlier publication, so that it is asked for again."""
    return bool(answered_at and last_published_at and answered_at <= last_published_at)
