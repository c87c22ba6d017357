"""What blocks are made of in tests: files, and whole values to leave something out of."""

import copy
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.utils.translation import override
from wagtail.documents import get_document_model

from portal.blocks import BodyBlock

WHOLE: dict[str, dict[str, Any]] = {
    "facts": {
        "title": "In short",
        "facts": [{"name": "Set when", "text": "Time and place are not known"}],
    },
    "advice": {"group": "YELLOW"},
    "document": {"document": None, "name": "The order in full", "language": "ru"},
    "video": {
        "title": "How to call 112", "outlet": "24KZ", "link": "https://example.org/film",
        "length": "3:20", "language": "kk", "picture": None,
    },
    "timeline": {
        "title": "The day in order",
        "entries": [
            {"day": "2016-07-18", "hour": "about 11:30", "text": "<p>Level set</p>"},
            {"day": "2016-07-18", "hour": "17:09", "text": "<p>Level lowered</p>"},
        ],
    },
    "questions": {"pairs": [{"question": "Is it free?", "answer": "<p>Yes, always.</p>"}]},
    "table": {
        "columns": [{"type": "text", "heading": "Number"}, {"type": "text", "heading": "Service"}],
        "rows": [{"values": ["101", "Fire"]}, {"values": ["102", "Police"]}],
        "caption": "Whom to call",
    },
}  # fmt: skip


@pytest.fixture
def document(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return get_document_model().objects.create(
        title="order-611.pdf", file_size=2_400, file=ContentFile(b"%PDF-1.4" * 300, "order-611.pdf")
    )


@pytest.fixture
def whole(document):
    """Return a function that gives a block and a whole value of it, with changes."""

    def _whole(name: str, /, **changes: Any) -> tuple[Any, Any]:
        block = BodyBlock().child_blocks[name]
        raw = {**copy.deepcopy(WHOLE[name]), **changes}
        if name == "document" and "document" not in changes:
            raw["document"] = document.pk
        return block, block.to_python(raw)

    return _whole


@pytest.fixture
def shown(whole):
    """Return a function that renders a whole block in a language."""

    def _shown(name: str, lang: str, /, **changes: Any) -> str:
        block, value = whole(name, **changes)
        with override(lang):
            return str(block.render(value, {"request": None}))

    return _shown
