"""The world of the matrix: people in every role, and what belongs to desk B, newsroom and people.

Every text that not everybody may read carries a mark of its own, so that an answer which shows it
to the wrong person is found wherever it comes from.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.log_actions import log
from wagtail.models import (
    Collection,
    Page,
    ReferenceIndex,
    Site,
    Workflow,
    WorkflowTask,
)

from guidance.catalogue_kinds import CATALOGUES
from guidance.catalogues import Wish, confirm, propose
from guidance.desk_changes import ask_for_names
from guidance.models import Desk, Membership, RoleCode
from portal.accounts.groups import NEWS_EDITORS, NEWS_WRITERS
from portal.accounts.models import ADMINISTRATORS, Invitation
from portal.home.models import HomePage
from portal.home.tree import make_page_tree
from portal.images.models import PortalImage
from portal.manuscripts import Block
from portal.news.bodies import body_of
from portal.news.models import (
    ArticlePage,
    Forgery,
    IncomingTranslation,
    NewsIndexPage,
    Organisation,
    Person,
    SecondReading,
    Topic,
)
from portal.news.translations.setup import note_earlier
from tests import factories
from tests.factories import NOON
from tests.people import BACKEND, PASSWORD, person, sign_in
from tests.site.matrix_live import live_post
from tests.site.matrix_table import ROLES

NEWSROOM = {"writer", "editor", "administrator", "superuser"}
OF_B = {"drafter_b", "approver_b", "auditor", "republican"}
PICTURE = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"
    b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)
# Who may read what bears each mark.
MARKS = {
    "a declaration of desk B": ("zq-decision", OF_B),
    "the way to a draft of desk B": ("/declarations/{draft}/", OF_B),
    "the way to what waits at desk B": ("/declarations/{waiting}/", OF_B),
    "an article not yet published": ("zq-article", NEWSROOM),
    "an entry not yet published": ("zq-entry", NEWSROOM),
    "a person, an organisation or a topic": ("zq-record", NEWSROOM),
    "a picture": ("zq-picture", NEWSROOM),
    "a document": ("zq-document", NEWSROOM),
    "a redirect": ("zq-redirect", {"superuser"}),
    "a workflow": ("zq-workflow", NEWSROOM),
    "an invitation": ("zq-invited", {"administrator"}),
    "a contact proposed by desk B": ("zq-contact", OF_B),
    "a contact of desk B": ("zq-number", OF_B),
    "a new name of a desk": ("zq-headquarters", {"administrator"}),
}


SEATS = {
    "drafter_a": ("aqtobe", RoleCode.DRAFTER),
    "approver_a": ("aqtobe", RoleCode.APPROVER),
    "drafter_b": ("almaty", RoleCode.DRAFTER),
    "approver_b": ("almaty", RoleCode.APPROVER),
    "auditor": ("republican", RoleCode.AUDITOR),
    "republican": ("republican", RoleCode.APPROVER),
}


@dataclass
class World:
    """Hold the people, and the objects by the names that the tables use."""

    people: dict[str, Any]
    objects: dict[str, Any] = field(default_factory=dict)

    def client(self, role: str) -> Client:
        """Sign a role in, as far as it gets."""
        client = Client(raise_request_exception=False)
        if role == "password":
            client.force_login(self.people[role], backend=BACKEND)
        elif role != "stranger":
            sign_in(client, self.people[role])
        return client

    def fill(self, address: str) -> str:
        """Write the objects' keys into an address."""
        keys = {name: getattr(each, "pk", each) for name, each in self.objects.items()}
        return address.format(**keys)


def make_world() -> World:
    """Make everybody and everything."""
    factories.reference_data()
    make_page_tree()
    world = World(_people())
    for part in (
        _declarations, _contacts, _articles, live_post, _files, _workflow, _people_s_papers,
        _records,
    ):  # fmt: skip
        world.objects |= part(world.people)
    for screen in ("", "chooser/"):  # cuts the pictures to size, once
        world.client("superuser").get(f"/admin/images/{screen}")
    return world


def _people() -> dict[str, Any]:
    factories.administrators()
    made: dict[str, Any] = {
        "writer": person("writer", NEWS_WRITERS),
        "editor": person("editor", NEWS_EDITORS),
        **{name: _officer(name, *seat) for name, seat in SEATS.items()},
        "administrator": person("the-administrator", ADMINISTRATORS),
        "superuser": get_user_model().objects.create_superuser("superuser", password=PASSWORD),
        "password": person("newcomer"),
    }
    assert set(made) == set(ROLES) - {"stranger"}
    return made


def _officer(name: str, desk: str, role: RoleCode) -> Any:
    made = person(name)
    made.groups.clear()
    factories.give_role(made, Desk.objects.get(code=desk), role)
    return made


def _declarations(people: dict[str, Any]) -> dict[str, Any]:
    by, approver = people["drafter_b"], people["approver_b"]
    facts = {"desk": "almaty", "regions": ("KZ-75",)}
    published = factories.published(by, approver, **facts)
    facts["reason"] = {lang: f"zq-decision {lang}" for lang in ("kk", "ru", "en")}
    drill = {**facts, "exercise": True}
    return {
        "drill_published": factories.published(
            by, approver, desk="almaty", regions=("KZ-75",), exercise=True
        ),
        "drill_draft": factories.saved(by, **drill),
        "drill": factories.submitted(by, **{**drill, "level": "RED"}),
        "published": published,
        "draft": factories.saved(by, **facts),
        "waiting": factories.submitted(by, **{**facts, "level": "RED"}),
    }


