"""The second reader: nobody publishes what they wrote, and what is read is what goes out."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now
from wagtail.models import TaskState

from portal.accounts.groups import NEWS_CHIEFS, NEWS_EDITORS, NEWS_WRITERS
from portal.home.second_reader import ask_for_a_second_reader
from portal.news.models import ArticlePage, SecondReading
from portal.news.reading import TextHasChanged
from tests.people import sign_in

THREE = {"kk": "Тақырып", "ru": "Заголовок", "en": "Headline"}


@pytest.fixture
def people(home):
    """Make a newsroom: a writer, two editors, a chief."""
    groups = {
        "writer": NEWS_WRITERS,
        "one": NEWS_EDITORS,
        "two": NEWS_EDITORS,
        "chief": NEWS_CHIEFS,
    }
    made = {}
    for name, group in groups.items():
        made[name] = get_user_model().objects.create_user(username=name, password="x")
        made[name].groups.add(Group.objects.get(name=group))
    return made


@pytest.fixture
def sent(write, people):
    """Return a function that sends an article by somebody to a second reader."""

    def _sent(by: str = "writer", **facts):
        page = write(THREE, publish=False, **facts)
        page.save_revision(user=people[by])
        page.get_workflow().start(page, people[by])
        return ArticlePage.objects.get(pk=page.pk)

    return _sent


def desk_of(person):
    return sign_in(Client(), person)


def decide(person, page, decision="approve", **fields):
    data = {"decision": decision, "version": page.current_workflow_task_state.revision_id, **fields}
    return desk_of(person).post(reverse("second_reading", args=[page.pk]), data)


def is_live(page) -> bool:
    return ArticlePage.objects.get(pk=page.pk).live


def test_setup_makes_it_once_and_leaves_another_workflow_alone(news):
    ask_for_a_second_reader(news)

    assert SecondReading.objects.count() == 1
    assert isinstance(news.get_workflow().tasks.get().specific, SecondReading)


@pytest.mark.parametrize("name", ["writer", "one"])
def test_whoever_is_no_chief_publishes_nothing_alone(people, write, name):
    page = write(THREE, publish=False)
    tester = page.permissions_for_user(people[name])

    assert not tester.can_publish()
    assert not tester.can_unpublish()
    assert tester.can_submit_for_moderation()


def test_a_chief_may_publish_alone(people, write):
    assert write(THREE, publish=False).permissions_for_user(people["chief"]).can_publish()


@pytest.mark.parametrize("reader", ["one", "two", "chief"])
def test_another_person_approves_and_the_page_is_live(sent, people, reader):
    page = sent(by="writer")

    answer = decide(people[reader], page)

    assert answer.status_code == 302
    assert is_live(page)
    assert page.get_latest_revision().task_states.get().finished_by == people[reader]


@pytest.mark.parametrize(
    ("author", "reader"),
    [("one", "one"), ("chief", "chief"), ("writer", "writer"), ("one", "writer")],
)
def test_neither_the_author_nor_a_writer_approves(sent, people, author, reader):
    page = sent(by=author)

    answer = decide(people[reader], page)

    assert answer.status_code == 302  # Wagtail leads whoever may not back to the first page
    assert not is_live(page)


def test_whoever_saved_any_version_since_publication_is_no_second_reader(sent, write, people):
    page = write(THREE, publish=False)
    page.save_revision(user=people["one"])
    page.save_revision(user=people["writer"])
    page.get_workflow().start(page, people["writer"])

    decide(people["one"], page)
    assert not is_live(page)

    decide(people["two"], page)
    assert is_live(page)


def test_who_wrote_what_is_live_may_read_the_next_version(sent, people):
    page = sent(by="one")
    decide(people["two"], page)
    page = ArticlePage.objects.get(pk=page.pk)
    page.save_revision(user=people["two"])
    page.get_workflow().start(page, people["two"])

    decide(people["one"], page)

    assert not page.workflow_in_progress
    assert is_live(page)


def test_wagtails_own_doors_let_no_author_through(sent, people):
    page = sent(by="one")
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])

    desk_of(people["one"]).post(address)

    assert not is_live(page)
    assert page not in [s.workflow_state.content_object for s in
                        TaskState.objects.reviewable_by(people["one"])]  # fmt: skip
    desk_of(people["two"]).post(address)
    assert is_live(page)


def test_nobody_edits_a_page_while_it_is_read(sent, people):
    page = sent(by="writer")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])

    for name in ("writer", "one", "chief"):
        answer = desk_of(people[name]).get(address)
        assert answer.context["locked_for_user"]
        assert "екінші оқырман" in " ".join(map(str, answer.context["messages"]))
        assert reverse("second_reading", args=[page.pk]) in answer.content.decode()


def test_a_version_that_was_not_sent_is_never_published(sent, people):
    page = sent(by="writer")
    sent_version = page.current_workflow_task_state.revision_id
    page.headline_kk = "Slipped in"
    page.save_revision(user=people["writer"])

    answer = decide(people["one"], page)

    assert answer.status_code == 200
    assert not is_live(page)
    with pytest.raises(TextHasChanged):
        page.current_workflow_task.on_action(
            page.current_workflow_task_state, people["one"], "approve"
        )
    assert page.current_workflow_task_state.revision_id == sent_version


def test_a_form_opened_before_the_last_version_decides_nothing(sent, people):
    page = sent(by="writer")

    answer = decide(people["one"], page, version=1)

    assert answer.status_code == 200
    assert not is_live(page)


def test_sending_back_needs_a_reason_and_opens_the_page_again(sent, people):
    page = sent(by="writer")

    refused = decide(people["one"], page, "reject")
    assert set(refused.context["form"].errors) == {"note"}

    decide(people["one"], page, "reject", note="The lead says nothing.")

    assert not page.workflow_in_progress
    assert page.workflow_states.get().status == "needs_changes"
    assert not is_live(page)


def test_the_page_of_the_reading_shows_every_language_as_a_reader_gets_it(sent, people):
    page = sent(by="writer")
    desk = desk_of(people["one"])

    text = desk.get(reverse("second_reading", args=[page.pk])).content.decode()

    for code, headline in THREE.items():
        address = reverse("second_reading_preview", args=[page.pk, code])
        assert address in text
        shown = desk.get(address)
        assert headline in shown.content.decode()
        assert "frame-ancestors 'self'" in shown["Content-Security-Policy"]
    assert desk.get(reverse("second_reading_preview", args=[page.pk, "de"])).status_code == 404


def test_a_scheduled_page_is_approved_now_and_published_at_its_time(sent, people):
    page = sent(by="writer", go_live_at=now() + timedelta(days=1))

    decide(people["one"], page)

    page = ArticlePage.objects.get(pk=page.pk)
    assert not page.live
    assert page.scheduled_revision is not None


def test_what_nobody_sent_has_no_reading(write, people):
    page = write(THREE, publish=False)

    assert desk_of(people["one"]).get(reverse("second_reading", args=[page.pk])).status_code == 404


def test_a_draft_with_gaps_is_not_published_in_bulk(write, people):
    page = write({"kk": "Тақырып"}, publish=False)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    answer = desk_of(people["chief"]).post(f"{address}?id={page.pk}", {})

    assert answer.status_code < 500
    assert not is_live(page)
