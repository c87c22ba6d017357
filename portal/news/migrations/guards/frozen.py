"""Which rows are frozen once they are public, and what alone may still be added to them."""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = ("kk", "ru", "en")


@dataclass(frozen=True, slots=True)
class Frozen:
    """Freeze the rows of a table from the moment that `published` holds of them."""

    table: str
    published: str  # of OLD; empty: from the first moment
    facts: tuple[str, ...]
    texts: tuple[str, ...]
    has_machine_words: bool
    unique: tuple[str, ...]  # what SQLite's REPLACE must not slip by

    @property
    def deletes(self) -> str:
        """Name the trigger against deletion."""
        return f"{self.table}_stays"

    @property
    def changes(self) -> str:
        """Name the trigger against change."""
        return f"{self.table}_keeps_its_words"

    def changed(self, differs: str) -> str:
        """Write when an update touches what is frozen; `differs` is the dialect's comparison."""
        parts = [f"OLD.{fact} {differs} NEW.{fact}" for fact in self.facts]
        for lang in LANGUAGES:
            parts += [self._reworded(text, lang, differs) for text in self.texts]
            if self.has_machine_words:
                parts.append(self._disowned(lang))
        return " OR ".join(f"({part})" for part in parts)

    def _reworded(self, text: str, lang: str, differs: str) -> str:
        column = f"{text}_{lang}"
        stood = f"COALESCE(OLD.{column}, '') <> ''"
        if self.has_machine_words:
            stood += f" AND NOT OLD.is_machine_{lang}"
        return f"{stood} AND OLD.{column} {differs} NEW.{column}"

    def _disowned(self, lang: str) -> str:
        """A person's words can't be called a machine's afterwards."""
        stood = f"COALESCE(OLD.{self.texts[0]}_{lang}, '') <> ''"
        return f"{stood} AND NEW.is_machine_{lang} AND NOT OLD.is_machine_{lang}"


FROZEN = (
    Frozen(
        "news_update",
        published="",
        facts=("id", "page_id", "at", "kind", "is_notable", "entry_id", "notice_id", "answered_at"),
        texts=("text",),
        has_machine_words=False,
        unique=("id",),
    ),
    Frozen(
        "news_liveentry",
        published="OLD.published_at IS NOT NULL",
        facts=(
            "id", "page_id", "key", "number", "at", "kind", "source", "source_address",
            "source_language", "declaration_id", "published_at", "author_id",
        ),
        texts=("headline", "text"),
        has_machine_words=True,
        unique=("id", "key"),
    ),
    Frozen(
        "news_livesummary",
        published="OLD.published_at IS NOT NULL",
        facts=("id", "page_id", "at", "published_at", "author_id"),
        texts=("text",),
        has_machine_words=True,
        unique=("id",),
    ),
)  # fmt: skip
