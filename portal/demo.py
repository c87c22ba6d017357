"""Build the demo once and serve it: `python -m portal.demo`."""

import os
import shutil
import sys
from pathlib import Path

from portal.serve import (
    collect_static,
    data_folder,
    environment,
    make_secret_key,
    manage,
    run_server,
)

DATABASE = "db.sqlite3"
ACCOUNTS = "demo_accounts.txt"


def build(folder: Path, env: dict[str, str]) -> None:
    """Build the demo beside its place and move it there when it is complete.

    The database is moved last: a run that was killed earlier leaves none, and the next one
    starts anew.
    """
    building = folder / "building"
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir()
    building_env = {
        **env,
        "PORTAL_DATA_DIR": str(building),
        # The key that the settings will serve with: it seals the accounts' second factors.
        "SECRET_KEY": env.get("SECRET_KEY") or (folder / "secret_key").read_text("ascii"),
    }
    manage("setup", env=building_env)
    manage("load_demo", str(building / ACCOUNTS), env=building_env)
    shutil.rmtree(folder / "media", ignore_errors=True)
    (building / "media").rename(folder / "media")
    (building / ACCOUNTS).rename(folder / ACCOUNTS)
    (building / DATABASE).rename(folder / DATABASE)
    shutil.rmtree(building)


def main() -> None:
    """Build what is missing, tell the address and the accounts, and serve."""
    port = os.environ.get("PORT", "8000")
    folder = data_folder()
    make_secret_key(folder)
    env = {**environment(folder, port), "DEMO": "1"}
    env.pop("DATABASE_URL", None)  # the demo is a file of its own, whatever else runs here
    if not (folder / DATABASE).exists():
        build(folder, env)
    elif not (folder / ACCOUNTS).exists():
        sys.exit(f"{folder} holds a site without the demo: choose another PORTAL_DATA_DIR.")
    else:
        manage("migrate", "--verbosity=0", env=env)
    collect_static(folder, env)
    accounts = (folder / ACCOUNTS).read_text(encoding="utf-8")
    sys.stdout.write(
        f"\nThe portal: http://127.0.0.1:{port}/   The desk: http://127.0.0.1:{port}/admin/desk/\n"
        f"{accounts}"
        "Second factor: `.venv/bin/python manage.py demo_code NAME`, with DEMO=1.  Stop: Ctrl+C\n\n"
    )
    sys.stdout.flush()
    run_server(port, env)


if __name__ == "__main__":
    main()
