"""Words without their endings, so that one form of a word finds the others."""

import re
from functools import lru_cache

import snowballstemmer

# Russian and English have stemmers; Kazakh has none, so its endings are cut here. Letters are
# folded before: «-ның» and «-нің» stand here as «нын» and «нин».
# Case, number and "-ness" may leave three letters standing; possession and verbs, whose endings
# are as short as the ends of many plain words, four.
CASES = (
    "лар лер дар дер тар тер нын нин дын дин тын тин га ге ка ке на не ды ди ты ти ны ни "
    "нда нде да де та те нан нен дан ден тан тен мен бен пен дагы деги тагы теги ндагы ндеги "
    "лык лик дык дик тык тик лыгы лиги дыгы диги тыгы тиги"
)
OWNERS_AND_VERBS = (
    "ы и сы си ым им мыз миз ымыз имиз н ын ин ныз низ ыныз иниз "
    "у уы уи ган ген кан кен атын етин йтын йтин ып ип са се"
)
ENDINGS = {
    **dict.fromkeys(OWNERS_AND_VERBS.split(), 4),
    **dict.fromkeys(CASES.split(), 3),
}
LONGEST_ENDING = max(map(len, ENDINGS))
FLEETING_FROM = 5
LONGEST = 40
SNOWBALL = {"ru": "russian", "en": "english"}
# «уровень» has lost in «уровня» a vowel that the stemmer leaves standing.
FLEETING = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])[ео](?=[нкц]$)")


@lru_cache(maxsize=200_000)
def stem(word: str, lang: str) -> str:
    """Cut the endings off a word that is already folded."""
    word = word[:LONGEST]
    if lang not in SNOWBALL:
        return kazakh_stem(word)
    # A stemmer keeps the word it works on: each call has its own.
    found: str = snowballstemmer.stemmer(SNOWBALL[lang]).stemWord(word)
    if lang == "ru" and len(found) >= FLEETING_FROM:
        found = FLEETING.sub("", found)
    return found.replace("'", "")


def kazakh_stem(word: str) -> str:
    """Cut the endings of case, possession, number and the commonest verbs, one after another."""
    ending = _ending(word)
    while ending:
        word = word[:-ending]
        ending = _ending(word)
    return word


def _ending(word: str) -> int:
    """Measure the longest ending that leaves enough of a word."""
    lengths = range(min(LONGEST_ENDING, len(word)), 0, -1)
    fitting = (n for n in lengths if len(word) - n >= ENDINGS.get(word[-n:], len(word)))
    return next(fitting, 0)
