"""What readers were told stays as it was: the database refuses, whoever asks it and however."""

import pytest
from django.db import IntegrityError, connection, transaction

from portal.news.migrations import guards
from portal.news.models import LiveEntry, LiveSummary, Update

THREE = {"kk": "Тақырып", "ru": "Заголовок", "en": "Headline"}


@pytest.fixture
def post(live_post):
    return live_post(entries=1, english=False)


@pytest.fixture
def line(post):
    return Update.objects.create(
        page_id=post.pk, at=post.published_at, kind="CORRECTION", text_kk="Түзету", text_ru="Правка"
    )


def run(statement, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def refused(statement, *values):
    with pytest.raises(IntegrityError):
        run(statement, *values)


def test_every_guard_stands(db):
    assert guards.missing(connection) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [("text_kk", "x"), ("text_ru", ""), ("kind", "ADDITION"), ("at", "2030-01-01 00:00:00")],
)
def test_a_line_of_the_log_does_not_change(line, column, value):
    refused(f"UPDATE news_update SET {column} = %s WHERE id = %s", value, line.pk)


def test_a_line_of_the_log_is_not_removed(line):
    refused("DELETE FROM news_update WHERE id = %s", line.pk)


def test_a_missing_language_is_added_to_the_log_once(line):
    run("UPDATE news_update SET text_en = 'Correction' WHERE id = %s", line.pk)

    refused("UPDATE news_update SET text_en = 'Another' WHERE id = %s", line.pk)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("headline_kk", "x"), ("text_ru", "x"), ("number", 7), ("source", "x"),
        ("at", "2030-01-01 00:00:00"), ("published_at", None), ("is_machine_kk", True),
    ],
)  # fmt: skip
def test_a_public_entry_does_not_change(post, column, value):
    entry = post.entries.get()

    refused(f"UPDATE news_liveentry SET {column} = %s WHERE id = %s", value, entry.pk)


def test_a_public_entry_is_not_removed(post):
    refused("DELETE FROM news_liveentry WHERE page_id = %s", post.pk)


def test_a_draft_of_an_entry_may_change_and_go(post):
    draft = LiveEntry.objects.create(page=post, headline_ru="Черновик")

    run("UPDATE news_liveentry SET headline_ru = 'Иначе' WHERE id = %s", draft.pk)
    draft.delete()

    assert post.entries.count() == 1


def test_a_person_s_words_may_replace_a_machine_s_and_then_stay(post):
    entry = post.entries.get()
    by_machine = (
        "UPDATE news_liveentry SET headline_en = 'Raw', text_en = 'Raw', is_machine_en = %s"
    )
    run(f"{by_machine} WHERE id = %s", True, entry.pk)

    run(
        "UPDATE news_liveentry SET headline_en = 'Read', is_machine_en = %s WHERE id = %s",
        False,
        entry.pk,
    )

    refused("UPDATE news_liveentry SET headline_en = 'Again' WHERE id = %s", entry.pk)
    refused("UPDATE news_liveentry SET is_machine_en = %s WHERE id = %s", True, entry.pk)


def test_what_was_known_stays_in_history(post):
    known = LiveSummary.objects.get(page=post)

    refused("UPDATE news_livesummary SET text_kk = 'x' WHERE id = %s", known.pk)
    refused("DELETE FROM news_livesummary WHERE id = %s", known.pk)


@pytest.mark.parametrize("table", ["news_update", "news_liveentry", "news_livesummary"])
def test_no_way_round_by_replacing_or_emptying(post, line, table):
    if connection.vendor == "sqlite":
        copy = f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"
        refused(copy)
    else:
        run("SET CONSTRAINTS ALL IMMEDIATE")
        refused(f"TRUNCATE {table} CASCADE")


@pytest.mark.parametrize("lacking", ["headline_kk", "headline_ru", "text_kk", "text_ru", "source"])
def test_an_entry_is_not_public_with_a_gap(post, lacking):
    words = {f"{name}_{lang}": "x" for name in ("headline", "text") for lang in ("kk", "ru")}
    facts = {"number": 2, "at": post.published_at, "published_at": post.published_at}

    with pytest.raises(IntegrityError), transaction.atomic():
        LiveEntry.objects.create(page=post, **{**words, **facts, "source": "24KZ", lacking: ""})
