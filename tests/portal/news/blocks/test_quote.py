"""A quote names its speaker's post of that day and its source, or is not published."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from wagtail.blocks import StructBlockValidationError

from portal.news.blocks.quote import QuoteBlock
from portal.news.models import NewsPage, Person

THREE = {"kk": "Тақырып", "ru": "Заголовок", "en": "Headline"}


def shown(value, language="en"):
    block = QuoteBlock()
    with override(language):
        return str(block.render(block.to_python(value)))


@pytest.mark.parametrize(
    ("language", "name", "retold", "month"),
    [
        ("kk", "А. Сөйлеуші", "Мазмұндама", "2016 жылғы маусым"),
        ("ru", "А. Спикер", "В пересказе", "июнь 2016"),
        ("en", "A. Speaker", "Retold", "June 2016"),
    ],
)
def test_a_quote_is_told_in_the_language_of_the_page(said, language, name, retold, month):
    html = shown(said(), language)

    assert name in html
    assert f"director {language}" in html
    assert retold in html
    assert month in html


@pytest.mark.parametrize(
    ("day", "title", "is_last_known"),
    [("2016-06-08", "director", False), ("2019-01-01", "adviser", False),
     ("2024-01-01", "adviser", True)],
)  # fmt: skip
def test_the_post_is_the_one_of_the_day_of_the_words(said, day, title, is_last_known):
    html = shown(said(said_on=day, is_month_only=False))

    assert f"{title} en" in html
    assert ("last known post" in html) is is_last_known


def test_words_before_any_known_post_stand_without_one(said):
    html = shown(said(said_on="2001-01-01", is_month_only=False))

    assert "A. Speaker" in html
    assert "director" not in html


def test_a_paraphrase_is_labelled_and_has_no_marks_and_exact_words_the_other_way_round(said):
    retold, exact = shown(said()), shown(said(mode="VERBATIM"))

    assert "Retold" in retold
    assert 'class="quote exact"' not in retold
    assert "Retold" not in exact
    assert 'class="quote exact"' in exact


def test_words_in_another_language_say_so_to_a_screen_reader(said):
    assert '<blockquote lang="ru"' in shown(said(language="ru"))
    assert "Translated by the portal" in shown(said(is_translated=True))


def test_the_source_is_a_link_where_there_is_one(said):
    html = shown(said(link="https://example.org/said"))

    assert '<a href="https://example.org/said" rel="noopener">24KZ</a>' in html
    assert 'cite="https://example.org/said"' in html


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize(
    ("field", "nothing"), [("outlet", " "), ("said_on", None), ("speaker", None), ("text", "")]
)
def test_a_quote_without_a_proof_is_refused_at_the_field(said, field, nothing, language):
    block = QuoteBlock()

    with override(language), pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.to_python(said(**{field: nothing})))

    assert set(refused.value.block_errors) == {field}


def test_the_refusal_says_what_a_source_is_for(said):
    block = QuoteBlock()

    with override("en"), pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.to_python(said(outlet="")))

    with override("en"):
        (message,) = refused.value.block_errors["outlet"].messages
    assert "without a source is not published" in message


def test_no_path_takes_a_page_with_such_a_quote_live(write, said):
    page = write(THREE, publish=False).get_latest_revision_as_object()
    page.body_en = [{"type": "quote", "value": said(outlet="")}]
    draft = page.save_revision(clean=False)

    with pytest.raises(ValidationError) as refused:
        draft.publish()

    assert "body_en" in refused.value.message_dict
    assert not NewsPage.objects.live().filter(pk=page.pk).exists()


def test_many_quotes_cost_one_query(said, django_assert_num_queries):
    from portal.news.blocks import NewsBodyBlock

    body = NewsBodyBlock().to_python([{"type": "quote", "value": said()} for _ in range(12)])

    # The posts, with their people and organisations.
    with django_assert_num_queries(1):
        assert len([block.value.role.post.title for block in body]) == 12


def test_somebody_without_a_post_is_quoted_too(said):
    nobody = Person.objects.create(slug="b", name_kk="Б.", name_ru="Б.", name_en="B. Nobody")

    assert "B. Nobody" in shown(said(speaker=nobody.pk))
