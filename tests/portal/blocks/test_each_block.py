"""Each block is shown in three languages, and refused while something of it is missing."""

import pytest
from django.core.exceptions import ValidationError

LANGUAGES = ("kk", "ru", "en")
IN_THREE_LANGUAGES = {
    "document": ("қазақ тілінде", "на казахском", "in Kazakh"),
    "video": ("орыс тілінде", "на русском", "in Russian"),
    "timeline": ("2016 жылғы 18 шілде", "18 июля 2016 года", "18 July 2016"),
}
NEEDED = [
    ("facts", "title"), ("document", "document"), ("document", "name"), ("document", "language"),
    ("advice", "group"), ("video", "title"), ("video", "outlet"), ("video", "link"),
    ("video", "length"), ("video", "language"), ("timeline", "title"),
]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(IN_THREE_LANGUAGES))
def test_a_block_says_its_own_words_in_the_language_of_the_page(shown, name, language):
    spoken = {"document": "kk", "video": "ru"}.get(name)
    changes = {"language": spoken} if spoken else {}

    html = shown(name, language, **changes)

    assert IN_THREE_LANGUAGES[name][LANGUAGES.index(language)] in html


@pytest.mark.parametrize(("name", "field"), NEEDED)
def test_a_block_that_lacks_something_is_refused_at_the_field(whole, name, field):
    block, value = whole(name, **{field: None if field == "document" else ""})

    with pytest.raises(ValidationError) as refused:
        block.clean(value)

    assert set(refused.value.block_errors) == {field}


@pytest.mark.parametrize(("name", "field"), [n for n in NEEDED if n[1] != "document"])
def test_a_draft_may_lack_it(whole, name, field):
    block, value = whole(name, **{field: ""})
    block.defer_required_validation()

    assert block.clean(value)
    block.restore_deferred_validation()


@pytest.mark.parametrize("name", ["facts", "document", "video", "timeline", "questions", "table"])
def test_a_whole_block_is_accepted_and_stored_as_it_was_given(whole, name):
    block, value = whole(name)

    assert block.get_prep_value(block.clean(value))


@pytest.mark.parametrize(("name", "field"), [
    ("facts", "facts"), ("timeline", "entries"), ("questions", "pairs"),
])  # fmt: skip
def test_a_list_without_a_row_is_refused(whole, name, field):
    block, value = whole(name, **{field: []})

    with pytest.raises(ValidationError) as refused:
        block.clean(value)

    assert set(refused.value.block_errors) == {field}


def test_facts_are_terms_with_their_meanings(shown):
    html = shown("facts", "en")

    assert 'aria-label="In short"' in html
    assert "<dt>Set when</dt><dd>Time and place are not known</dd>" in html


def test_a_document_says_its_type_size_and_language_before_it_is_taken(shown):
    html = shown("document", "en")

    assert "The order in full" in html
    assert "PDF, 2.3" in html
    assert 'hreflang="ru"' in html


def test_a_document_that_was_deleted_leaves_no_gap(shown):
    assert shown("document", "en", document=9_999).strip() == ""


def test_a_film_is_a_link_and_asks_nobody_for_anything(shown):
    html = shown("video", "en")

    assert '<a href="https://example.org/film" hreflang="kk" rel="noopener">' in html
    assert '<b lang="kk">How to call 112</b>' in html
    assert "24KZ · 3:20" in html
    assert not {"<iframe", "<video", "<script", "<img"} & set(html.split())


@pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp://example.org/x"])
def test_a_film_has_a_web_address(whole, link):
    block, value = whole("video", link=link)

    with pytest.raises(ValidationError) as refused:
        block.clean(value)

    assert set(refused.value.block_errors) == {"link"}


@pytest.mark.parametrize("length", ["3 min", "3:75", "1:2:3"])
def test_a_film_s_length_is_minutes_and_seconds(whole, length):
    block, value = whole("video", length=length)

    with pytest.raises(ValidationError) as refused:
        block.clean(value)
    assert set(refused.value.block_errors) == {"length"}


def test_a_timeline_tells_machines_the_hour_only_where_it_is_exact(shown):
    html = shown("timeline", "en")

    assert '<time datetime="2016-07-18">18 July 2016, about 11:30</time>' in html
    assert '<time datetime="2016-07-18T17:09">18 July 2016, 17:09</time>' in html
    assert html.index("<ol") < html.index("Level set") < html.index("Level lowered")


def test_days_of_a_timeline_do_not_run_backwards(whole):
    entries = [
        {"day": "2016-07-18", "hour": "", "text": "<p>b</p>"},
        {"day": "2016-07-17", "hour": "", "text": "<p>a</p>"},
    ]
    block, value = whole("timeline", entries=entries)

    with pytest.raises(ValidationError) as refused:
        block.clean(value)

    assert set(refused.value.block_errors) == {"entries"}


def test_answers_stand_open_beside_their_questions(shown):
    html = shown("questions", "en")

    assert "<dt>Is it free?</dt><dd><p>Yes, always.</p></dd>" in html
    assert "<details" not in html


def test_a_table_has_a_caption_and_names_every_column_and_row(shown):
    html = shown("table", "en")

    assert "<caption>Whom to call</caption>" in html
    assert html.count('scope="col"') == html.count('scope="row"') == 2
    assert '<td role="cell" data-l="Service">Fire</td>' in html


@pytest.mark.parametrize(
    "changes",
    [
        {"caption": " "},
        {"caption": "long " * 40},
        {"caption": "hid\u200bden"},
        {"rows": []},
        {"columns": [], "rows": []},
        {"columns": [{"type": "text", "heading": "Number"}, {"type": "text", "heading": ""}]},
        {"rows": [{"values": ["", "Fire"]}]},
        {"rows": [{"values": ["101", "<b>Fire</b>"]}]},
        {"rows": [{"values": ["101", "Fire"]}] * 61},
    ],
)
def test_a_table_that_a_listener_is_lost_in_is_refused(whole, changes):
    block, value = whole("table", **changes)

    with pytest.raises(ValidationError):
        block.clean(value)
