"""What an editor meets who pastes or leaves out something inside a block."""

import json

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from guidance.models import Region
from portal.news.models import ArticlePage


def written(text, entities=None, ranges=()):
    block = {
        "key": "a", "text": text, "type": "unstyled", "depth": 0,
        "inlineStyleRanges": [], "entityRanges": list(ranges),
    }  # fmt: skip
    return json.dumps({"blocks": [block], "entityMap": entities or {}})


@pytest.fixture
def send(editor, signed_in, news):
    """Return a function that sends the editor's form with some Kazakh blocks."""
    desk = signed_in(editor)

    def _send(*blocks, **extra):
        languages = ("kk", "ru", "en")
        body = {"kk": streamfield(list(blocks)), "ru": streamfield([]), "en": streamfield([])}
        rows = ("sources", "updates", "comments", "organisation_mentions", "person_mentions")
        data = nested_form_data(
            {
                **{f"headline_{code}": f"Headline {code}" for code in languages},
                **{f"lead_{code}": f"Lead {code}" for code in languages},
                **{f"body_{code}": body[code] for code in languages},
                **{name: inline_formset([]) for name in rows},
                "kind": "NEWS", "published_at": "2016-06-06 09:00", "address": "", "picture": "",
                **extra,
            }
        )  # fmt: skip
        data["regions"] = [str(Region.objects.get(code="KZ").pk)]
        address = reverse("wagtailadmin_pages:add", args=["news", "articlepage", news.pk])
        return desk.post(address, data)

    return _send


@pytest.mark.parametrize(
    "text",
    ["left \u202e right", "zero\u200bwidth", "half \ud83d", "a" + "\u0301" * 40, "x" * 5_001],
    ids=["direction", "zero width", "surrogate", "marks", "long"],
)
def test_a_bad_paste_is_told_at_its_block_and_not_even_kept_as_a_draft(send, text):
    response = send(("paragraph", written(text)))

    assert response.status_code == 200
    assert "body_kk" in response.context["form"].errors
    assert not ArticlePage.objects.exists()


@pytest.mark.parametrize(
    ("language", "words"), [("kk", "U+202E"), ("ru", "невидимые"), ("en", "hidden")]
)
def test_the_refusal_stands_at_the_very_field_in_the_editor_s_language(send, language, words):
    response = send(("heading", "good"), ("heading", "a\u202eb"))

    (error,) = response.context["form"].errors.as_data()["body_kk"]
    with override(language):
        told = error.as_json_data()["blockErrors"]
        assert set(told) == {1}
        assert words in str(told[1])


def test_what_looks_like_a_script_is_text_and_a_link_leads_to_the_web_only(send, client):
    link = {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "javascript:alert(1)"}}}
    typed = '<script>alert(1)</script><img src=x onerror="alert(1)">'
    ranges = [{"offset": 0, "length": 8, "key": 0}]

    send(("paragraph", written(typed, link, ranges)))

    (block,) = ArticlePage.objects.get().get_latest_revision_as_object().body_kk
    assert "<script" not in block.value.source
    assert "<img" not in block.value.source
    assert "javascript:" not in block.value.source


def test_a_quote_without_a_source_stays_a_draft(send, said):
    fields = ("mode", "speaker", "outlet", "link", "language")
    value = {name: said(outlet="")[name] for name in fields}
    quote = ("quote", {**value, "text": written("Words"), "said_on": "2016-06-08"})

    response = send(quote, **{"action-publish": "action-publish"})

    assert response.status_code == 200
    assert "body_kk" in response.context["form"].errors
    assert not ArticlePage.objects.exists()
    send(quote)
    assert not ArticlePage.objects.get().live
