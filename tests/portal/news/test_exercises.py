"""Announcements of exercises: seen where they are held until they end, and never a level."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from guidance.models import Region
from portal.news.models import StatementPage
from tests.portal.news.test_editing import form

STARTS = datetime(2016, 6, 10, 4, 0, tzinfo=UTC)
ENDS = STARTS + timedelta(hours=5)
SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)
WORDS = {"kk": "Оқу-жаттығу болады", "ru": "Пройдёт учение", "en": "A drill will be held"}
REGION, TOWN, ALMATY = (f"/en/regions/{slug}/" for slug in ("aqtobe", "aqtobe-town", "almaty"))
BEFORE, WITHIN = STARTS - DAY, STARTS + MINUTE


@pytest.fixture
def announce(write):
    """Return a function that publishes the announcement of an exercise."""

    def _announce(*codes, starts=STARTS, ends=ENDS, headlines=WORDS, **facts):
        hours = {"exercise_starts_at": starts, "exercise_ends_at": ends}
        places = codes or ("KZ-15",)
        with time_machine.travel(STARTS - 3 * DAY, tick=False):
            return write(headlines, model=StatementPage, codes=places, **hours, **facts)

    return _announce


@pytest.fixture
def read(client):
    """Return a function that reads an address at an instant."""

    def _read(address, at):
        with time_machine.travel(at, tick=False):
            response = client.get(address)
        assert response.status_code == 200
        return response

    return _read


def notes(response):
    found = re.findall(r'<section class="note exer".*?</section>', response.text, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", note).split()) for note in found]


def on_home(response):
    block = re.search(
        r'<section [^>]*aria-labelledby="exercises">.*?</section>', response.text, re.DOTALL
    )
    return re.findall(r'<a href="/en/news/[^"]*">([^<]*)</a>', block[0]) if block else []


def lines(response):
    return re.findall(r'<aside class="strip exer".*?</aside>', response.text, re.DOTALL)


@pytest.mark.parametrize("hours", [(STARTS, None), (None, ENDS), (ENDS, STARTS), (STARTS, STARTS)])
def test_an_exercise_has_both_hours_in_their_order(announce, hours):
    page = announce()
    page.exercise_starts_at, page.exercise_ends_at = hours

    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert {"exercise_starts_at", "exercise_ends_at"} & set(refused.value.message_dict)
    rows = StatementPage.objects.filter(pk=page.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(exercise_starts_at=hours[0], exercise_ends_at=hours[1])


@pytest.mark.parametrize(
    ("at", "state"),
    [
        (BEFORE, "Planned"),
        (STARTS - SECOND, "Planned"),
        (STARTS, "Under way"),
        (ENDS - SECOND, "Under way"),
        (ENDS, None),
    ],
)
def test_stands_on_the_page_of_the_place_until_it_ends(announce, read, at, state):
    Region.objects.filter(code="KZ-15").update(time_zone="Asia/Aqtobe")
    announce()

    told = notes(read(REGION, at))

    assert told == (
        []
        if state is None
        else [
            "EXERCISE. This is not a real alert A drill will be held"
            f" {state} · Aktobe Region · 10 June 2016, 09:00–14:00 (UTC+5)"
        ]
    )


@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ("KZ", (REGION, TOWN, ALMATY)),
        ("KZ-15", (REGION, TOWN)),
        ("KZ-15-aqtobe", (REGION, TOWN)),
        ("KZ-75", (ALMATY,)),
    ],
)
def test_is_told_inside_and_around_where_it_is_held(announce, read, code, seen):
    announce(code)

    assert tuple(page for page in (REGION, TOWN, ALMATY) if notes(read(page, BEFORE))) == seen


def test_is_never_a_level(announce, read):
    def shown():
        pages = [read(page, WITHIN).text for page in (REGION, "/en/regions/", "/en/")]
        marks = [re.findall(r"data-(?:level|state)=\"[^\"]*\"", page) for page in pages]
        answers = [
            read(f"/api/v1/{path}", WITHIN).content for path in ("situation", "regions/KZ-15")
        ]
        return marks, answers

    before = shown()
    announce("KZ")

    assert shown() == before


@pytest.mark.parametrize(
    ("at", "is_told"), [(BEFORE, 0), (STARTS, 1), (ENDS - SECOND, 1), (ENDS, 0)]
)
def test_the_strip_of_every_page_tells_only_while_it_is_under_way(announce, read, at, is_told):
    announce()

    told = lines(read("/en/history/", at))

    assert len(told) == is_told
    assert all(
        '<a href="/en/news/' in line and 'data-until="2016-06-10T09:00Z"' in line for line in told
    )


def test_home_tells_of_exercises_within_two_weeks(announce, read):
    announce(starts=STARTS + 20 * DAY, ends=ENDS + 20 * DAY)

    assert on_home(read("/en/", STARTS + 6 * DAY)) == []
    assert on_home(read("/en/", STARTS + 6 * DAY + SECOND)) == [WORDS["en"]]


def test_home_tells_of_three_exercises_the_first_ones_first(announce, read):
    for days in (4, 2, 3, 1):
        words = {lang: f"{text}: {days}" for lang, text in WORDS.items()}
        announce(starts=STARTS + days * DAY, ends=ENDS + days * DAY, headlines=words)

    told = on_home(read("/en/", STARTS))

    assert told == [f"{WORDS['en']}: {days}" for days in (1, 2, 3)]


def test_the_list_marks_the_regions(announce, read):
    announce("KZ-15-aqtobe")

    rows = read("/en/regions/", WITHIN).text.split("<tr ")

    marked = [row for row in rows if "small exer" in row]
    assert len(marked) == 1
    assert 'data-place="KZ-15"' in marked[0]
    assert ">Exercise</a>: <b>Under way · </b>10 June 2016, 10:00–15:00" in marked[0]


@pytest.mark.parametrize(
    ("at", "state"), [(BEFORE, "Planned"), (STARTS, "Under way"), (ENDS, "Over")]
)
def test_the_page_of_exercises_says_how_far_it_is(announce, read, at, state):
    announce()

    assert f"<b>{state}</b> · 10 June 2016, 10:00–15:00" in read("/en/exercises/", at).text


def test_the_announcement_itself_has_the_purple_frame(announce, read):
    page = announce()

    told = read(f"/en/news/{page.slug}/", ENDS)

    assert 'class="sheet exer"' in told.text
    assert "alert Over · Aktobe Region" in notes(told)[0]


def test_what_is_not_translated_is_offered_in_its_own_languages(announce, read):
    announce(headlines={lang: WORDS[lang] for lang in ("kk", "ru")})

    page = read(REGION, BEFORE).text

    assert '<p lang="ru"><a href="/ru/news/' in page


def test_is_gone_when_its_hours_are_taken_away_or_it_is_withdrawn(announce, read):
    page, other = (
        announce(),
        announce(headlines={lang: f"{text} 2" for lang, text in WORDS.items()}),
    )
    assert len(notes(read(REGION, BEFORE))) == 2

    other.exercise_starts_at = other.exercise_ends_at = None
    other.save_revision().publish()
    assert len(notes(read(REGION, BEFORE))) == 1
    page.unpublish()

    assert notes(read(REGION, BEFORE)) == []


def test_a_page_is_kept_no_longer_than_until_it_begins_or_ends(announce, read):
    announce()

    kept = {
        at: read(address, at)["Cache-Control"]
        for at, address in ((STARTS - 2 * SECOND, REGION), (ENDS - SECOND, "/en/"), (ENDS, REGION))
    }

    assert [value.partition("max-age=")[2] for value in kept.values()] == ["2", "1", "4"]


def test_costs_nothing_once_read(announce, read):
    def cost():
        read("/en/history/", WITHIN)
        with CaptureQueriesContext(connection) as asked:
            assert read("/en/history/", WITHIN)
        return len(asked)

    before = cost()
    announce("KZ-15", "KZ-75")

    assert cost() == before


@pytest.mark.parametrize("action", [{}, {"action-publish": "1"}])
@pytest.mark.parametrize(
    ("hours", "field"),
    [
        (("2016-06-10 09:00", ""), "exercise_ends_at"),
        (("", "2016-06-10 09:00"), "exercise_starts_at"),
        (("2016-06-10 09:00", "2016-06-10 09:00"), "exercise_ends_at"),
    ],
)
def test_the_editor_is_told_at_the_field(news, editor, signed_in, hours, field, action):
    sent = form(issued_by="", signed_by="", act_number="", document="", **action)
    sent |= dict(zip(("exercise_starts_at", "exercise_ends_at"), hours, strict=True))
    address = reverse("wagtailadmin_pages:add", args=["news", "statementpage", news.pk])

    answer = signed_in(editor).post(address, sent)

    assert answer.status_code == 200
    assert len(answer.context["form"].errors[field]) == 1
    assert not StatementPage.objects.exists()
