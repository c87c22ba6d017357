"""The difference of two texts: word by word, in reading order, losing nothing."""

from hypothesis import given
from hypothesis import strategies as st

from guidance.rules.differences import Fate, Piece, difference

SAME, GONE, NEW = Fate.SAME, Fate.GONE, Fate.NEW


def test_a_changed_word_stands_as_gone_and_new() -> None:
    assert difference("Қауіп жоғары.", "Қауіп орташа.") == (
        Piece(SAME, "Қауіп "),
        Piece(GONE, "жоғары"),
        Piece(NEW, "орташа"),
        Piece(SAME, "."),
    )


def test_equal_texts_are_one_piece_and_empty_ones_none() -> None:
    assert difference("Call 112.", "Call 112.") == (Piece(SAME, "Call 112."),)
    assert difference("", "") == ()


def test_a_text_that_came_or_went_is_wholly_new_or_gone() -> None:
    assert difference("", "Новая строка") == (Piece(NEW, "Новая строка"),)
    assert difference("Старая строка", "") == (Piece(GONE, "Старая строка"),)


def test_texts_too_long_to_compare_word_by_word_stand_beside_each_other() -> None:
    old, new = "a " * 1500, "b " * 1500

    assert difference(old, new) == (Piece(GONE, old), Piece(NEW, new))


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_texts_can_be_read_out_of_their_difference(old: str, new: str) -> None:
    pieces = difference(old, new)

    assert "".join(each.text for each in pieces if each.fate is not NEW) == old
    assert "".join(each.text for each in pieces if each.fate is not GONE) == new
