"""What no text of a page may hold: a message at the field, in every kind of field."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from wagtail.rich_text import RichText

from portal.blocks import BodyBlock
from portal.blocks.words import line, prose
from portal.news.models import ArticlePage, Source, Update

HIDDEN = {
    "a right-to-left override": "left \u202e right",
    "an isolate": "left \u2067 right",
    "a zero-width space": "zero\u200bwidth",
    "a byte order mark": "\ufeffmark",
    "a NUL": "nul\x00",
    "a bell": "bell\x07",
    "a lone surrogate": "half \ud83d",
    "a broken character": "broken \ufffd",
    "a pile of marks": "a" + "\u0301" * 50,
}
each_hidden = pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN.keys())


@each_hidden
def test_a_line_of_a_block_refuses_it(text):
    with pytest.raises(ValidationError):
        line(255).clean(text)


@each_hidden
def test_a_formatted_text_refuses_it(text):
    with pytest.raises(ValidationError):
        prose().clean(RichText(f"<p>{text}</p>"))


@each_hidden
@pytest.mark.parametrize("name", ["headline_kk", "lead_ru"])
def test_a_page_refuses_it_at_the_field(db, text, name):
    page = ArticlePage(**{name: text})

    with pytest.raises(ValidationError) as refused:
        page.clean_fields()

    assert name in refused.value.message_dict


@pytest.mark.parametrize(
    ("model", "name", "text"),
    [
        (Source, "outlet", "24\u200bKZ"),
        (Update, "text_kk", "<b>қ</b>"),
        (ArticlePage, "headline_ru", "<script>alert(1)</script>"),
        (ArticlePage, "headline_ru", "two\nlines"),
        (ArticlePage, "lead_kk", "л" * 2_001),
    ],
)
def test_records_of_an_article_are_checked_like_the_page(db, model, name, text):
    with pytest.raises(ValidationError) as refused:
        model(**{name: text}).clean_fields()

    assert name in refused.value.message_dict


@pytest.mark.parametrize(
    "text",
    ["Ақтөбе: «қызыл» деңгей — 5 маусым", "Ёлка, “quotes” & 100 % – no-break", "№ 611, 1 < 2"],
)
def test_honest_texts_of_three_languages_pass(text):
    assert prose().clean(RichText(f"<p>{text}</p>"))
    assert line(255).clean(text.replace("<", "="))


@pytest.mark.parametrize(("language", "words"), [
    ("kk", "U+200B"), ("ru", "невидимые"), ("en", "hidden or broken characters (U+200B)"),
])  # fmt: skip
def test_the_message_speaks_the_editor_s_language(language, words):
    with override(language), pytest.raises(ValidationError) as refused:
        line(255).clean("zero\u200bwidth")

    with override(language):
        assert words in " ".join(refused.value.messages)


def test_a_paste_over_the_limit_is_counted_without_its_tags():
    block = prose(limit=100)

    assert block.clean(RichText("<p>" + "<b>a</b>" * 50 + "</p>"))
    with pytest.raises(ValidationError, match="100"):
        block.clean(RichText("<p>" + "a" * 101 + "</p>"))
    with pytest.raises(ValidationError, match="1000"):
        block.clean(RichText("<p>" + "<b></b>" * 1_000 + "</p>"))


def test_a_megabyte_and_a_thousand_blocks_are_refused():
    block = BodyBlock()
    megabyte = block.to_python([{"type": "paragraph", "value": "<p>" + "x" * 1_000_000 + "</p>"}])
    thousand = block.to_python([{"type": "heading", "value": "H"}] * 1_000)

    for body in (megabyte, thousand):
        with pytest.raises(ValidationError):
            block.clean(body)
