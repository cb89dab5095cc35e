"""The register of 2,000 projects: light at first view, quick to narrow, whole without JavaScript."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from .narrowing import LINES, LISTED, Index, choose, open_ready, shows
from .projects import built, copy_project, write_generated
from .reading import HtmlPage
from .serving import serving

COUNT = 2000
STEP = 50
LIGHT = 100_000
PACKED = {".woff2", ".png", ".jpg"}
CHOICES = 60
TIMES = """([lines, most]) => {
  const time = act => {
    const started = performance.now();
    act();
    document.documentElement.getBoundingClientRect();
    return performance.now() - started;
  };
  const body = document.querySelector("[data-lines]");
  const before = body.rows.length;
  const all = time(() => { for (let n = 0; n < lines; n += 1) body.append(body.rows[0].cloneNode(true)); });
  while (body.rows.length > before) body.lastChild.remove();
  const links = [...document.querySelectorAll(".ne-filter .ne-count")].map(count => count.closest("a"));
  const every = Math.floor(links.length / most);
  const choices = links.filter((_, n) => n % every === 0).slice(0, most).flatMap(link => {
    link.closest("details").open = true;
    document.documentElement.getBoundingClientRect();
    return [time(() => link.click()), time(() => link.click())];
  });
  return {all, choices};
}"""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the real site with 2,000 more projects."""
    project = copy_project(tmp_path_factory.mktemp("large"))
    write_generated(project, COUNT)
    return built(project)


@pytest.fixture(scope="module")
def index(large: Path) -> Index:
    """Return the index of its register."""
    return Index(large)


@pytest.fixture(scope="module")
def address(large: Path) -> Iterator[str]:
    """Yield the address of its register."""
    with serving(large) as root:
        yield root + "register/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Yield a page in a window of its own, whose cache is empty."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_the_first_view_is_light_and_the_index_comes_once(large: Path, address: str, page: Page) -> None:
    """What the browser fetches before anybody reaches for a filter is at most 100 KB, compressed."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    weights = {url: _weight(large, url.removeprefix(address.removesuffix("register/"))) for url in asked}
    print(f"first view: {sum(weights.values()):,} bytes in {len(weights)} files")  # noqa: T201
    assert sum(weights.values()) <= LIGHT, weights
    assert not any(LISTED in url for url in asked)
    open_ready(page, address)
    page.locator("a.ne-mark").last.hover()
    choose(page, "country", "mn")
    choose(page, "area", "capacity")
    assert sum(LISTED in url for url in asked) == 1


def test_narrowing_costs_a_part_of_drawing_the_lines(address: str, page: Page) -> None:
    """Of many choices, 19 in 20 take less than a fifth of drawing 2,000 lines, and none takes more."""
    open_ready(page, address)
    times = page.evaluate(TIMES, [COUNT, CHOICES])
    drawing, choices = times["all"], sorted(times["choices"])
    median, slow, worst = (choices[int(part * (len(choices) - 1))] for part in (0.5, 0.95, 1))
    print(f"narrowing: median {median:.0f} ms, worst {worst:.0f} ms; drawing {drawing:.0f} ms")  # noqa: T201
    assert len(choices) == 2 * CHOICES
    assert slow < drawing / 5
    assert worst < drawing


def test_more_lines_are_shown_on_request_and_stay(address: str, page: Page, index: Index) -> None:
    """'Show more' adds as many lines again, moves there, and goes when all stand; coming back keeps them."""
    open_ready(page, address)
    choose(page, "seeking", "data")
    ids = index.ids({"seeking": "data"})
    more = page.get_by_role("button", name="Show more")
    for shown in range(STEP, len(ids), STEP):
        assert _ids(page) == ids[:shown]
        more.click()
        assert page.evaluate("document.activeElement.closest('tr').rowIndex") == shown + 1
    expect(more).to_be_hidden()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert _ids(page) == ids


def test_choices_leave_what_the_index_says(address: str, page: Page, index: Index) -> None:
    """Lines, counts and marks of a combination are right among many, too."""
    open_ready(page, address)
    chosen = {"area": "awareness", "country": "mn", "organization": "civil-society", "seeking": "funding"}
    for name, value in chosen.items():
        choose(page, name, value)
    assert 0 < len(index.ids(chosen)) <= STEP
    shows(page, index, chosen)


def test_a_further_page_leads_to_the_whole_narrowed(address: str, page: Page) -> None:
    """A choice on the second page of lines leads to the first, with the map, narrowed."""
    open_ready(page, f"{address}by/page/2/")
    before = page.evaluate(LINES)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.evaluate(LINES) == before
    choose(page, "country", "mn")
    page.wait_for_url(f"{address}?country=mn")


def test_pages_of_lines_hold_every_project_once(large: Path, index: Index) -> None:
    """Without JavaScript 'Next page' leads through all lines in order, of the whole and of a part."""
    for first, chosen in (("register/", {}), ("register/by/country/mn/", {"country": "mn"})):
        ids: list[str] = []
        following: str | None = first
        while following:
            found = HtmlPage(large, large / following / "index.html")
            lines = [a for body in found.all("tbody") if "data-lines" in body.attrib for a in body.iter("a")]
            assert len(lines) <= STEP
            ids += [a.get("href", "").split("/")[-2] for a in lines]
            following = _next(found)
        assert ids == index.ids(chosen)


def _weight(site: Path, path: str) -> int:
    """Return the bytes of a file on the wire: fonts and pictures as they are, all else compressed."""
    file = site / path / "index.html" if path.endswith("/") else site / path
    raw = file.read_bytes()
    return len(raw) if file.suffix in PACKED else len(gzip.compress(raw, 9))


def _ids(page: Page) -> list[str]:
    return [line[0].split("/")[-2] for line in page.evaluate(LINES)]


def _next(page: HtmlPage) -> str | None:
    links = (a.get("href", "") for a in page.all("a") if a.get("rel") == "next")
    return next((urljoin(page.address, link).lstrip("/") for link in links), None)
