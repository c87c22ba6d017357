"""Words that stand in every text and ask for nothing."""

from guidance.rules.named_levels import is_word_level
from guidance.rules.spelling import words_of
from guidance.rules.wordforms import stem

KAZAKH = (
    "және мен бен пен да де та те не ма ме ба бе па пе үшін туралы бар жоқ бұл осы сол ол қандай "
    "қалай қайда қашан кім деген болды болып бола еді екен бойынша арқылы дейін кейін"
)
RUSSIAN = (
    "и в во на не с со о об от до по за из к ко у а но или что это как где когда кто для при же "
    "ли бы то так все был была было были есть"
)
ENGLISH = (
    "a an the of in on at to for and or is are was were be by with from what where when who how "
    "it this that do does"
)
SMALL = frozenset(words_of(f"{KAZAKH} {RUSSIAN} {ENGLISH}"))
DECISION = {"kk": "шешім", "ru": "решение", "en": "decision"}
DECISION_STEMS = frozenset(stem(words_of(word)[0], lang) for lang, word in DECISION.items())


def is_small(word: str) -> bool:
    """Tell whether a word may be left out of a question that has others."""
    return word in SMALL


def is_of_decisions(word: str) -> bool:
    """Tell whether a word speaks of decisions and levels in general."""
    return is_word_level(word) or any(stem(word, lang) in DECISION_STEMS for lang in DECISION)
