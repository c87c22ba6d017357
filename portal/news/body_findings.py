"""What an editor is told about the text itself: quotes, links, headings, paragraphs, reading."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from itertools import pairwise
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from portal.news.finding import Finding
from portal.news.readability import WORD, Reading, reading_of

MOST_WORDS_IN_A_PARAGRAPH = 110
LINK = re.compile(r"<a\b[^>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL)
# Words that say nothing to whoever hears the links of a page one after another.
SAY_NOTHING = {
    "осы жерде", "мұнда", "осында", "толығырақ", "сілтеме",
    "здесь", "тут", "подробнее", "ссылка", "по ссылке",
    "here", "click here", "more", "read more", "link",
}  # fmt: skip
HEADINGS = ("heading", "subheading")
PROSE = ("paragraph", "list")

Block = Mapping[str, Any]


def body_findings(texts: Any) -> list[Finding]:
    """Name what would make the text of one language better."""
    blocks: list[Block] = list(texts.body.raw_data) if texts.body else []
    field = f"body_{texts.language}"
    return [
        *_quotes(blocks, field),
        *_links(blocks, field),
        *_headings(blocks, field),
        *_paragraphs(blocks, field),
        *_reading(blocks, field, texts.language),
    ]


def _quotes(blocks: Sequence[Block], field: str) -> Iterator[Finding]:
    for block in blocks:
        value = block["value"]
        if block["type"] == "quote" and not value.get("outlet"):
            yield Finding(field, _("Somebody's words have no source: name it."), refuses=True)


def _links(blocks: Sequence[Block], field: str) -> Iterator[Finding]:
    for shown in (found for block in blocks for found in LINK.findall(_html(block))):
        text = _plain(shown).casefold().rstrip(".… ")
        if not text:
            yield Finding(field, _("A link has no text."))
        elif text in SAY_NOTHING or text.startswith(("http://", "https://", "www.")):
            message = _("The text of a link says nothing: “%(text)s”. Say where it leads.")
            yield Finding(field, message, {"text": text})


def _headings(blocks: Sequence[Block], field: str) -> Iterator[Finding]:
    told: set[str] = set()
    for block, following in pairwise([*blocks, None]):
        if block is None or block["type"] not in HEADINGS:
            continue
        text = str(block["value"])
        if following is None or (block["type"], following["type"]) in _EMPTY:
            yield Finding(field, _("Nothing follows the heading “%(text)s”."), {"text": text})
        if text.casefold() in told:
            yield Finding(field, _("Two headings say the same: “%(text)s”."), {"text": text})
        told.add(text.casefold())


_EMPTY = {("heading", "heading"), ("subheading", "subheading"), ("subheading", "heading")}


def _paragraphs(blocks: Sequence[Block], field: str) -> Iterator[Finding]:
    for block in blocks:
        text = _plain(_html(block)) if block["type"] == "paragraph" else ""
        number = len(WORD.findall(text))
        if number > MOST_WORDS_IN_A_PARAGRAPH:
            message = _("A paragraph is long: “%(text)s…” Words in it: %(number)s.")
            begins = " ".join(text.split()[:4])
            yield Finding(field, message, {"number": number, "text": begins})


def _reading(blocks: Sequence[Block], field: str, language: str) -> Iterator[Finding]:
    prose = " ".join(_sentences(_html(block)) for block in blocks if block["type"] in PROSE)
    found = reading_of(prose, language)
    if found is not None:
        yield from _slow(found, field)


def _slow(found: Reading, field: str) -> Iterator[Finding]:
    if found.has_long_sentences:
        message = _(
            "The text reads slowly: a sentence has %(average)s words on average, the longest"
            " %(longest)s."
        )
        facts = {"average": found.words_in_sentence, "longest": found.longest_sentence}
        yield Finding(field, message, facts)
    if found.has_long_words:
        message = _("The text reads slowly: %(percent)s words in a hundred are long.")
        yield Finding(field, message, {"percent": found.percent_of_long_words})


def _html(block: Block) -> str:
    return block["value"] if isinstance(block["value"], str) else ""


def _sentences(html: str) -> str:
    # A line of a list ends a sentence even without a dot.
    return _plain(re.sub(r"</(?:li|p)>", ". ", html))


def _plain(html: str) -> str:
    return unescape(strip_tags(html)).strip()
