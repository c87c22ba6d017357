"""Whatever stands in the address of a search, its page answers and nothing of it runs."""

import pytest

pytestmark = pytest.mark.usefixtures("texts")

QUESTIONS = (
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)",
    "'; DROP TABLE search_searchdocument; --", "' OR '1'='1", "полиция'", "a'b\\c", "\\", "\\\\'",
    "%", "%%", "_", "%_%", "полици%", "*", "полиц:*", "полиц*", "a & b | !c", "!", "!!a", "(", "()",
    "((((((((((", "<->", "a <2> b", ":", "::", "':*", "\x00", "полиция\x00", "\x1b[31m", "\r\n\t",
    "\u202eполиция", "\u200b", "п\u200bолиция", "\ufeff", "\ufffd", "\U0001f6a8", "\u0301" * 150,
    "İ" * 200, "ß" * 200, "ﷺ" * 200, "а" * 5_000, "а " * 2_000, "1" * 300, "2016-0001-0002-0003",
    "9999-9999999", "٢٠١٦", "№ 2016‑0001", "{{ 7*7 }}", "{% load i18n %}", "%(name)s", "{0}",
    "../../etc/passwd", "кк-KZ", "'", '"', "`", "&lt;b&gt;", "&#60;", "a\u2028b", "\ud7ff", "0",
    "-1",
)  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS, ids=range(len(QUESTIONS)))
def test_a_hostile_question_is_answered_calmly(client, db, question):
    response = client.get("/ru/search/", {"q": question})

    page = response.content.decode()
    assert response.status_code == 200
    assert "\x00" not in page
    assert page.count("<script") == page.count('<script src="/ru/offline.js?')
    assert "<img" not in page
    assert "\u202e" not in page
    assert len(response.context["asked"].text) <= 200


@pytest.mark.parametrize("name", ["type", "region", "level", "year", "page", "lite", "x"])
@pytest.mark.parametrize("value", ["<i>\x00", "٢٠١٦", "9" * 400, "'%s\u202e"])
def test_a_hostile_filter_is_told_or_left_alone(client, db, name, value):
    response = client.get("/kk/search/", {"q": "полиция", name: value})

    page = response.content.decode()
    assert response.status_code == 200
    assert "\x00" not in page
    assert "<i>" not in page
    assert "\u202e" not in page


@pytest.mark.parametrize("query", ["q=%ff%fe", "q=%ED%A0%80", "q[]=1", "&&==", "q=a;b=c", "%00=1"])
def test_a_broken_address_is_answered(client, db, query):
    assert client.get(f"/en/search/?{query}").status_code == 200


def test_a_question_that_is_too_long_is_cut_and_told(client, db):
    page = client.get("/en/search/", {"q": "police " * 60}).content.decode()

    assert "at most 200 characters" in page


def test_only_reading_is_answered(client, db):
    assert client.post("/en/search/", {"q": "police"}).status_code == 405
