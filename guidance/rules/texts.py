"""One text in Kazakh, Russian and English."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

LANGUAGES = ("kk", "ru", "en")


@dataclass(frozen=True, slots=True)
class Texts:
    """Hold one text in each of the three languages; ``texts["kk"]`` picks one."""

    kk: str
    ru: str
    en: str

    def __getitem__(self, lang: str) -> str:
        return {"kk": self.kk, "ru": self.ru, "en": self.en}[lang]

    @classmethod
    def by_language(cls, write: Callable[[str], str]) -> Texts:
        """Build the three texts by asking ``write`` for each language."""
        return cls(*(write(lang) for lang in LANGUAGES))

    def as_dict(self) -> dict[str, str]:
        """Give the texts as channels print them, Kazakh first."""
        return {lang: self[lang] for lang in LANGUAGES}

    def fill(self, **facts: Texts | str | int) -> Texts:
        """Put facts into the placeholders; a fact of three texts goes in by language."""
        return Texts.by_language(
            lambda lang: self[lang].format(
                **{
                    name: fact[lang] if isinstance(fact, Texts) else fact
                    for name, fact in facts.items()
                }
            )
        )

    def capitalised(self) -> Texts:
        """Begin each text with a capital letter and leave the rest alone."""
        return Texts.by_language(lambda lang: capitalised(self[lang]))


def capitalised(text: str) -> str:
    """Begin the text with a capital letter and leave the rest alone."""
    return text[:1].upper() + text[1:]


def within_line(text: str) -> str:
    """Begin the text as it goes on after other words; it must begin with no name."""
    return text[:1].lower() + text[1:]


def joined(*parts: Texts, by: str = " ") -> Texts:
    """Put texts after one another, language by language."""
    return Texts.by_language(lambda lang: by.join(part[lang] for part in parts))
