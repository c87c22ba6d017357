"""What a row says in the active language, or in those it has: a gap is told, never filled."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from portal.translated import REQUIRED_LANGUAGES


@dataclass(frozen=True, slots=True)
class Words:
    """Hold a headline, which some rows have not, and a text in one language."""

    language: str
    headline: str
    text: str
    is_machine: bool

    @property
    def lines(self) -> Sequence[str]:
        """List the lines of the text."""
        return [line.strip() for line in self.text.splitlines() if line.strip()]


def words_of(row: Any) -> list[Words]:
    """Return the words of the active language; where they lack, those of Kazakh and Russian."""
    active = get_language() or "kk"
    languages = (active,) if getattr(row, f"text_{active}") else REQUIRED_LANGUAGES
    return [_words(row, language) for language in languages]


def _words(row: Any, language: str) -> Words:
    return Words(
        language,
        getattr(row, f"headline_{language}", "") or "",
        getattr(row, f"text_{language}") or "",
        getattr(row, f"is_machine_{language}", False),
    )