def _contacts(people: dict[str, Any]) -> dict[str, Any]:
    by, approver = people["drafter_b"], people["approver_b"]
    contact = confirm(propose(_contact("zq-number", "112"), by=by, at=NOON), by=approver, at=NOON)
    return {
        "contact": contact.key,
        "change": propose(_contact("zq-contact", "+7 727 200 00 00"), by=by, at=NOON),
    }


def _contact(name: str, number: str) -> Wish:
    names = {f"name_{lang}": f"{name} {lang}" for lang in ("kk", "ru", "en")}
    facts = {**names, "number": number, "position": 1, "is_dropped": False}
    return Wish(CATALOGUES["contact"], "", "KZ-75", facts, {"region": "KZ-75"}, is_new=True)


def _articles(people: dict[str, Any]) -> dict[str, Any]:
    news = NewsIndexPage.objects.get()
    draft = _article(news, "zq-article", people["editor"])
    live = _article(news, "An article for everybody", people["editor"])
    used = _picture("A picture for everybody", people["editor"])
    live.picture = used
    live.save_revision(user=people["editor"]).publish()
    ReferenceIndex.create_or_update_for_object(live)  # Wagtail does so after the commit
    session = EditingSession.objects.create(
        user=people["editor"], content_object=draft, last_seen_at=NOON
    )
    note_earlier()
    incoming = IncomingTranslation.objects.create(
        page=draft, source="ru", target="kk", file_name="zq-article.xlf", texts=[], received_at=NOON
    )
    return {
        "incoming": incoming,
        "home": HomePage.objects.get(),
        "news": news,
        "root": Page.get_first_root_node(),
        "article": draft,
        "revision": draft.get_latest_revision(),
        "live": live,
        "used": used,
        "session": session,
    }


def _article(news: NewsIndexPage, headline: str, owner: Any) -> ArticlePage:
    page = ArticlePage(live=False, published_at=NOON, owner=owner)
    for lang in ("kk", "ru", "en"):
        setattr(page, f"headline_{lang}", f"{headline} {lang}")
        setattr(page, f"lead_{lang}", f"{headline} {lang}: lead")
        setattr(page, f"body_{lang}", body_of([Block("paragraph", f"{headline} {lang}: body")]))
    news.add_child(instance=page)
    page.save_revision(user=owner)
    log(page, "wagtail.create", user=owner, title=headline)
    made: ArticlePage = ArticlePage.objects.get(pk=page.pk)
    return made


def _picture(title: str, owner: Any) -> PortalImage:
    made: PortalImage = PortalImage.objects.create(
        title=title,
        file=ContentFile(PICTURE, "dot.gif"),
        width=1,
        height=1,
        uploaded_by_user=owner,
        **{f"alt_{lang}": f"A dot {lang}" for lang in ("kk", "ru", "en")},
    )
    made.get_file_size()
    return made


def _files(people: dict[str, Any]) -> dict[str, Any]:
    editor = people["editor"]
    picture = _picture("zq-picture", editor)
    log(picture, "wagtail.create", user=editor)
    document = get_document_model().objects.create(
        title="zq-document", file=ContentFile(b"%PDF-1.4", "a.pdf"), uploaded_by_user=editor
    )
    document.get_file_size()  # Wagtail measures a file when somebody first looks at it
    redirect = Redirect.objects.create(old_path="/zq-redirect", redirect_link="/kk/")
    collection = Collection.get_first_root_node().add_child(name="Drawer")
    site = Site.objects.get()
    return {
        "picture": picture,
        "document": document,
        "redirect": redirect,
        "collection": collection,
        "site": site,
    }


def _workflow(people: dict[str, Any]) -> dict[str, Any]:
    workflow = Workflow.objects.create(name="zq-workflow")
    task = SecondReading.objects.create(name="zq-workflow task")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    page = _article(NewsIndexPage.objects.get(), "zq-article in review", people["editor"])
    state = workflow.start(page, people["editor"])
    return {
        "workflow": workflow,
        "task": task,
        "reviewed": page,
        "workflow_state": state,
        "task_state": state.current_task_state,
    }


def _people_s_papers(people: dict[str, Any]) -> dict[str, Any]:
    first, _second = factories.administrators()
    invitation = Invitation.objects.create(username="zq-invited", created_by=first, created_at=NOON)
    asked = factories.ask_for_role(people["drafter_b"], "almaty")
    held = Membership.objects.get(user=people["drafter_b"])
    desk = Desk.objects.get(code="almaty")
    names = {lang: f"zq-headquarters {lang}" for lang in ("kk", "ru", "en")}
    return {
        "shift": factories.shift(people["drafter_b"], people["approver_b"], desk="almaty"),
        "desk_request": ask_for_names(desk, names, by=first, at=NOON),
        "invitation": invitation,
        "role_request": asked,
        "membership": held,
        "person": people["drafter_b"],
        "desk": desk,
    }


def _records(people: dict[str, Any]) -> dict[str, Any]:
    names = {f"name_{lang}": f"zq-record {lang}" for lang in ("kk", "ru", "en")}
    return {
        "speaker": Person.objects.create(slug="a-speaker", **names),
        "body": Organisation.objects.create(slug="a-body", kind="OTHER", **names),
        "topic": Topic.objects.create(slug="a-topic", **names),
        "forgery": Forgery.objects.create(
            kind="FORGED",
            seen_date=NOON.date(),
            shown_from=NOON,
            **{f"title_{lang}": f"zq-record {lang}" for lang in ("kk", "ru", "en")},
            **{f"wrong_{lang}": "Wrong" for lang in ("kk", "ru", "en")},
        ),
    }
