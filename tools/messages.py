"""Collect the interface's texts into the catalogues and compile them: `make messages`."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IGNORED = ("var", "tests", "tools", "bench", "docs", "node_modules", ".venv")


def main() -> int:
    """Run makemessages and compilemessages for Kazakh, Russian and English."""
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}
    languages = ("--locale=kk", "--locale=ru")
    ignored = [f"--ignore={name}" for name in IGNORED]
    manage = [sys.executable, str(ROOT / "manage.py")]
    collect = [*manage, "makemessages", *languages, *ignored, "--no-location", "--no-obsolete"]
    compiled = [*manage, "compilemessages", *languages, "--ignore=.venv"]
    for command in (collect, compiled):
        if status := subprocess.run(command, cwd=ROOT, env=env, check=False).returncode:  # noqa: S603
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
