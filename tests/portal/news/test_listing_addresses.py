"""What a reader is told whose address asks a list for what it does not have."""

from datetime import UTC, datetime, timedelta

import pytest

THREE = {"kk": "Қазақша тақырып", "ru": "Русский заголовок", "en": "English headline"}
JUNE = datetime(2016, 6, 6, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("?type=gossip", "There is no such type: gossip."),
        ("?region=KZ-99", "There is no such region: KZ-99."),
        ("?region=%00", "There is no such region"),
        ("?topic=sports", "There is no such topic: sports."),
        ("?year=1916", "There is nothing from the year 1916."),
        ("?year=last", "There is nothing from the year last."),
        ("?year=" + "9" * 5000, "There is nothing from the year 9"),
        ("?year=2016&month=13", "There is no such month: 13."),
        ("?month=6", "A month is chosen together with its year."),
        ("?type=news&type=advice", "“type” is given more than once."),
        ("?page=1&page=2", "“page” is given more than once."),
        ("?page=7", "This list has no page 7."),
        ("?page=0", "This list has no page 0."),
        ("?page=x", "This list has no page x."),
        ("?page=-1", "This list has no page -1."),
        ("?page=1.0", "This list has no page 1.0."),
        ("?page=٣", "This list has no page ٣."),
        ("?page=" + "9" * 5000, "This list has no page 9"),
    ],
)
def test_an_address_that_asks_in_vain_is_told_so_and_led_to_the_whole_list(
    write, client, query, message
):
    write(THREE)

    response = client.get(f"/en/news/{query}")

    text = response.content.decode()
    assert response.status_code == 200
    assert message in text
    assert "English headline" not in text
    assert 'href="/en/news/"' in text.split('id="unknown"')[1]
    assert 'content="noindex, follow"' in text


def test_what_a_reader_typed_is_escaped(write, client):
    response = client.get("/en/news/?type=<script>")

    assert b"<script>" not in response.content


def test_an_unknown_value_is_answered_with_what_can_be_chosen(write, client):
    write(THREE)

    text = client.get("/en/news/?type=gossip&region=KZ-15").content.decode()

    told = text.split('id="unknown"')[1].split("<footer")[0]
    assert '<a href="?type=comment&amp;region=KZ-15">Expert comment</a>' in told
    assert "gossip" not in told.split("</p>", 1)[1]


def test_a_page_that_does_not_exist_leads_to_the_first_and_the_last(write, client):
    for hour in range(21):
        write(THREE, at=JUNE + timedelta(hours=hour))

    text = client.get("/en/news/?type=news&page=900").content.decode()

    told = text.split('id="unknown"')[1]
    assert '<a href="?type=news">The first page</a>' in told
    assert '<a href="?type=news&amp;page=2">The last page</a>' in told


@pytest.mark.parametrize("query", ["?colour=red", "?utm_source=x&type=news", "?%00=1", "?page[]=2"])
def test_an_unknown_filter_is_named_above_the_list_with_those_that_exist(write, client, query):
    write(THREE)

    response = client.get(f"/en/news/{query}")

    text = response.content.decode()
    told = text.split('id="strange"')[1]
    assert response.status_code == 200
    assert "This list has no filter" in told
    assert "Organisation" in told or "Topic <code>topic</code>" in told
    assert "English headline" in told
    assert 'content="noindex, follow"' in text


def test_no_language_is_left_without_words_for_it(write, client):
    write(THREE)

    for lang in ("kk", "ru"):
        text = client.get(f"/{lang}/news/?colour=red&type=gossip&page=9").content.decode()
        assert "no filter" not in text
        assert "There is no" not in text
