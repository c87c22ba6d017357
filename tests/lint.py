"""Check style, types, templates, the direction of imports, migrations and the lock files."""

import os
import secrets
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CHECKS = {
    "types": ["mypy"],  # the longest comes first: the others run beside it
    "style": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "imports": ["lint-imports"],
    "templates": ["djlint", "templates", "--lint", "--quiet"],
    "migrations": ["python", "manage.py", "makemigrations", "--check", "--dry-run"],
    "packages": ["pip", "check"],
    "deployment": ["python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
}
ENVIRONMENT = {
    **os.environ,
    "DJANGO_SETTINGS_MODULE": "tests.settings",
    "PYTHONPATH": str(ROOT),
}
# The deployment is checked with the portal's own settings, told what an operator tells them.
DEPLOYED = {
    **os.environ,
    "DJANGO_SETTINGS_MODULE": "portal.settings",
    "SECRET_KEY": secrets.token_urlsafe(60),
    "ALLOWED_HOSTS": "dengei.example",
    "BASE_URL": "https://dengei.example",
    **{f"OPERATOR_NAME_{language}": "Operator" for language in ("KK", "RU", "EN")},
    "OPERATOR_CONTACT": "desk@dengei.example",
}


def check(name: str) -> tuple[str, int, str]:
    """Run one check; give its name, its exit status and what it said."""
    command = CHECKS[name]
    done = subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        cwd=ROOT,
        env=DEPLOYED if name == "deployment" else ENVIRONMENT,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return name, done.returncode, done.stdout


def main() -> int:
    """Run every check, two at a time; return 1 when any complains."""
    failed = []
    with ThreadPoolExecutor(2) as pool:
        for name, status, said in pool.map(check, CHECKS):
            sys.stdout.write(said)
            if status:
                failed.append(name)
    sys.stdout.write(f"Lint failed: {', '.join(failed)}\n" if failed else "Lint: all clean\n")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
