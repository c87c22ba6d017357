"""One request of the matrix: its status, what it wrote, and whose words it showed."""

from __future__ import annotations

import gc
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.template import Template
from django.test import Client
from django.test.utils import _TestState

import portal.urls

WRITING = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+"?(\w+)', re.IGNORECASE)
# The visitor's own session, presence and preferences, and the count of their wrong codes.
OWN = {
    "django_session",
    "wagtailadmin_editingsession",
    "wagtailusers_userprofile",
    "images_portalrendition",  # a picture cut to size for whoever looks at it
    "wagtailcore_pagesubscription",  # an author hears of comments on their own page
    "accounts_codeguard",
    "axes_accessattempt",
    "axes_accessfailurelog",
    "axes_accesslog",
}


# A refusal that was written down changed nothing else.
RECORD = {"guidance_auditentry"}


@dataclass(frozen=True)
class Answer:
    """Hold what came back."""

    status: int
    written: frozenset[str]
    body: str

    def __str__(self) -> str:
        return f"{self.status}{'!' if self.written else ''}"

    def shows(self, marks: Mapping[str, str]) -> set[str]:
        """Name the marks that stand in the answer."""
        return {name for name, mark in marks.items() if mark in self.body}


def plain_404(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say 404 in a word: the page of it has its own tests, and the walk meets it by thousands."""
    return HttpResponse(status=404)


@contextmanager
def walking() -> Iterator[None]:
    """Spare the walk what it does not ask: log lines, copies of contexts, the page for 404."""
    copying, handler = Template._render, portal.urls.handler404
    logging.disable(logging.CRITICAL)
    Template._render = _TestState.saved_data.template_render  # type: ignore[attr-defined]
    portal.urls.handler404 = f"{__name__}.plain_404"
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        portal.urls.handler404 = handler
        Template._render = copying
        logging.disable(logging.NOTSET)


def ask(client: Client, method: str, address: str, body: Mapping[str, Any]) -> Answer:
    """Send one request and take back whatever it did."""
    written: set[str] = set()

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if found := WRITING.match(sql):
            written.add(found[1])
        return execute(sql, params, many, context)

    cookies = deepcopy(client.cookies)
    cache.clear()
    with transaction.atomic(), connection.execute_wrapper(watch):
        # Bodies name what must not be reached, so that nothing is refused for a missing field.
        sent = getattr(client, method.lower())(address, dict(body) if method == "POST" else None)
        text = b"".join(sent) if sent.streaming else sent.content
        transaction.set_rollback(True)
    client.cookies = cookies
    changed = written - OWN
    if changed == RECORD:
        changed = set()
    return Answer(sent.status_code, frozenset(changed), text.decode("utf-8", "replace"))
