"""How many queries the pages of the newsroom cost in a warm process, and what each is for."""

from datetime import UTC, datetime

import pytest

from guidance.models import EmergencyNumber
from portal.news.models import CorrectionPage, Source, StatementPage, Topic

THREE = {"kk": "Бір тақырып", "ru": "Один заголовок", "en": "One headline"}
JUNE = datetime(2016, 6, 6, 9, 0, tzinfo=UTC)

# Every page: which site answers, its home page, the head of the ledger (the situation is kept
# in the process while the head stays).
FRAME = 3
# Home: the three lists in one query, the regions of their rows, the sizes of the pictures.
HOME = FRAME + 3
# A page of the guide: the row in the tree, the page itself, the law behind the scale; a level's
# page also when it was in force before, and those declarations with their places.
GUIDE = FRAME + 5
# An article, a statement or a notice: the page with its picture and frozen levels, whatever its
# type; its regions, topics, sources and updates; related pages.
ARTICLE = FRAME + 1 + 4 + 1
# A statement has the former names of its issuer too.
STATEMENT = ARTICLE + 1
# A live post has no related pages, but what is known, how many entries there are, a page of them
# (their corrections are among the updates) and the key moments.
LIVE = FRAME + 1 + 4 + 4
# The list: the row in the tree, the page itself; the topics and organisations of the filters; when
# the first and the last article are dated, which years have any, how many each month; how many rows
# there are, the rows, their regions, the sizes of their pictures.
LISTING = FRAME + 11

LIMITS = {"home": 8, "guide": 8, "article": 12, "listing": 15}


@pytest.fixture
def warm(client):
    """Return a function that asks for a page until the process knows what it may keep."""

    def _warm(address: str) -> str:
        for _ in range(2):
            assert client.get(address).status_code == 200
        return address

    return _warm


@pytest.fixture
def full_article(write):
    def _full_article(**facts):
        page = write(THREE, codes=("KZ", "KZ-15"), **facts)
        page.topics.set(Topic.objects.all())
        page.sources.set(
            [Source(outlet="24KZ", language="ru"), Source(outlet="BBC", language="en")]
        )
        page.save_revision().publish()
        page.updates.create(at=JUNE, kind="ADDITION", text_kk="қ", text_ru="р", text_en="e")
        return page

    return _full_article


def test_the_limits_hold():
    assert LIMITS["home"] >= HOME
    assert LIMITS["guide"] >= GUIDE
    assert LIMITS["article"] >= max(STATEMENT, LIVE)
    assert LIMITS["listing"] >= LISTING


def test_home(full_article, client, warm, django_assert_max_num_queries):
    for kind in ("NEWS", "ADVICE", "COMMENT"):
        full_article(kind=kind)
    full_article(model=StatementPage)
    address = warm("/kk/")

    with django_assert_max_num_queries(HOME):
        client.get(address)


@pytest.mark.parametrize("path", ["levels", "levels/yellow", "levels/red", "about"])
def test_guide(home, client, warm, django_assert_max_num_queries, path):
    address = warm(f"/ru/{path}/")

    with django_assert_max_num_queries(GUIDE):
        client.get(address)


def test_article(full_article, client, warm, django_assert_max_num_queries):
    page, _other = full_article(), full_article()
    address = warm(f"/ru/news/{page.slug}/")

    with django_assert_max_num_queries(ARTICLE):
        client.get(address)


@pytest.mark.parametrize(("model", "most"), [(StatementPage, STATEMENT), (CorrectionPage, ARTICLE)])
def test_other_types_cost_hardly_more(
    full_article, client, warm, django_assert_max_num_queries, model, most
):
    other = full_article()
    corrects = {"corrects_page": other} if model is CorrectionPage else {}
    page = full_article(model=model, **corrects)
    address = warm(f"/ru/news/{page.slug}/")

    with django_assert_max_num_queries(most):
        client.get(address)


@pytest.mark.parametrize("entries", [1, 45])
def test_a_live_post_costs_the_same_whatever_it_tells(
    full_article, live_post, client, warm, django_assert_max_num_queries, entries
):
    post = live_post(entries=entries)
    post.topics.set(Topic.objects.all())
    post.save_revision().publish()
    address = warm(f"/ru/news/{post.slug}/")

    with django_assert_max_num_queries(LIVE):
        client.get(address)
    with django_assert_max_num_queries(LIVE + 1):  # where the named entry stands
        client.get(f"{address}?entry=1")


@pytest.mark.parametrize("rows", [1, 12])
def test_a_longer_list_costs_no_more(
    full_article, client, warm, django_assert_max_num_queries, rows
):
    for _ in range(rows):
        full_article()
    address = warm("/en/news/?type=news&region=KZ-15&topic=levels&year=2016")

    with django_assert_max_num_queries(LISTING):
        client.get(address)


def test_the_numbers_to_call_cost_nothing(home, client, warm, django_assert_max_num_queries):
    EmergencyNumber.objects.create(number="112", name_kk="а", name_ru="б", name_en="c")
    address = warm("/kk/about/")

    with django_assert_max_num_queries(FRAME + 2):
        client.get(address)
