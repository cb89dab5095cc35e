"""The register as it stands in the browser: its lines, counts and marks, and what its index says of them."""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

LISTED = "register/index.json"
READY = '.ne-filter a[data-value=""]'
LINES = """() => [...document.querySelectorAll("[data-lines] tr")].map(row => [row.querySelector("a").href,
  ...[...row.cells].map(cell => [cell.dataset.label, cell.textContent, cell.hasAttribute("data-none")]),
  row.querySelector("[data-stale]").hidden])"""
STATE = """() => {
  const all = selector => [...document.querySelectorAll(selector)];
  const number = text => Number(text.match(/(\\d+)$/)[1]);
  return {
    shown: Number(document.querySelector("[data-shown]").textContent),
    ids: all("[data-lines] a").map(link => new URL(link.href).pathname.split("/").at(-2)),
    counts: Object.fromEntries(all("[data-filter]").map(filter => [filter.dataset.filter, Object.fromEntries(
      [...filter.querySelectorAll(".ne-count")].map(count =>
        [count.closest("a").dataset.value, Number(count.textContent)]))])),
    marks: Object.fromEntries(all("a.ne-mark").map(mark => [mark.dataset.value, [
      number(mark.getAttribute("aria-label")), number(mark.querySelector("title").textContent),
      mark.classList.contains("ne-mark--none"), mark.hasAttribute("aria-current")]])),
  };
}"""
EVERY_CHOICE = f"""() => [...document.querySelectorAll(".ne-filter .ne-count")].map(count => {{
  const link = count.closest("a");
  link.click();
  const state = ({STATE})();
  link.click();
  return [link.closest("[data-filter]").dataset.filter, link.dataset.value, state];
}})"""


class Index:
    """The register's index: which projects each choice leaves, and the counts beside the others."""

    def __init__(self, site: Path) -> None:
        index = json.loads((site / LISTED).read_text(encoding="utf-8"))
        self.names = list(index["values"])
        places = list(enumerate(self.names, len(index["texts"])))
        self.lines = {
            line[0]: {name: [index["values"][name][number] for number in line[at]] for at, name in places}
            for line in index["lines"]
        }

    def ids(self, chosen: Mapping[str, str]) -> list[str]:
        """Return the ids of the projects that have all that is chosen, in order."""
        return [id for id, values in self.lines.items() if _has(values, chosen)]

    def counts(self, chosen: Mapping[str, str]) -> dict[str, Counter[str]]:
        """Return for each filter how many projects each value would leave beside the other choices."""
        return {name: self._count(name, _without(chosen, name)) for name in self.names}

    def _count(self, name: str, others: Mapping[str, str]) -> Counter[str]:
        return Counter(value for id in self.ids(others) for value in self.lines[id][name])


def open_ready(page: Page, address: str) -> None:
    """Open a page of the register and reach for its filters, until they narrow at once."""
    page.goto(address)
    page.locator(".ne-filters").hover()
    page.locator(READY).first.wait_for(state="attached")


def choose(page: Page, name: str, value: str) -> None:
    """Open a filter and click a choice; '' is any."""
    page.locator(f"details[data-filter={name}] summary").click()
    page.locator(f'details[data-filter={name}] a[data-value="{value}"]').click()


def shows(page: Page, index: Index, chosen: Mapping[str, str]) -> None:
    """Assert that lines, counts, marks and filters are those of the choices."""
    expect(page.locator("[data-shown]")).to_have_text(str(len(index.ids(chosen))))
    page.locator(READY).first.wait_for(state="attached")
    state = page.evaluate(STATE)
    assert state["ids"] == index.ids(chosen)
    fits(state, index, chosen)
    on = page.locator(".ne-filter--on").evaluate_all("all => all.map(one => one.dataset.filter)")
    assert on == [name for name in state["counts"] if name in chosen]
    assert page.locator("[data-reset]").is_visible() == bool(chosen)


def fits(state: dict[str, Any], index: Index, chosen: Mapping[str, str]) -> None:
    """Assert that the counts beside the choices, and the marks, are those of the index."""
    counts = index.counts(chosen)
    for name, told in state["counts"].items():
        assert told == {value: counts[name][value] for value in told}, (chosen, name)
    for value, mark in state["marks"].items():
        count = counts["place"][value]
        assert mark == [count, count, count == 0, chosen.get("place") == value], (chosen, value)


def _has(values: Mapping[str, list[str]], chosen: Mapping[str, str]) -> bool:
    return all(value in values[name] for name, value in chosen.items())


def _without(chosen: Mapping[str, str], left_out: str) -> dict[str, str]:
    return {name: value for name, value in chosen.items() if name != left_out}
