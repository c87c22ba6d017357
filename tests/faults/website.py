"""The portal served from a copy by gunicorn, and an editor's browser before it."""

from __future__ import annotations

import re
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPResponse
from pathlib import Path

from tests.postgres import free_port
from tests.throwaway import Copy

Fields = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True)
class Answer:
    """Hold what came back, and after how many seconds."""

    status: int
    text: str
    seconds: float


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follow nothing: a redirection is an answer."""

    def redirect_request(self, *args: object) -> None:
        return None


@dataclass
class Editor:
    """Browse with the cookies of somebody who signed in."""

    port: int
    cookie: str

    def get(self, path: str) -> Answer:
        """Open a page."""
        return self._ask(path, None)

    def post(self, path: str, fields: Fields) -> Answer:
        """Send a form."""
        return self._ask(path, urllib.parse.urlencode(fields, doseq=True).encode())

    def open_form(self, path: str) -> dict[str, str]:
        """Open a page and give the hidden fields of its form, which a browser sends back."""
        page = self.get(path)
        assert page.status == 200, page.text
        form = page.text[page.text.index('<form method="post"') :]
        hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
        return dict(hidden)

    def _ask(self, path: str, body: bytes | None) -> Answer:
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", body)
        request.add_header("Cookie", self.cookie)
        begin = time.monotonic()
        opener = urllib.request.build_opener(_Stay)
        try:
            with opener.open(request, timeout=30) as response:
                return self._answer(response, begin)
        except urllib.error.HTTPError as response:
            with response:
                return self._answer(response, begin)

    def _answer(self, response: HTTPResponse | urllib.error.HTTPError, begin: float) -> Answer:
        for name, value in response.headers.items():
            if name == "Set-Cookie":
                self.cookie += "; " + value.partition(";")[0]
        text = response.read().decode()
        return Answer(int(response.status or 0), text, time.monotonic() - begin)


@contextmanager
def served(copy: Copy, folder: Path) -> Iterator[Editor]:
    """Serve a copy; give the browser of the republican drafter, who reads English."""
    cookie = copy.run("tests.faults.website_session")
    port = free_port()
    with (folder / "gunicorn.log").open("wb") as log:
        server = copy.python(
            "-m", "gunicorn", "portal.wsgi", "--workers=1", f"--bind=127.0.0.1:{port}",
            "--access-logfile=/dev/null", "--no-control-socket",
            stdout=log, PLAIN_HTTP="1",
        )  # fmt: skip
    try:
        editor = Editor(port, f"{cookie}; language=en")
        _wait_until_alive(editor, server)
        yield editor
    finally:
        server.terminate()
        server.communicate(timeout=30)


def _wait_until_alive(editor: Editor, server: subprocess.Popen[str]) -> None:
    for _ in range(600):
        assert server.poll() is None
        try:
            if editor.get("/healthz").status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("gunicorn did not answer in a minute")
