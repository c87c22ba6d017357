"""Check style, types, templates, the direction of imports, migrations and the lock files."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CHECKS = {
    "style": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    "imports": ["lint-imports"],
    "templates": ["djlint", "templates", "--lint", "--quiet"],
    "migrations": ["python", "manage.py", "makemigrations", "--check", "--dry-run"],
    "packages": ["pip", "check"],
}
ENVIRONMENT = {
    **os.environ,
    "DJANGO_SETTINGS_MODULE": "tests.settings",
    "PYTHONPATH": str(ROOT),
}


def main() -> int:
    """Run every check; return 1 when any complains."""
    failed = []
    for name, command in CHECKS.items():
        arguments = [str(BIN / command[0]), *command[1:]]
        if subprocess.run(arguments, cwd=ROOT, env=ENVIRONMENT, check=False).returncode:
            failed.append(name)
    sys.stdout.write(f"Lint failed: {', '.join(failed)}\n" if failed else "Lint: all clean\n")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
