"""Writing down how far the languages of an article are, whenever its texts were saved."""

import json
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page

from portal.news.models.translations import LanguageState, Progress
from portal.news.translations.reading import lacks_of, said_by, words_of
from portal.news.translations.steps import Step, Steps, Words, advance, behind, caught_up
from portal.news.translations.texts import is_article
from portal.translated import LANGUAGE_CODES

ESSENTIAL = ("headline", "body")
CONFIRMED = "news.translation_confirmed"
Rows = Mapping[str, LanguageState]


class TextsChanged(Exception):
    """Tell that the texts are not those which somebody judged."""


def note(page: Any, *, at: datetime) -> None:
    """Write down how far each language of a page is, after its texts were saved."""
    if not is_article(page):
        return
    with transaction.atomic():
        rows = _locked(page.pk)
        said = said_by(page)
        now = words_of(page, said)
        steps = {name: advance(_steps(rows, name), words) for name, words in now.items()}
        _write(page.pk, rows, steps, lacks_of(said), at)


def confirm(page: Any, language: str, *, seen: str, by: Any, at: datetime) -> None:
    """Say that a language needs no change though others changed, as `seen` by somebody."""
    with transaction.atomic():
        rows = _locked(page.pk)
        if language not in rows or version_of(rows) != seen:
            raise TextsChanged
        older = rows[language].older
        names = dict.fromkeys(name for row in rows.values() for name in row.steps)
        steps = {name: caught_up(_steps(rows, name), language) for name in names}
        _write(page.pk, rows, steps, {code: row.lacks for code, row in rows.items()}, at)
        log(instance=page, action=CONFIRMED, user=by, data={"language": language, "texts": older})


def states_of(page: Any) -> dict[str, LanguageState]:
    """Return how far each language of a page is."""
    return {row.language: row for row in LanguageState.objects.filter(page=page).order_by("pk")}


def version_of(rows: Rows) -> str:
    """Return a word that changes whenever a text or its standing does."""
    said = json.dumps({code: row.steps for code, row in rows.items()}, sort_keys=True)
    return sha256(said.encode()).hexdigest()[:16]


def note_what_is_not_noted(*, at: datetime) -> int:
    """Write down the articles that came before the translation desk; return how many."""
    unknown = Page.objects.filter(language_states__isnull=True).order_by("pk")
    articles = [page for page in unknown.specific() if is_article(page)]
    for page in articles:
        note(page.get_latest_revision_as_object(), at=at)
    return len(articles)


def _locked(pk: int) -> dict[str, LanguageState]:
    Page.objects.select_for_update(of=("self",)).only("pk").get(pk=pk)
    return {row.language: row for row in LanguageState.objects.filter(page_id=pk).order_by("pk")}


def _steps(rows: Rows, name: str) -> dict[str, Step]:
    """Read the steps of one field as they were written down."""
    return {
        code: Step(Words(*row.steps[name][:2]), *row.steps[name][2:])
        for code, row in rows.items()
        if name in row.steps
    }


def _write(
    pk: int, rows: Rows, steps: Mapping[str, Steps], lacks: Mapping[str, list[str]], at: datetime
) -> None:
    for code in LANGUAGE_CODES:
        stored = {name: _stored(each[code]) for name, each in steps.items() if code in each}
        row = rows.get(code) or LanguageState(page_id=pk, language=code)
        changed = {name: step[0] for name, step in row.steps.items()} != {
            name: step[0] for name, step in stored.items()
        }
        older = [name for name, each in steps.items() if code in behind(each)]
        progress = _progress(stored, lacks[code], older)
        told = (stored, lacks[code], older, progress.value)
        if told == (row.steps, row.lacks, row.older, row.progress):
            continue
        row.steps, row.lacks, row.older, row.progress = told
        row.changed_at = at if changed else row.changed_at
        row.save()


def _stored(step: Step) -> list[Any]:
    return [step.words.print, step.words.passages, step.version, step.leads]


def _progress(stored: Mapping[str, list[Any]], lacks: list[str], older: list[str]) -> Progress:
    if not any(stored[name][1] for name in ESSENTIAL if name in stored):
        return Progress.MISSING
    if lacks or not all(stored[name][1] for name in ESSENTIAL if name in stored):
        return Progress.PARTLY
    return Progress.OLDER if older else Progress.COMPLETE
