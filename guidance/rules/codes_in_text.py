"""Which numbers of decisions stand in a text that somebody was sent: read loosely, judged never."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_TEXT = 10_000
MOST_CODES = 5
SERIAL_DIGITS = 4

# What telephones and keyboards make of a hyphen, and what stands between letters unseen.
HYPHENS = re.compile(r"\s*[-‐‑‒–—―−_/]+\s*")
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Letters that look like digits, Cyrillic ones among them: 2О26-ООО7.
ZEROS, ONES, THREES, EIGHTS = "OoОо", "IlІі|", "Зз", "BВ"
LIKE_DIGITS = str.maketrans(
    dict.fromkeys(ZEROS, "0")
    | dict.fromkeys(ONES, "1")
    | dict.fromkeys(THREES, "3")
    | dict.fromkeys(EIGHTS, "8")
)
DIGIT = rf"[0-9{ZEROS}{ONES}{THREES}{EIGHTS}]"
# «EX» may be typed in Cyrillic letters, which look the same.
DRILL = r"(?P<drill>(?<!\w)[EeЕе][XxХх][-\s]*)?"
# The ledger writes at least four digits, and no zero before more than four.
SERIAL = rf"{DIGIT}{{4}}|(?![0{ZEROS}]){DIGIT}{{5,7}}"
# In running text «2026 1500» is a year with a number behind it: a space joins leading zeros only.
JOINED = rf"(?:-?(?P<serial>{SERIAL})|\s+(?P<spaced>[0{ZEROS}]{DIGIT}{{3}}))(?!{DIGIT})"
IN_TEXT = re.compile(rf"{DRILL}(?<![0-9])(?P<year>2{DIGIT}{{3}}){JOINED}")
# A text that is nothing but the code: sign and spaces go, and zeros may be missing.
ALONE = re.compile(
    rf"(?:№|#|No\.?)?(?P<drill>[EeЕе][XxХх]-?)?(?P<year>2{DIGIT}{{3}})"
    rf"(?:-(?P<short>{DIGIT}{{1,3}})|-?(?P<serial>{SERIAL}))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Code:
    """Hold the number of a decision, or of an exercise, as the ledger writes it."""

    number: str
    is_exercise: bool


@dataclass(frozen=True, slots=True)
class CodesFound:
    """Hold the codes of a text in their order; further ones and a cut text are told."""

    codes: tuple[Code, ...]
    has_more: bool = False
    is_cut: bool = False


def codes_in(text: str) -> CodesFound:
    """Find the codes of a text: any case, hyphen or none, look-alike letters, links."""
    plain = _plain(text[:LONGEST_TEXT])
    alone = ALONE.fullmatch("".join(plain.split()))
    found = dict.fromkeys([_code(alone)] if alone else _codes(plain))
    codes = tuple(found)
    return CodesFound(codes[:MOST_CODES], len(codes) > MOST_CODES, len(text) > LONGEST_TEXT)


def _codes(plain: str) -> Iterator[Code]:
    return map(_code, IN_TEXT.finditer(plain))


def _code(found: re.Match[str]) -> Code:
    groups = found.groupdict()
    serial = next(filter(None, map(groups.get, ("serial", "spaced", "short"))))
    year, serial = (part.translate(LIKE_DIGITS) for part in (groups["year"], serial))
    is_exercise = groups["drill"] is not None
    number = f"{year}-{serial.zfill(SERIAL_DIGITS)}"
    return Code(f"EX-{number}" if is_exercise else number, is_exercise)


def _plain(text: str) -> str:
    """Write full-width and other digits as plain ones, every dash as a hyphen."""
    narrow = UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    digits = "".join(_digit(each) if each.isdecimal() else each for each in narrow)
    return HYPHENS.sub("-", digits)


def _digit(character: str) -> str:
    return str(unicodedata.decimal(character))
