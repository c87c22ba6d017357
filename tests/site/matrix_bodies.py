"""What the matrix posts: enough that nobody is refused for a missing field instead of a right."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from tests.guidance.desk import posts
from tests.site.matrix_live import correction_body, entry_body
from tests.site.matrix_world import World

LANGUAGES = ("kk", "ru", "en")
FORMSETS = {
    f"{name}-{part}": "0"
    for name in ("comments", "sources", "person_mentions", "organisation_mentions")
    for part in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
}
FACTS = {"published_at": "2016-06-06 09:00", "address": "", "picture": ""}
DESK_FORM = {**posts.LEVEL, "regions": ["KZ-75"], "action": "save"}


def body_for(address: str, world: World) -> dict[str, Any]:
    """Give the body for an address; most steps of Wagtail need none."""
    for part, make in BODIES.items():
        if address.startswith(part):
            made: dict[str, Any] = make(world)
            return made
    return {}


def _article(world: World) -> dict[str, Any]:
    """Give what an editor posts who publishes at once."""
    texts = {
        f"{name}_{lang}": f"Headline {lang}" for name in ("headline", "lead") for lang in LANGUAGES
    }
    bodies = {f"body_{lang}-count": "0" for lang in LANGUAGES}
    return {**texts, **bodies, **FORMSETS, "kind": "NEWS", "action-publish": "1", **FACTS}


def _desk(root: str, draft: str, waiting: str) -> dict[str, Any]:
    """Give the bodies of the desk's steps in one ledger."""
    of_draft, of_waiting = f"{root}declarations/{{{draft}}}", f"{root}declarations/{{{waiting}}}"
    return {
        f"{root}declare/": lambda world: DESK_FORM,
        f"{root}change/": lambda world: {**DESK_FORM, "level": "YELLOW"},
        f"{root}extend/": lambda world: {**posts.LONGER, "regions": ["KZ-75"]},
        f"{root}lift/": lambda world: {**posts.NO_MORE, "regions": ["KZ-75"]},
        f"{of_draft}/edit/": lambda world: {**DESK_FORM, "version": world.objects[draft].version},
        f"{of_draft}/submit/": lambda world: {"deadline_kind": "soon"},
        f"{of_waiting}/approval/": lambda world: posts.approval(world.objects[waiting]),
    }


BODIES: dict[str, Any] = {
    "/admin/pages/add/news/": _article,
    "/admin/pages/{article}/edit/": _article,
    "/admin/pages/{article}/revisions/{revision}/revert/": _article,
    "/admin/live/{chronicle}/known/": lambda world: dict.fromkeys(
        [f"known-text_{lang}" for lang in LANGUAGES], "Facts"
    ),
    "/admin/live/{chronicle}/": lambda world: entry_body(str(uuid4())),
    "/admin/live/entries/{public_entry}/correct/": lambda world: correction_body(),
    "/admin/live/entries/{entry}/": lambda world: entry_body(str(world.objects["entry"].key)),
    "/admin/choose-external-link/": lambda world: {
        "external-link-chooser-url": "https://example.com",
        "external-link-chooser-link_text": "x",
    },
    **_desk("/admin/desk/", "draft", "waiting"),
    **_desk("/admin/desk/exercise/", "drill_draft", "drill"),
    "/admin/desk/catalogues/changes/{change}/": lambda world: {"has_read": "on"},
    "/admin/snippets/news/topic/": lambda world: {
        **{f"name_{lang}": f"Topic {lang}" for lang in LANGUAGES},
        **{f"about_{lang}": "" for lang in LANGUAGES},
        "slug": "",
    },
    "/admin/people/invite/": lambda world: {"username": "another", "groups": []},
    "/admin/people/{person}/": lambda world: {
        "desk": world.objects["desk"].pk,
        "role": "AUDITOR",
    },
    "/admin/collections/add/": lambda world: {"name": "New", "parent": 1},
    "/admin/collections/{collection}/": lambda world: {"name": "Renamed"},
    "/admin/redirects/add/": lambda world: {"old_path": "/new", "redirect_link": "/kk/"},
    "/admin/redirects/{redirect}/": lambda world: {"old_path": "/new", "redirect_link": "/kk/"},
    "/admin/pages/{article}/copy/": lambda world: {
        "new_title": "Copy",
        "new_slug": "copy",
        "new_parent_page": world.objects["news"].pk,
    },
}
