"""The demo texts are whole in three languages, and their pictures belong to one series."""

import re
import subprocess
import sys
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image

from portal.news.demo_texts import (
    DEMO_FOLDER,
    LANGUAGES,
    PICTURES_FOLDER,
    item_folders,
    read_illustration,
    read_item,
    read_items,
    read_texts,
)

pytestmark = pytest.mark.one_database  # it asks what Python decides

ITEMS = list(read_items())
INFORMATION = Path(DEMO_FOLDER).parents[1] / "information" / "texts"
INFORMATION_FOLDERS = sorted({path.parent for path in INFORMATION.rglob("*.md")})
PICTURES = [PICTURES_FOLDER / item.picture for item in ITEMS]
ILLUSTRATIONS = [read_illustration(meta.parent) for meta in INFORMATION.rglob("meta.toml")]
FOLDERS = item_folders() + INFORMATION_FOLDERS
TYPES = {"news", "comment", "statement", "advice", "explainer", "live", "correction"}
TOPICS = {"levels", "advice", "statements", "legislation", "exercises", "regions"}
KAZAKH_LETTERS = set("әіңғүұқөһ")

each_item = pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.address)
each_picture = pytest.mark.parametrize(
    "path", PICTURES + [drawn.path for drawn in ILLUSTRATIONS], ids=lambda path: path.stem
)
each_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def words_of(text):
    said = (word for block in text.blocks for word in [block.html, *words_in(block.value)])
    return " ".join([text.headline, text.lead, *said])


