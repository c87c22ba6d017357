"""What an editor is told before publication, and what stops it."""

import pytest
from django.utils.translation import override

from portal.images.models import PortalImage
from portal.news.body_findings import body_findings
from portal.news.findings import Texts, language_findings, shared_findings
from portal.news.models import ArticlePage, Source, Topic

NAMES = {"kk": "Тақырып", "ru": "Заголовок"}


def found_in(*blocks, language="ru"):
    """Return what is said of a body, by its English words."""
    body = ArticlePage._meta.get_field("body_ru").stream_block.to_python(
        [{"type": kind, "value": value} for kind, value in blocks]
    )
    return [finding.message for finding in body_findings(Texts(language, "x", "x", body))]


def texts_of(findings):
    return [finding.text for finding in findings]


WORDS = "слово " * 30
PARAGRAPH = f"<p>{WORDS}.</p>"


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        ([("paragraph", PARAGRAPH)], None),
        ([("paragraph", '<p><a href="https://gov.kz/x">Указ</a></p>')], None),
        ([("paragraph", '<p><a href="https://gov.kz/x"> </a></p>')], "A link has no text."),
        ([("paragraph", '<p><a href="/x/">Здесь</a></p>')], "The text of a link says nothing"),
        ([("list", '<ul><li><a href="/x/">осы жерде…</a></li></ul>')], "The text of a link"),
        ([("paragraph", '<p><a href="/x/">https://x.kz</a></p>')], "The text of a link"),
        ([("heading", "Что известно"), ("paragraph", PARAGRAPH)], None),
        ([("heading", "Что известно")], "Nothing follows the heading"),
        ([("heading", "Один"), ("heading", "Два"), ("paragraph", PARAGRAPH)], "Nothing follows"),
        ([("heading", "Раз"), ("paragraph", "a"), ("heading", "раз"), ("paragraph", "b")],
         "Two headings say the same"),
        ([("paragraph", f"<p>{WORDS * 4}.</p>")], "A paragraph is long"),
        ([("paragraph", f"<p>{WORDS}.</p>"), ("paragraph", f"<p>{WORDS}.</p>")],
         "a sentence has %(average)s words"),
        ([("paragraph", "<p>" + "предупреждение быть. " * 25 + "</p>")], "words in a hundred"),
        ([("quote", {"text": "<p>Слова</p>", "speaker": 1, "outlet": ""})],
         "Somebody's words have no source"),
        ([("quote", {"text": "<p>Слова</p>", "speaker": 1, "outlet": "24KZ"})], None),
    ],
)  # fmt: skip
def test_the_text_is_read_through(blocks, said):
    with override("en"):
        found = [str(message) for message in found_in(*blocks)]

    if said is None:
        assert found == []
    else:
        assert any(said in message for message in found), found


def test_messages_name_their_facts():
    body = ArticlePage._meta.get_field("body_ru").stream_block.to_python(
        [{"type": "heading", "value": "Что известно"}]
    )

    [finding] = body_findings(Texts("ru", "x", "x", body))

    assert finding.text.count("Что известно") == 1
    assert finding.name == "body_ru"


def test_a_missing_language_is_told_and_stops_nothing(write):
    page = write(NAMES)

    [finding] = language_findings(page, "en")

    assert not finding.refuses


def test_a_silent_picture_stops_publication_where_the_language_is_required(write):
    page = write({**NAMES, "en": "Headline"})
    page.picture = PortalImage(title="x", alt_kk="Сурет", alt_ru="", alt_en="")

    refusing = {code: [f.refuses for f in language_findings(page, code)] for code in NAMES}

    assert refusing == {"kk": [], "ru": [True]}
    assert [f.refuses for f in language_findings(page, "en")] == [False]


def test_what_belongs_to_all_languages_is_asked_for(write, news):
    page = write(NAMES, kind="NEWS")
    bare = texts_of(shared_findings(page))
    page.sources.set([Source(outlet="24KZ", language="ru")])
    page.topics.set(Topic.objects.all()[:1])

    assert len(bare) == 2
    assert shared_findings(page) == []


def test_bodies_of_different_blocks_are_told(write):
    page = write(NAMES, kind="ADVICE")
    page.topics.set(Topic.objects.all()[:1])
    page.body_ru = [*page.body_ru.raw_data, {"type": "heading", "value": "Ещё"}]

    assert len(shared_findings(page)) == 1
