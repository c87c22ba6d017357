"""A person who has a keyboard and no mouse: only keys are pressed, and focus is where it is."""

from __future__ import annotations

from playwright.sync_api import Page

STEPS = 900  # a page of the desk has some hundred stops; twice round is a trap or a missing stop
FOCUSED = "selector => document.activeElement.matches(selector)"
TICKED = "() => document.activeElement.checked"
WHERE = "() => document.activeElement.outerHTML.slice(0, 160)"


class Keyboard:
    """Walk a page by Tab, and fill it in by keys alone."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, selector: str) -> None:
        """Press Tab until an element has the focus; fail when it is never reached."""
        stops: list[str] = []
        for _ in range(STEPS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(FOCUSED, selector):
                return
            stops.append(str(self.page.evaluate(WHERE)))
        known = "\n".join(dict.fromkeys(stops))
        raise AssertionError(f"Tab never reaches {selector}; it stops at:\n{known}")

    def press(self, selector: str) -> None:
        """Go to a button or link and press Enter."""
        self.to(selector)
        self.page.keyboard.press("Enter")

    def tick(self, selector: str) -> None:
        """Go to a box and tick it, unless it is ticked already."""
        self.to(selector)
        if not self.page.evaluate(TICKED):
            self.page.keyboard.press("Space")
        assert self.page.evaluate(TICKED), selector

    def choose(self, name: str, value: str) -> None:
        """Go to a group of radios and press the arrow until one of them is chosen."""
        self.to(f"input[name={name}]")
        wanted = f"input[name={name}][value='{value}']:checked"
        self.page.keyboard.press("Space")
        for _ in range(20):
            if self.page.evaluate(FOCUSED, wanted):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no arrow leads to {wanted}")

    def write(self, selector: str, text: str) -> None:
        """Go to a field and type over what stands there."""
        self.to(selector)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)
