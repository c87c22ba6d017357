"""How the newsroom runs a live post: one form, one step, and nothing rewritten afterwards."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils.timezone import localtime, now

from portal.accounts.groups import NEWS_EDITORS, NEWS_WRITERS
from portal.news.models import LiveEntry, LiveSummary, Update

WORDS = {
    "headline_kk": "Жаңа хабар", "headline_ru": "Новая запись", "headline_en": "A new entry",
    "text_kk": "Мәтін", "text_ru": "Текст", "text_en": "Text",
}  # fmt: skip


def entry(action="publish", **extra):
    return {
        **WORDS, "kind": "KEY", "source": "24KZ", "key": str(uuid4()), "action": action, **extra,
    }  # fmt: skip


@pytest.fixture
def post(live_post):
    return live_post()


@pytest.fixture
def desk(editor, signed_in):
    return signed_in(editor)


@pytest.fixture
def address(post):
    return f"/admin/live/{post.pk}/"


def test_an_entry_goes_out_in_one_step(desk, address, post, client):
    assert desk.post(address, entry()).status_code == 302

    shown = client.get(f"/ru/news/{post.slug}/").content.decode()
    assert "Новая запись" in shown
    assert 'id="entry-1"' in shown
    assert LiveEntry.objects.get().author.username == "editor"


def test_one_form_sent_twice_makes_one_entry(desk, address):
    sent = entry()

    assert [desk.post(address, sent).status_code for _ in range(2)] == [302, 302]
    assert LiveEntry.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"headline_kk": ""}, "headline_kk"),
        ({"text_ru": ""}, "text_ru"),
        ({"text_en": ""}, "text_en"),
        ({"source": ""}, "source"),
        ({"declaration": "2030-9999"}, "declaration"),
        ({"text_kk": "<script>x</script>"}, "text_kk"),
        ({"headline_ru": "пере\u202eворот"}, "headline_ru"),
        ({"headline_ru": "x" * 161}, "headline_ru"),
        ({"text_ru": "x" * 3000}, "text_ru"),
        ({"source_address": "javascript:alert(1)"}, "source_address"),
        ({"kind": "LOUD"}, "kind"),
        ({"key": "no key"}, "key"),
        ({"at": localtime(now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")}, "at"),
    ],
)
def test_what_cannot_go_out_is_told_at_the_field(desk, address, changes, field):
    response = desk.post(address, entry(**changes))

    assert response.status_code == 422
    assert set(response.context["entry_form"].errors) == {field}
    assert not LiveEntry.objects.exists()


def test_a_draft_may_have_gaps_and_goes_out_later(desk, address, post):
    desk.post(address, entry("draft", headline_kk="", text_kk="", source=""))
    draft = LiveEntry.objects.get()
    assert draft.published_at is None

    desk.post(f"/admin/live/entries/{draft.pk}/", entry(key=str(draft.key)))

    assert LiveEntry.objects.get().number == 1


def test_a_draft_can_be_thrown_away(desk, address):
    desk.post(address, entry("draft"))

    desk.post(f"/admin/live/entries/{LiveEntry.objects.get().pk}/discard/")

    assert not LiveEntry.objects.exists()


def test_nothing_goes_out_before_the_page_does(desk, live_post):
    post = live_post(publish=False)

    assert desk.post(f"/admin/live/{post.pk}/", entry()).status_code == 200
    assert not LiveEntry.objects.exists()
    assert LiveSummary.objects.get(page=post).published_at is None

    post.save_revision().publish()

    assert LiveSummary.objects.get(page=post).published_at is not None


def test_a_public_entry_is_corrected_in_sight_and_not_rewritten(desk, address, post, client):
    desk.post(address, entry())
    public = LiveEntry.objects.get()
    own = f"/admin/live/entries/{public.pk}/"

    desk.post(own, entry(headline_ru="Другая"))
    right = {"kind": "CORRECTION", "text_kk": "Дұрысы", "text_ru": "Верно так", "text_en": "Right"}
    desk.post(f"{own}correct/", right)

    desk.post(f"{own}discard/")
    public.refresh_from_db()
    assert public.headline_ru == "Новая запись"
    shown = client.get(f"/ru/news/{post.slug}/").content.decode()
    assert shown.count("<p>Верно так</p>") == 2  # under the entry, and in the log
    assert client.get("/ru/news/").context["listing"].page[0].was_corrected


@pytest.mark.parametrize("lacking", ["text_kk", "text_ru", "text_en", "kind"])
def test_a_correction_speaks_every_language_of_its_entry(desk, address, lacking):
    desk.post(address, entry())
    right = {"kind": "CORRECTION", "text_kk": "а", "text_ru": "б", "text_en": "c", lacking: ""}

    response = desk.post(f"/admin/live/entries/{LiveEntry.objects.get().pk}/correct/", right)

    assert set(response.context["correction_form"].errors) == {lacking}
    assert not Update.objects.exists()


def test_a_language_is_added_later_and_a_machine_s_words_say_so(desk, address, post, client):
    desk.post(address, entry(headline_en="", text_en=""))
    public = LiveEntry.objects.get()
    own = f"/admin/live/entries/{public.pk}/"
    english = f"/en/news/{post.slug}/"
    assert "Not yet available in English" in client.get(english).content.decode()

    machine = {"headline_en": "Raw", "text_en": "Raw text", "is_machine_en": "on"}
    assert desk.post(own, machine).status_code == 302
    assert "Machine translation" in client.get(english).content.decode()
    assert desk.post(own, {"headline_en": "Read", "text_en": "Read text"}).status_code == 302

    shown = client.get(english).content.decode()
    assert "Read text" in shown
    assert "Machine translation" not in shown


def test_what_is_known_is_pinned_anew_and_keeps_its_history(desk, address, post, client):
    facts = {f"known-text_{code}": f"One {code}\nTwo {code}" for code in ("kk", "ru", "en")}

    assert desk.post(f"{address}known/", facts).status_code == 302

    assert "<li>Two ru</li>" in client.get(f"/ru/news/{post.slug}/").content.decode()
    assert LiveSummary.objects.filter(page=post).count() == 2
    assert desk.post(f"{address}known/", {**facts, "known-text_kk": ""}).status_code == 422


def test_a_post_ends_and_may_go_on(desk, address, post, client):
    desk.post(f"{address}end/")
    assert "Онлайн-хроника завершена" in client.get(f"/ru/news/{post.slug}/").content.decode()

    desk.post(f"{address}reopen/")
    assert "Онлайн-хроника завершена" not in client.get(f"/ru/news/{post.slug}/").content.decode()


def test_an_editor_s_entry_waits_for_no_second_reader(address, signed_in):
    editor = get_user_model().objects.create_user(username="one-of-many", password="x")
    editor.groups.add(Group.objects.get(name=NEWS_EDITORS))

    signed_in(editor).post(address, entry())

    assert LiveEntry.objects.get().number == 1


def test_a_writer_drafts_and_publishes_nothing(address, post, signed_in):
    writer = get_user_model().objects.create_user(username="writer", password="x")
    writer.groups.add(Group.objects.get(name=NEWS_WRITERS))
    desk = signed_in(writer)

    for step, sent in ((address, entry()), (f"{address}known/", {}), (f"{address}end/", {})):
        assert desk.post(step, sent).url == "/admin/"  # Wagtail's way to say that one may not
    assert 'value="publish"' not in desk.get(address).content.decode()
    assert not LiveEntry.objects.exists()
    assert desk.post(address, entry("draft")).url == address
    assert LiveEntry.objects.get().published_at is None
