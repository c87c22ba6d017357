"""An article with every kind of block: what it costs, and the order of its headings."""

import re
from itertools import pairwise

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from portal.news.blocks import NewsBodyBlock
from tests.site.linked import scripts_of

THREE = {"kk": "Тақырып", "ru": "Заголовок", "en": "Headline"}
# Every article: which site answers, its home page, the head of the ledger; the page with its
# picture and frozen levels; its regions, topics, sources and updates; related pages.
ARTICLE = 3 + 1 + 4 + 1
# Its blocks, however many of each: the pictures, the documents, the speakers with their posts.
BLOCKS = 3


@pytest.fixture
def everything(said, settings, tmp_path):
    """Return a body with three of each block."""
    settings.MEDIA_ROOT = tmp_path
    file = ContentFile(b"%PDF-1.4", "order.pdf")
    document = get_document_model().objects.create(title="order.pdf", file=file, file_size=8)
    words = {"alt_kk": "Көше", "alt_ru": "Улица", "alt_en": "Street"}
    picture = get_image_model().objects.create(title="p", file=get_test_image_file(), **words)
    pair = {"question": "Free?", "answer": "<p>Yes.</p>"}
    entry = {"day": "2016-07-18", "hour": "17:09", "text": "<p>Lowered</p>"}
    cells = {"type": "text", "heading": "Number"}
    film = {
        "title": "T", "outlet": "24KZ", "link": "https://example.org/f", "length": "3:20",
        "language": "ru", "picture": None,
    }  # fmt: skip
    blocks = [
        ("heading", "Part"), ("subheading", "Smaller"), ("paragraph", "<p>Words</p>"),
        ("list", "<ul><li>point</li></ul>"), ("quote", said()), ("quote", said(mode="VERBATIM")),
        ("facts", {"title": "In short", "facts": [{"name": "Where", "text": "Here"}]}),
        ("advice", {"group": "YELLOW"}), ("level", {"place": "KZ-75"}),
        ("table", {"columns": [cells], "rows": [{"values": ["101"]}], "caption": "Numbers"}),
        ("timeline", {"title": "The day", "entries": [entry]}), ("questions", {"pairs": [pair]}),
        ("picture", {"picture": picture.pk, "is_decorative": False, "caption": ""}),
        ("document", {"document": document.pk, "name": "N", "language": "ru"}), ("video", film),
    ]  # fmt: skip
    return [{"type": kind, "value": value} for kind, value in blocks * 3]


@pytest.fixture
def address(write, everything):
    write(THREE)
    page = write(THREE)
    for code in THREE:
        setattr(page, f"body_{code}", everything)
    page.save_revision().publish()
    return f"/ru/news/{page.slug}/"


def test_every_kind_of_block_stands_on_the_page(everything):
    assert {block["type"] for block in everything} == set(NewsBodyBlock().child_blocks)


def test_blocks_cost_three_queries_however_many(address, client, django_assert_max_num_queries):
    for _ in range(2):
        client.get(address)

    with django_assert_max_num_queries(ARTICLE + BLOCKS):
        client.get(address)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_headings_are_in_order_and_names_are_not_used_twice(address, client, language):
    text = client.get(address.replace("/ru/", f"/{language}/")).content.decode()

    levels = [int(level) for level in re.findall(r"<h([1-6])\b", text)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    names = re.findall(r'\bid="([^"]+)"', text)
    assert len(names) == len(set(names))
    assert "<iframe" not in text
    assert [script.partition("?")[0] for script in scripts_of(text)] == [f"/{language}/offline.js"]
