"""The short text that people forward in messengers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from guidance.rules.ends import End, end_text
from guidance.rules.level_words import DEFAULT_WORDING, Wording, named_level
from guidance.rules.levels import Level
from guidance.rules.notices import as_of
from guidance.rules.texts import Texts, capitalised

LONGEST = 160


def messenger_text(
    place: Texts, level: Level, end: End, link: str, wording: Wording = DEFAULT_WORDING
) -> Texts:
    """Say place, level, end and short link in at most 160 characters."""
    named = named_level(level, wording)
    return Texts.by_language(
        lambda lang: _first_that_fits(
            [_sentences(place[lang], named[lang], said, link) for said in _shorter(end, lang)]
        )
    )


def messenger_text_without_level(place: Texts, at: datetime, zone: str, link: str) -> Texts:
    """Say that no level is in force at an instant: a forwarded text must not outlive it."""
    named, asked_at = named_level(None), as_of(at, zone)
    return Texts.by_language(
        lambda lang: _sentences(place[lang], named[lang], asked_at[lang], link)
    )


def _shorter(end: End, lang: str) -> list[str]:
    """Drop the count of extensions, then the condition, then the end: the link tells it."""
    uncounted = replace(end, extended_times=0)
    return [
        end_text(end, lang),
        end_text(uncounted, lang),
        end_text(replace(uncounted, may_be_extended=False), lang),
        "",
    ]


def _sentences(place: str, level: str, end: str, link: str) -> str:
    parts = [f"{capitalised(place)}: {level}", end, link]
    return ". ".join(part for part in parts if part)


def _first_that_fits(texts: list[str]) -> str:
    return next((text for text in texts if len(text) <= LONGEST), texts[-1])
