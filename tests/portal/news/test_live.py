"""A live post as readers see it: newest first, 20 a page, anchors, and a poll that only counts."""

from datetime import UTC, datetime

import pytest

from portal.news.live import end

LATER = datetime(2016, 7, 18, 12, 0, tzinfo=UTC)


@pytest.fixture
def post(live_post):
    return live_post(entries=45)


@pytest.fixture
def read(client, post):
    def _read(query="", lang="en"):
        return client.get(f"/{lang}/news/{post.slug}/{query}")

    return _read


def numbers(response):
    return [entry.number for entry in response.context["post"].entries]


def test_entries_stand_newest_first_twenty_a_page(read):
    assert numbers(read()) == list(range(45, 25, -1))
    assert numbers(read("?page=3")) == [5, 4, 3, 2, 1]


@pytest.mark.parametrize("query", ["?page=4", "?page=x", "?entry=46", "?entry=x", "?entry=²"])
def test_what_is_not_there_is_not_found(read, query):
    assert read(query).status_code == 404


def test_what_is_known_comes_first_then_key_moments_then_entries(read, post):
    text = read().content.decode()

    parts = ('id="known"', "<li>First en</li>", 'id="keys"', 'id="entries"', 'id="entry-45"')
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert 'href="#entry-41"' in text
    assert 'href="?entry=1#entry-1"' in text


def test_a_link_to_an_entry_opens_the_page_on_which_it_stands(read):
    assert 7 in numbers(read("?entry=7"))
    assert 'id="entry-7"' in read("?entry=7").content.decode()


def test_every_entry_says_its_time_source_and_decision(read):
    text = read().content.decode()

    entry = text[text.index('id="entry-45"') : text.index('id="entry-44"')]
    assert "18 July 2016" in entry
    assert "24KZ" in entry
    assert "in Russian" in entry


def test_without_script_there_is_a_link_and_the_time(read):
    text = read().content.decode()

    assert ">Refresh</a>" in text
    assert "As of <time" in text
    assert 'role="status"></b>' in text
    assert "portal/js/live" in text


def test_an_ended_post_says_so_and_is_read_from_its_beginning_on_request(read, post):
    assert numbers(read("?order=oldest"))[0] == 45
    end(post, by=None, at=LATER)

    text = read().content.decode()
    assert "This live post has ended" in text
    assert "portal/js/live" not in text
    assert "?order=oldest" in text
    assert numbers(read("?order=oldest"))[:2] == [1, 2]
    assert numbers(read("?order=oldest&page=3")) == [41, 42, 43, 44, 45]


def test_a_post_without_entries_or_english_is_a_page(live_post, client):
    post = live_post(english=False)
    assert "Записей пока нет" in client.get(f"/ru/news/{post.slug}/").content.decode()


def test_entries_without_english_are_told_and_shown_in_their_languages(live_post, client):
    post = live_post(entries=1, english=False)
    for name in ("headline", "lead"):
        setattr(post, f"{name}_en", "English")
    post.save_revision().publish()

    text = client.get(f"/en/news/{post.slug}/").content.decode()

    assert '<div lang="kk"><h3 id="entry-1-head">Entry 1 kk</h3>' in text
    assert '<div lang="ru"><h3>Entry 1 ru</h3>' in text
    assert "Not yet available in English" in text


def test_a_preview_of_a_new_post_has_no_entries_and_does_not_fail(rf, live_post):
    post = live_post(publish=False)

    answer = post.make_preview_request(preview_mode="ru")

    assert answer.status_code == 200


def test_the_poll_counts_what_is_new_and_keeps_its_tag(client, post, django_assert_max_num_queries):
    address = f"/kk/news/{post.slug}/entries/"
    with django_assert_max_num_queries(1):
        answer = client.get(f"{address}?after=42")

    assert answer.json() == {"new": 3, "ended": False}
    assert "cookie" not in answer.headers.get("Vary", "").lower()
    again = client.get(f"{address}?after=42", headers={"if-none-match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(f"{address}?after=45").json()["new"] == 0
    assert client.get(f"{address}?after=99").json()["new"] == 0


@pytest.mark.parametrize("after", ["x", "-1", "9999999999", "1;2", "²"])
def test_a_malformed_poll_is_refused(client, post, after):
    assert client.get(f"/kk/news/{post.slug}/entries/", {"after": after}).status_code == 400


def test_only_a_public_live_post_is_polled(client, live_post, write):
    draft, article = live_post(publish=False), write({"kk": "Бір", "ru": "Один"})

    for page in (draft, article):
        assert client.get(f"/kk/news/{page.slug}/entries/").status_code == 404
