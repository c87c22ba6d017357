"""What citizens wait for: `python -m bench.citizens` builds the demo and measures its pages.

Weights, queries and processor time of uncached pages beside a near-empty one; posters and cards;
the server beside nginx with the same page as a file; a slow phone, where Chromium is installed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from tests.browser.building import build, clean_environment, serve_environment
from tests.postgres import free_port

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = Path("/usr/bin/chromium")
PAGE = "/kk/regions/aqtobe/"
TURNS = 60
NGINX = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log; worker_processes 1;
events {{}}
http {{
  access_log off; default_type text/html; client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{port}; root {folder}; }}
}}
"""


def main() -> None:
    """Build the demo with red in a region, and print every figure."""
    with tempfile.TemporaryDirectory() as made:
        folder = build(Path(made) / "demo")
        port = str(free_port())
        own = {**clean_environment(), **serve_environment(folder, port)}
        _run("tests.browser.scenes", own, "red")
        print(_run("bench.citizens_pages", own))
        with _served(own, port) as url:
            _beside_nginx(url, Path(made))
            if CHROMIUM.exists():
                print(_run("bench.citizens_phone", own, url))
            else:
                print("Chromium is not installed: a slow phone is left out")


def _run(module: str, environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(  # noqa: S603  (a module of the project)
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    return done.stdout


@contextmanager
def _served(environment: dict[str, str], port: str) -> Iterator[str]:
    command = [sys.executable, "-m", "gunicorn", "portal.wsgi", "--workers=2"]
    more = [f"--bind=127.0.0.1:{port}", "--no-control-socket", "--log-level=critical"]
    server = subprocess.Popen(  # noqa: S603  (the project's own server)
        [*command, *more],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(60)


def _wait_for(address: str) -> None:
    for _turn in range(300):
        try:
            _read(address)
        except OSError:
            sleep(0.2)
        else:
            return
    raise TimeoutError(address)


def _read(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310  (loopback)
        body: bytes = answer.read()
    return body


def _beside_nginx(url: str, folder: Path) -> None:
    """Compare the page as the portal makes it with the same page as a file of nginx."""
    figures = {
        "the portal, uncached": _waited(url + PAGE),
        "its /healthz": _waited(f"{url}/healthz"),
    }
    nginx = shutil.which("nginx")
    if nginx:
        (folder / "page.html").write_bytes(_read(url + PAGE))
        port = free_port()
        config = folder / "nginx.conf"
        config.write_text(NGINX.format(folder=folder, port=port), encoding="utf-8")
        server = subprocess.Popen([nginx, "-c", str(config)], stderr=subprocess.DEVNULL)  # noqa: S603
        try:
            address = f"http://127.0.0.1:{port}/page.html"
            _wait_for(address)
            figures["nginx, the same page as a file"] = _waited(address)
        finally:
            server.terminate()
            server.wait(20)
    print(f"{PAGE} over loopback, one request after another, median of {TURNS}")
    for name, milliseconds in figures.items():
        print(f"  {name:36} {milliseconds:7.2f} ms")
    if not nginx:
        print("  nginx is not installed: left out")


def _waited(address: str) -> float:
    times = []
    for _turn in range(TURNS):
        begin = perf_counter()
        _read(address)
        times.append(perf_counter() - begin)
    return 1000 * median(times)


if __name__ == "__main__":
    main()
