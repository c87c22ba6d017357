"""The scripts that live on a reader's device: what the server writes before their sources."""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from portal.static_storage import STYLES, lightened

SOURCES = Path(settings.BASE_DIR) / "portal" / "static" / "portal" / "js"
STRICT = '"use strict";\n'
WORKER_ADDRESS = "/sw.js"
LONGEST_VERSION = 12
# What the pages of readers ask for; the desk has scripts of its own.
SCRIPTS = ("portal/js/place.js", "portal/js/live.js")
# All styles but the last: pages of the low-data version register no worker.
FILES = (*STYLES[:-1], "portal/img/favicon.svg", *SCRIPTS)
# A number of each form that our languages have, by the name that Intl.PluralRules gives the form.
NUMBERS = {"one": 1, "few": 2, "other": 5}


def worker() -> str:
    """Give the worker; switched off, the one that clears what the one before it kept."""
    if not settings.OFFLINE_COPIES:
        return STRICT + _source("sw-off.js")
    files, source = kept_files(), _source("sw.js")
    build = _version(json.dumps(files) + source)
    return f"{STRICT}const BUILD = {json.dumps(build)}, FILES = {json.dumps(files)};\n{source}"


def kept_files() -> list[str]:
    """List the addresses of the files that pages without a network need.

    A file without a hash in its name may change under its address: it is not kept.
    """
    hashed = getattr(staticfiles_storage, "hashed_files", {})
    files = [staticfiles_storage.url(name) for name in FILES if name in hashed]
    return [*files, *(page_script_address(lang) for lang, _name in settings.LANGUAGES)]


def page_script(lang: str) -> str:
    """Give the script of a page, with its words."""
    return _page_script(lang, WORKER_ADDRESS if settings.OFFLINE_COPIES else "")


def page_script_address(lang: str) -> str:
    """Give the address of a page's script: another text is another address."""
    return f"/{lang}/offline.js?v={_version(page_script(lang))}"


@cache
def _page_script(lang: str, worker_address: str) -> str:
    words = {"worker": worker_address, **_words(lang)}
    told = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    return f"{STRICT}const WORDS = {told};\n{_source('offline.js')}"


def _words(lang: str) -> dict[str, Any]:
    with override(lang):
        return {
            "offline": _("Offline. Saved information: %(time)s") % {"time": "{time}"} + ".",
            "stale": _("This copy may be out of date") + ".",
            "reload": _("Reload the page"),
            "passed": _("The planned end has passed: find out the present level"),
            "hours": {
                form: ngettext("%(n)s hour old", "%(n)s hours old", number) % {"n": "{n}"}
                for form, number in NUMBERS.items()
            },
        }


@cache
def _source(name: str) -> str:
    return lightened((SOURCES / name).read_text(encoding="utf-8"))


@cache
def _version(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:LONGEST_VERSION]
