"""Accessibility of a page, asked of axe."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_RULES: dict[str, object] = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    # To describe every element in which nothing is wrong takes as long as to look for what is.
    "resultTypes": ["violations"],
    "iframes": False,
}
# To weigh the contrast of every text takes most of the time of axe: of those that look the same, inside elements that
# look the same, one is enough. What is known comes from other pages of the same size and colours.
_LOOKS = """known => {
  const looks = new Map(), seen = new Set(known);
  for (const one of document.querySelectorAll('*')) {
    const style = getComputedStyle(one);
    const own = ['color', 'backgroundColor', 'backgroundImage', 'opacity', 'fontSize', 'fontWeight', 'textShadow',
      'display', 'visibility', 'position', 'float'].map(name => style[name]);
    const text = [looks.get(one.parentElement), one.tagName, one.getAttribute('class'), ...own].join();
    let look = 0;
    for (let at = 0; at < text.length; at++) look = Math.imul(look ^ text.charCodeAt(at), 0x5bd1e995) ^ (look >>> 13);
    looks.set(one, look);
    if (!seen.has(look)) one.dataset.look = '';
    seen.add(look);
  }
  axe.configure({rules: [{id: 'color-contrast', selector: '[data-look]'}]});
  return [...seen];
}"""


def violations(page: Page, known: list[int] | None = None) -> list[tuple[str, list[str]]]:
    """Each rule that a page breaks, and the first three elements that break it; `known` looks are added to."""
    known = [] if known is None else known
    axe = Axe()
    page.evaluate(axe.axe_script)
    known[:] = page.evaluate(_LOOKS, known)
    found = page.evaluate("rules => axe.run(rules).then(said => said.violations)", _RULES)
    return [(rule["id"], [node["html"][:120] for node in rule["nodes"]][:3]) for rule in found]
