"""The map on the smallest phone: targets to touch, and the way by keyboard."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.conftest import Site

# Of each city: the size of its target, what is touched at its middle and near its edge on four
# sides, and whether the middle of any region's shape lies below it.
TARGETS = """() => [...document.querySelectorAll('.map .hit')].map(circle => {
  circle.scrollIntoView({block: 'center'});
  const box = circle.getBoundingClientRect(), link = circle.closest('a');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const near = [[0, 0], [20, 0], [-20, 0], [0, 20], [0, -20]];
  return {
    name: link.getAttribute('aria-label'),
    size: Math.min(box.width, box.height),
    touched: near.every(([dx, dy]) => document.elementFromPoint(x + dx, y + dy)?.closest('a') === link),
    covers: [...document.querySelectorAll('.map > .shape')].some(shape => {
      const other = shape.getBoundingClientRect();
      return Math.hypot(other.x + other.width / 2 - x, other.y + other.height / 2 - y) < 22;
    }),
  };
})"""  # noqa: E501
FOCUSED = """() => {
  const link = document.activeElement, ring = link.querySelector('.ring, .hit');
  return {name: link.getAttribute('aria-label'), stroke: getComputedStyle(ring).stroke};
}"""


def test_the_cities_can_be_touched_and_every_region_reached_by_keyboard(
    served: Callable[[str], Site], page: Page
) -> None:
    site = served("red")

    page.goto(f"{site.url}/ru/regions/")
    targets = page.evaluate(TARGETS)
    page.locator(".map a").first.focus()
    page.keyboard.press("Shift+Tab")
    reached = []
    for _step in range(20):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))

    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert len(targets) == 3
    for target in targets:
        assert target["size"] >= 44, target
        assert target["touched"], target
        assert not target["covers"], target
    names = {each["name"] for each in reached}
    assert len(names) == 20
    assert any("критический («красный»), до " in name for name in names)
    assert all(each["stroke"] != "none" for each in reached)
