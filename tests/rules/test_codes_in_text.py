"""Numbers of decisions in texts that people were sent."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance.rules.codes_in_text import LONGEST_TEXT, MOST_CODES, codes_in

NUMBER = re.compile(r"[0-9]{4}-[0-9]{4,7}", re.ASCII)


def numbers(text: str) -> list[str]:
    return [code.number for code in codes_in(text).codes]


@pytest.mark.parametrize(
    "typed",
    [
        "2026-0007",
        " 2026-0007\n",
        "20260007",
        "2026 0007",
        "2026–0007",
        "2026 — 0007",
        "2026‑0007",
        "2026/7",
        "2026-07",
        "№ 2026-0007",
        "No. 2026-0007",
        "２０２６－０００７",
        "٢٠٢٦-٠٠٠٧",
        "2О26-ООО7",
        "2O26-00O7",
        "20\u200b26-00\u00ad07",
        "https://dengei.example/c/2026-0007",
        "dengei.example/c/20260007",
        "https://dengei.example/kk/declarations/2026-0007/?check=1",
        "https://dengei.example/en/declarations/2026-0007/card.png",
        "Код 2026-0007.",
        "код2026-0007",
        "Решение №2026-0007: в Актобе введён красный уровень!!! Перешлите всем",
        "№ 2026-0007 шешім: Ақтөбе қаласы, 2026 жылғы 22 қараша, 14:05",
        "Decision 2026 0007, 22.11.2026",
    ],
)
def test_finds_a_number_however_it_is_typed(typed: str) -> None:
    assert numbers(typed) == ["2026-0007"]


@pytest.mark.parametrize(
    "typed",
    ["EX-2026-0003", "ex20260003", "Ex 2026 0003", "ЕХ-2026-0003", "ех 2026-0003", "EХ–2026–3"],
)
def test_tells_an_exercise_also_in_cyrillic_letters(typed: str) -> None:
    (code,) = codes_in(typed).codes

    assert (code.number, code.is_exercise) == ("EX-2026-0003", True)


def test_an_exercise_inside_a_text_is_no_other_word_that_ends_alike() -> None:
    assert numbers("index 2026-0001, УЧЕНИЕ EX2026-0009") == ["2026-0001", "EX-2026-0009"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\x00",
        "Всем срочно уходить из города!",
        "В 2026 1500 человек",
        "2026-11-22",
        "22.11.2026 14:05",
        "тел. 8 701 123 45 67, 112",
        "+7 7132 20260007123",
        "12026-0007",
        "IBAN KZ86125KZT5004100100",
    ],
)
def test_takes_nothing_else_for_a_number(text: str) -> None:
    assert numbers(text) == []


def test_lists_several_once_and_in_their_order() -> None:
    text = "2026-0007, 2016-0002; ещё раз 20260007, EX-2026-0007"

    assert numbers(text) == ["2026-0007", "2016-0002", "EX-2026-0007"]


def test_says_that_a_text_holds_more_than_it_looks_up() -> None:
    found = codes_in(" ".join(f"2026-{serial:04}" for serial in range(MOST_CODES + 1)))

    assert len(found.codes) == MOST_CODES
    assert found.has_more


def test_says_that_it_read_the_beginning_of_a_long_text_only() -> None:
    found = codes_in("x" * LONGEST_TEXT + " 2026-0007")

    assert not found.codes
    assert found.is_cut


@given(st.text(max_size=200))
def test_reads_any_text_and_gives_numbers_of_the_ledger_only(text: str) -> None:
    assert all(NUMBER.fullmatch(number.removeprefix("EX-")) for number in numbers(text))


@given(
    st.integers(2013, 2099),
    st.integers(0, 9_999_999),
    st.booleans(),
    st.sampled_from(["", "-", " - ", "–"]),
)
def test_finds_again_what_it_wrote(year: int, serial: int, is_exercise: bool, joint: str) -> None:
    number = f"{'EX-' if is_exercise else ''}{year}-{serial:04}"

    assert numbers(number.replace("-", joint)) == [number]
    assert numbers(f"Назар аударыңыз! {number}, тексеріңіз") == [number]
