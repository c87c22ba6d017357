"""Serve the portal on this machine: `python -m portal.serve`."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
MANAGE = str(PROJECT / "manage.py")
STATIC_SOURCES = ("portal/static", "requirements.txt", "portal/static_storage.py")


def data_folder() -> Path:
    """Return the folder of the site's data; make it when it is missing."""
    folder = Path(os.environ.get("PORTAL_DATA_DIR") or PROJECT / "var").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def make_secret_key(folder: Path) -> None:
    """Write the secret once, readable by its owner alone; the settings find it there."""
    try:
        handle = os.open(folder / "secret_key", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(secrets.token_urlsafe(50))


def environment(folder: Path, port: str) -> dict[str, str]:
    """Return the variables of a site that this machine alone can reach."""
    return {
        **os.environ,
        "PORTAL_DATA_DIR": str(folder),
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "BASE_URL": f"http://127.0.0.1:{port}",
        "PLAIN_HTTP": "1",
    }


def manage(*arguments: str, env: dict[str, str]) -> None:
    """Run one administrative command; its failure is ours."""
    subprocess.run([sys.executable, MANAGE, *arguments], env=env, check=True)  # noqa: S603


def _newest(path: Path) -> float:
    files = path.rglob("*") if path.is_dir() else [path]
    return max((file.stat().st_mtime for file in files), default=0.0)


def collect_static(folder: Path, env: dict[str, str]) -> None:
    """Collect the static files, unless what was collected is newer than their sources."""
    manifest = folder / "static" / "staticfiles.json"
    newest = max(_newest(PROJECT / source) for source in STATIC_SOURCES)
    if not manifest.exists() or manifest.stat().st_mtime < newest:
        manage("collectstatic", "--noinput", "--clear", "--verbosity=0", env=env)


def run_server(port: str, env: dict[str, str]) -> None:
    """Become the server, on the loopback address alone."""
    gunicorn = [sys.executable, "-m", "gunicorn", "portal.wsgi", "--workers=2", "--bind"]
    quiet = ["--access-logfile=/dev/null", "--no-control-socket"]
    arguments = [*gunicorn, f"127.0.0.1:{port}", *quiet]
    os.chdir(PROJECT)
    os.execve(sys.executable, arguments, env)  # noqa: S606


def main(arguments: list[str]) -> None:
    """Set up what the data folder lacks, then serve it."""
    port = os.environ.get("PORT", "8000")
    folder = data_folder()
    make_secret_key(folder)
    env = environment(folder, port)
    manage("setup", env=env)
    collect_static(folder, env)
    if "--setup-only" in arguments:
        return
    sys.stdout.write(f"Serving http://127.0.0.1:{port}/ until stopped (Ctrl+C).\n")
    sys.stdout.flush()
    run_server(port, env)


if __name__ == "__main__":
    main(sys.argv[1:])
