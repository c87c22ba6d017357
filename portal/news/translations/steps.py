"""Which language of a text is in step with the others: plain rules, no database.

The words of one field have a version. A language whose words change opens a new version, and the
others are behind it until theirs change too. A translation that catches up does not make the
original older; nor does polishing it, as long as it neither gains nor loses a passage.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Hold the fingerprint of one language's words, and how many passages they have."""

    print: str
    passages: int


@dataclass(frozen=True, slots=True)
class Step:
    """Hold which version of a text a language's words say, and whether they opened it."""

    words: Words
    version: int
    leads: bool


NOTHING = Step(Words("", 0), 0, leads=False)
Steps = Mapping[str, Step]


def advance(before: Steps, now: Mapping[str, Words]) -> dict[str, Step]:
    """Return where each language stands after its words became those of `now`."""
    old = {lang: before.get(lang, NOTHING) for lang in now}
    top = max((step.version for step in old.values()), default=0)
    changed = {lang for lang, words in now.items() if words.print != old[lang].words.print}
    opened = {lang for lang in changed if _opens(old[lang], now[lang], top)}
    latest = top + 1 if opened else top
    steps = {}
    for lang, words in now.items():
        is_current = old[lang].version == top
        version = latest if lang in changed else old[lang].version
        leads = lang in opened or (old[lang].leads and is_current and version == latest)
        steps[lang] = Step(words, version, leads) if words.passages else Step(words, 0, leads=False)
    return _led(steps)


def behind(steps: Steps) -> set[str]:
    """Name the languages whose words are older than another language's."""
    top = newest(steps)
    return {lang for lang, step in steps.items() if step.words.passages and step.version < top}


def newest(steps: Steps) -> int:
    """Return the newest version that some language says."""
    return max((step.version for step in steps.values()), default=0)


def caught_up(steps: Steps, language: str) -> dict[str, Step]:
    """Return the steps when somebody said that a language's words need no change."""
    step = steps[language]
    if not step.words.passages or step.version == newest(steps):
        return dict(steps)
    return {**steps, language: Step(step.words, newest(steps), leads=False)}


def _opens(old: Step, words: Words, top: int) -> bool:
    if top == 0:
        return bool(words.passages)
    if old.version < top or not words.passages:
        return False
    return old.leads or old.words.passages != words.passages


def _led(steps: dict[str, Step]) -> dict[str, Step]:
    """Let the languages of the newest version lead it where the one that did is gone."""
    top = newest(steps)
    current = {lang for lang, step in steps.items() if top and step.version == top}
    if any(steps[lang].leads for lang in current):
        return steps
    return {
        lang: Step(step.words, step.version, leads=True) if lang in current else step
        for lang, step in steps.items()
    }
