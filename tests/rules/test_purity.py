"""The rules read no clock, roll no dice and know no framework: their source is looked at."""

import ast
from pathlib import Path

import guidance.rules

SOURCES = sorted(Path(guidance.rules.__file__).parent.glob("*.py"))
CLOCKS = {"now", "today", "utcnow", "localtime", "gmtime", "time_ns", "monotonic", "perf_counter"}
FOREIGN = {"django", "wagtail", "modeltranslation", "lxml", "portal", "random", "secrets", "time"}


def complaints(source: str) -> list[str]:
    """Name every call of a clock and every import that the rules may not have."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS:
            found.append(f"{node.lineno}: {node.attr}")
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
            found += [f"{node.lineno}: {name}" for name in names if is_foreign(name)]
        if isinstance(node, ast.ImportFrom) and node.module and is_foreign(node.module):
            found.append(f"{node.lineno}: {node.module}")
    return found


def is_foreign(module: str) -> bool:
    is_other_guidance = module.startswith("guidance") and not module.startswith("guidance.rules")
    return is_other_guidance or module.split(".")[0] in FOREIGN


def test_no_rule_reads_a_clock_or_imports_what_is_not_plain_python() -> None:
    found = {path.name: complaints(path.read_text("utf-8")) for path in SOURCES}

    assert len(found) > 20
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_the_look_at_the_source_finds_what_it_looks_for() -> None:
    planted = (
        "import random\n"
        "from django.utils import timezone\n"
        "from guidance.models import Region\n"
        "from datetime import datetime\n"
        "at = datetime.now()\n"
    )

    assert complaints(planted) == [
        "1: random",
        "2: django.utils",
        "3: guidance.models",
        "5: now",
    ]