def words_in(value):
    """List what a box says, without keys and codes."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [word for each in value for word in words_in(each)]
    if isinstance(value, Mapping):
        codes = ("mode", "speaker", "group", "place", "day", "type", "link", "language", "said_on")
        return [w for name, each in value.items() if name not in codes for w in words_in(each)]
    return []


def shape_of(text):
    return [
        (block.kind, block.html.count("<li>"), len(words_in(block.value))) for block in text.blocks
    ]


def sayings(text):
    said = ([block.html, *words_in(block.value)] for block in text.blocks)
    return {" ".join(words) for words in said} - {"", " "}


def links_of(text):
    return re.findall(r'href="([^"]+)"', words_of(text))


def test_all_thirteen_articles_and_seven_notices_are_there():
    assert len(ITEMS) == 13
    assert len(INFORMATION_FOLDERS) == 7


def test_addresses_are_latin_and_differ():
    addresses = [item.address for item in ITEMS]

    assert len(set(addresses)) == len(addresses)
    assert all(re.fullmatch(r"[a-z0-9-]{3,80}", address) for address in addresses)


@each_item
def test_an_article_has_a_known_type_topics_places_and_a_moment_with_an_offset(item):
    assert item.type in TYPES
    assert item.topics
    assert set(item.topics) <= TOPICS
    assert item.regions
    assert all(re.fullmatch(r"KZ(-\d\d(-[a-z]+)?)?", region) for region in item.regions)
    assert item.published_at.utcoffset() is not None


def test_every_topic_has_an_article():
    assert {topic for item in ITEMS for topic in item.topics} == TOPICS


@each_item
def test_an_article_cites_its_sources(item):
    assert item.sources
    assert all(source.outlet and source.title and source.lang for source in item.sources)
    assert all(source.url == "" or source.url.startswith("http") for source in item.sources)
    assert item.type != "statement" or item.issued_by


@each_item
def test_every_quote_names_a_person_of_the_item_and_one_of_its_sources(item):
    for text in item.texts.values():
        quotes = [block.value for block in text.blocks if block.kind == "quote"]
        assert all(quote["speaker"] in item.people for quote in quotes)
        assert all(1 <= quote["source"] <= len(item.sources) for quote in quotes)
        assert all(quote["mode"] == "PARAPHRASE" for quote in quotes)


def test_the_items_use_the_boxes_they_should():
    used = {item.address: {block.kind for block in item.texts["kk"].blocks} for item in ITEMS}

    assert {"quote", "level"} <= used["experts-after-aqtobe"]
    assert {"facts", "advice"} <= used["what-the-colours-mean"]
    assert {"questions", "table"} <= used["calling-112"]
    assert "timeline" in used["yellow-level-lifted"]
    assert "quote" in used["day-of-mourning-9-june"]


@each_folder
def test_the_three_languages_have_the_same_blocks_in_the_same_order(folder):
    texts = read_texts(folder)

    assert shape_of(texts["kk"]) == shape_of(texts["ru"]) == shape_of(texts["en"])


@each_folder
def test_the_three_languages_are_three_texts(folder):
    texts = read_texts(folder)

    for one, other in combinations(LANGUAGES, 2):
        assert texts[one].headline != texts[other].headline
        assert texts[one].lead != texts[other].lead
        assert sayings(texts[one]).isdisjoint(sayings(texts[other]))


@each_folder
def test_headlines_and_leads_keep_to_their_lengths(folder):
    for language, text in read_texts(folder).items():
        assert 5 <= len(text.headline) <= 90, f"{language}: {len(text.headline)}"
        assert 20 <= len(text.lead) <= 250, f"{language}: {len(text.lead)}"
        assert not text.headline.endswith(".")


@each_folder
def test_kazakh_is_written_in_kazakh_letters_and_russian_is_not(folder):
    texts = read_texts(folder)
    kazakh = words_of(texts["kk"]).lower()
    russian = words_of(texts["ru"]).replace("Деңгей", "").replace("Жетісу", "").lower()

    assert len(KAZAKH_LETTERS & set(kazakh)) >= 5
    assert not KAZAKH_LETTERS & set(russian)


@each_folder
def test_quotation_marks_are_those_of_the_language(folder):
    texts = read_texts(folder)

    for language, text in texts.items():
        printed = re.sub(r"<[^>]+>", "", words_of(text))
        assert not set("\"'!") & set(printed), language
        assert printed.count("«") == printed.count("»")
        assert language != "en" or "«" not in printed


@each_folder
def test_links_lead_to_the_same_pages_in_the_readers_own_language(folder):
    texts = read_texts(folder)
    own = {lang: [a for a in links_of(text) if a[0] == "/"] for lang, text in texts.items()}

    assert all(a.startswith(f"/{lang}/") for lang, links in own.items() for a in links)
    assert sorted(a[3:] for a in own["kk"]) == sorted(a[3:] for a in own["ru"])
    assert sorted(a[3:] for a in own["en"]) == sorted(a[3:] for a in own["ru"])


@each_picture
def test_a_picture_has_the_size_of_the_series_and_is_light(path):
    with Image.open(path) as picture:
        assert picture.size == (1600, 900)
    assert path.stat().st_size <= 120 * 1024


@each_picture
def test_a_drawing_holds_no_words(path):
    drawing = path.with_suffix(".svg").read_text(encoding="utf-8")

    assert "<text" not in drawing
    assert "<image" not in drawing


def test_every_article_and_every_page_of_the_guide_has_a_picture_of_its_own():
    pictures = PICTURES + [illustration.path for illustration in ILLUSTRATIONS]

    assert len(set(pictures)) == len(pictures) == len(ITEMS) + 4


@pytest.mark.parametrize(
    ("alt", "credit"),
    [(item.picture_alt, item.picture_credit) for item in ITEMS]
    + [(illustration.alt, illustration.credit) for illustration in ILLUSTRATIONS],
)
def test_a_picture_is_described_and_credited_in_three_languages(alt, credit):
    assert set(alt) == set(credit) == set(LANGUAGES)
    assert len(set(alt.values())) == len(LANGUAGES)
    assert all(len(words) <= 125 for words in alt.values())


def test_a_source_with_only_a_month_says_so():
    comment = read_item(DEMO_FOLDER / "01-expert-comment")

    assert comment.sources[0].is_month_only
    assert comment.sources[0].date.isoformat() == "2016-06-01"


def test_the_pictures_are_what_their_drawings_render_to():
    tool = Path(DEMO_FOLDER).parents[2] / "tools" / "draw_pictures.py"

    result = subprocess.run([sys.executable, tool, "--check"], capture_output=True, text=True)

    assert (result.returncode, result.stdout) == (0, ""), "run tools/draw_pictures.py"
