"""The verdict on codes: each one's declaration then and now, or that there is none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from guidance.rules.codes_in_text import Code, CodesFound
from guidance.shown.declaration_page import DeclarationPage
from guidance.shown.ground import Ground

# Gives what a page stands on, of the real ledger or of that of exercises.
Grounds = Callable[[bool], Ground]


@dataclass(frozen=True, slots=True)
class CheckedCode:
    """Hold a code with what the portal published under it."""

    code: Code
    page: DeclarationPage | None

    @property
    def state(self) -> str:
        return self.page.state if self.page is not None else "unknown"

    @property
    def address(self) -> str:
        """Give the address of the declaration with the verdict on top."""
        page = self.page
        return f"/{page.lang}/declarations/{self.code.number}/?check=1" if page else ""


@dataclass(frozen=True, slots=True)
class CheckedText:
    """Hold the verdicts on all codes of a text, and what was not looked at."""

    codes: Sequence[CheckedCode]
    has_more: bool = False
    is_cut: bool = False

    @property
    def is_known(self) -> bool:
        """Tell whether the portal published any of it."""
        return any(checked.page is not None for checked in self.codes)


def checked_text(found: CodesFound, grounds: Grounds, base_url: str) -> CheckedText:
    """Look the codes of a text up in their ledgers."""
    codes = [_checked(code, grounds(code.is_exercise), base_url) for code in found.codes]
    return CheckedText(codes, found.has_more, found.is_cut)


def _checked(code: Code, ground: Ground, base_url: str) -> CheckedCode:
    act = ground.book.declaration(code.number)
    return CheckedCode(code, None if act is None else DeclarationPage(ground, act, base_url))
