"""The history of a page: what changed, readably, in each language and in each block."""

import pytest
from django.urls import reverse

from guidance.models import Region
from portal.manuscripts import Block
from portal.news.bodies import body_of

BEFORE = {"kk": "Бұрынғы сөз", "ru": "Прежнее слово", "en": "The former word"}
AFTER = {"kk": "Жаңа сөз", "ru": "Новое слово", "en": "The new word"}


@pytest.fixture
def compared(write, editor, signed_in):
    """Return what the page of comparison says of two versions."""
    page = write({code: f"Headline {code}" for code in BEFORE}, publish=False)
    versions = []
    for number, words in enumerate((BEFORE, AFTER)):
        for code, text in words.items():
            blocks = [Block("heading", "Part"), Block("paragraph", text), Block("paraphrase", text)]
            setattr(page, f"body_{code}", body_of(blocks, [("Speaker", 1)]))
        page.regions.set(Region.objects.filter(code=("KZ-15", "KZ-75")[number]))
        versions.append(page.save_revision(user=editor).pk)
    address = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, *versions])
    return signed_in(editor).get(address).content.decode()


@pytest.mark.parametrize("code", BEFORE)
def test_each_language_shows_its_words_before_and_after(compared, code):
    old, new = BEFORE[code].split()[0], AFTER[code].split()[0]

    assert f'<span class="deletion">{old}' in compared or f">{old}" in compared
    assert f'<span class="addition">{new}' in compared or f">{new}" in compared
    assert f"[{code}]" in compared


def test_no_stored_form_of_a_block_is_shown(compared):
    for raw in ("{&#x27;", "&quot;type&quot;", "StreamValue", "&lt;p&gt;"):
        assert raw not in compared


def test_regions_are_named(compared):
    assert "Ақтөбе облысы" in compared
    assert "Алматы қаласы" in compared
    assert "KZ-15" not in compared


def test_the_history_names_every_version_and_its_author(write, editor, signed_in):
    page = write({"kk": "Тақырып", "ru": "Заголовок"}, publish=False)
    page.save_revision(user=editor)

    shown = signed_in(editor).get(reverse("wagtailadmin_pages:history", args=[page.pk]))

    assert shown.status_code == 200
    assert "editor" in shown.content.decode()
