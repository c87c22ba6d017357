"""Which language is behind: a translation catches up, and polishing it makes nobody older."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from portal.news.translations.steps import Steps, Words, advance, behind, caught_up, newest

EMPTY = Words("", 0)


def say(before: Steps, **words: str) -> Steps:
    """Change some languages' words; the number of passages is that of the words."""
    now = {lang: before[lang].words if before else EMPTY for lang in ("kk", "ru", "en")}
    now |= {lang: Words(text, len(text.split())) for lang, text in words.items()}
    return advance(before, now)


def test_what_was_written_together_is_in_step() -> None:
    assert behind(say({}, kk="а", ru="а", en="a")) == set()


def test_an_empty_language_is_not_behind() -> None:
    assert behind(say({}, kk="а")) == set()


def test_a_changed_language_leaves_the_others_behind() -> None:
    steps = say(say({}, kk="а", ru="а", en="a"), ru="б")

    assert behind(steps) == {"kk", "en"}


def test_a_translation_that_catches_up_leaves_only_those_behind_who_did_not() -> None:
    steps = say(say(say({}, kk="а", ru="а", en="a"), ru="б"), kk="б")

    assert behind(steps) == {"en"}


def test_languages_changed_in_one_go_stay_in_step() -> None:
    assert behind(say(say({}, kk="а", ru="а", en="a"), kk="б", ru="б", en="b")) == set()


def test_polishing_a_translation_makes_nothing_older() -> None:
    steps = say(say(say({}, kk="а"), ru="а"), ru="б")

    assert behind(steps) == set()


def test_a_translation_that_gains_a_passage_leaves_the_original_behind() -> None:
    steps = say(say(say({}, kk="а"), ru="а"), ru="а б")

    assert behind(steps) == {"kk"}


def test_a_language_first_written_later_is_in_step_with_the_newest() -> None:
    steps = say(say(say({}, kk="а", ru="а"), kk="б"), en="b")

    assert behind(steps) == {"ru"}


def test_somebody_can_say_that_a_change_needs_no_translation() -> None:
    steps = caught_up(say(say({}, kk="а", ru="а", en="a"), kk="б"), "ru")

    assert behind(steps) == {"en"}


def test_when_the_original_is_taken_away_the_translation_leads() -> None:
    steps = say(say(say(say({}, kk="а"), ru="а", en="a"), kk=""), ru="б")

    assert behind(steps) == {"en"}


CHANGES = st.lists(
    st.dictionaries(st.sampled_from(["kk", "ru", "en"]), st.sampled_from(["", "a", "b", "b c"]))
)


@given(CHANGES)
def test_whatever_happens_somebody_says_the_newest_and_nothing_empty_is_behind(
    changes: list[dict[str, str]],
) -> None:
    steps: Steps = {}
    for change in changes:
        steps = say(steps, **change)

    filled = {lang for lang, step in steps.items() if step.words.passages}
    assert behind(steps) <= filled
    if filled:
        assert {lang for lang in filled if steps[lang].version == newest(steps)} - behind(steps)
        assert any(steps[lang].leads for lang in filled - behind(steps))


@given(CHANGES)
def test_saving_again_without_a_change_changes_nothing(changes: list[dict[str, str]]) -> None:
    steps: Steps = {}
    for change in changes:
        steps = say(steps, **change)

    assert say(steps) == steps or not steps
