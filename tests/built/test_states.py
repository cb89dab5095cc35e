"""What time brings: the same site read before, during and after an event, and built before and after it."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .test_reproducible import differences
from .upcoming import BUILT, END, MOMENTS, START, Windows, site_at, write_project

FORUM = "events/saxaul-forum/"
ENDED = "Planned for 6–7 May 2031; outcome not yet reported here"
INDEX = {"search/search_index.json"}
UNREPORTED = "outcome not yet reported"
LISTS = ("events/", "events/by/topic/capacity-building/", "events/by/country/mn/", "")
GROUPS = {
    "before": "coming",
    "a minute before": "coming",
    "during": "under-way",
    "at the end": "past",
    "long after": "past",
}
ZONES = ("America/Los_Angeles", "Asia/Tokyo")
SHOWN = """() => Object.fromEntries([...document.querySelectorAll("[data-group]")]
  .filter(group => group.checkVisibility())
  .map(group => [group.dataset.group, [...group.querySelectorAll("[data-item]")]
    .filter(item => item.checkVisibility())
    .map(item => item.querySelector("h3 a").getAttribute("href").split("/").at(-2))]))"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the real project with events to come."""
    return write_project(tmp_path_factory.mktemp("upcoming"))


@pytest.fixture(scope="module")
def built(project: Path) -> Path:
    """Return the site that is read at all the moments: it was built before the forum."""
    return site_at(project, BUILT)


@pytest.fixture(scope="module")
def windows(browser: Browser) -> Windows:
    """Return the windows that the site is read in."""
    return Windows(browser)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("when", "badge", "sentence", "ahead", "open"),
    [
        ("before", "confirmed", "Coming, confirmed", True, True),
        ("a minute before", "confirmed", "Coming, confirmed", True, False),
        ("during", "under way", "Under way", True, False),
        ("at the end", UNREPORTED, ENDED, False, False),
        ("long after", UNREPORTED, ENDED, False, False),
    ],
)
def test_the_page_of_an_event_says_what_is_true_when_it_is_read(
    built: Path, windows: Windows, when: str, badge: str, sentence: str, ahead: bool, open: bool, zone: str
) -> None:
    """Badge, sentence, calendar and registration follow the event's hours, wherever the reader is."""
    with windows.opened(built, FORUM, MOMENTS[when], timezone_id=zone) as page:
        assert _told(page) == (badge, sentence)
        assert page.get_by_role("link", name="Add this event").is_visible() == ahead
        assert page.locator("#content").get_by_role("link", name="Register").is_visible() == open


@pytest.mark.parametrize("when", ["before", "during", "long after"])
def test_without_javascript_a_page_says_what_was_true_at_the_build_and_when_that_was(
    built: Path, windows: Windows, when: str
) -> None:
    """The words are those of the build, and the line 'as of' names its day."""
    with windows.opened(built, FORUM, MOMENTS[when], java_script_enabled=False) as page:
        assert _told(page) == ("confirmed", "Coming, confirmed as of 1 May 2031")
        assert page.locator("#content").get_by_role("link", name="Register").is_visible()
    with windows.opened(built, "events/", MOMENTS[when], java_script_enabled=False) as page:
        assert page.locator("[data-asof]:visible").all_inner_texts() == ["Coming and past as of 1 May 2031."]
        assert "saxaul-forum" in _shown(page)["coming"]


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("during", ("under way", "Under way as of 6 May 2031")),
        ("at the end", (UNREPORTED, f"{ENDED} as of 7 May 2031")),
    ],
)
def test_a_later_build_says_the_same_without_javascript(
    project: Path, windows: Windows, when: str, told: tuple[str, str]
) -> None:
    """Whoever has no JavaScript reads at the next build what others read at once."""
    site = site_at(project, MOMENTS[when])
    with windows.opened(site, FORUM, BUILT, java_script_enabled=False) as page:
        assert _told(page) == told
        assert page.locator("#content").get_by_role("link", name="Register").count() == 0 or when == "during"
    with windows.opened(site, "events/", BUILT, java_script_enabled=False) as page:
        assert "saxaul-forum" in _shown(page)[GROUPS[when]]


def test_the_line_as_of_is_for_readers_without_javascript(built: Path, windows: Windows) -> None:
    """With JavaScript everything is as of now, and no page says otherwise."""
    for path in (*LISTS, FORUM):
        with windows.opened(built, path, MOMENTS["during"]) as page:
            assert page.locator("[data-asof]").count() == 1, path
            assert page.locator("[data-asof]:visible").count() == 0, path


@pytest.mark.parametrize("when", MOMENTS)
def test_lists_have_an_event_in_the_group_of_the_moment(built: Path, windows: Windows, when: str) -> None:
    """The list of events, its narrowed pages and the home page move it on, and it stands there once."""
    for path in LISTS:
        with windows.opened(built, path, MOMENTS[when], timezone_id=ZONES[0]) as page:
            groups = [name for name, items in _shown(page).items() for id in items if id == "saxaul-forum"]
            assert groups == [GROUPS[when]], path


@pytest.mark.parametrize("when", MOMENTS)
def test_groups_hold_what_a_build_at_that_moment_puts_there(
    project: Path, built: Path, windows: Windows, when: str
) -> None:
    """Browser and build agree on every event, those called off and those without days included."""
    moment = MOMENTS[when]
    for path in LISTS[:2]:
        with windows.opened(built, path, moment) as page:
            read = _shown(page)
        with windows.opened(site_at(project, moment), path, BUILT, java_script_enabled=False) as page:
            assert {name: set(items) for name, items in read.items()} == {
                name: set(items) for name, items in _shown(page).items()
            }, path


@pytest.mark.parametrize(
    "when",
    [
        "before",
        "during",
        "at the end",
        "long after",
    ],
)
def test_the_order_within_a_group_is_that_of_a_build(
    project: Path, built: Path, windows: Windows, when: str
) -> None:
    """What a reader finds first does not depend on when the site was built."""
    moment = MOMENTS[when]
    with windows.opened(built, "events/", moment) as page:
        read = _shown(page)
    with windows.opened(site_at(project, moment), "events/", moment) as page:
        assert read == _shown(page)


def test_home_says_that_nothing_is_coming_only_when_nothing_is(built: Path, windows: Windows) -> None:
    """On 1 June the list still has events to come, so home may not deny it."""
    june = datetime(2031, 6, 1, tzinfo=UTC)
    with windows.opened(built, "events/", june) as page:
        assert "saxaul-month" in _shown(page)["coming"]
    with windows.opened(built, "", june) as page:
        assert not page.get_by_text("No event is announced for the coming time.").is_visible()


def test_home_says_so_when_nothing_is_coming(project: Path, windows: Windows) -> None:
    """When the last of all events is over, home says that none is announced; before that it does not."""
    site = site_at(project, END)
    for moment, said in ((END, False), (MOMENTS["long after"], True)):
        with windows.opened(site, "", moment) as page:
            assert page.get_by_text("No event is announced for the coming time.").is_visible() == said


@pytest.mark.parametrize(
    ("id", "boundary", "before", "after"),
    [
        ("saxaul-forum", START, "confirmed", "under way"),
        ("saxaul-forum", END, "under way", UNREPORTED),
        ("saxaul-soon", datetime(2031, 5, 4, 15, tzinfo=UTC), "confirmed", "under way"),
        ("saxaul-soon", datetime(2031, 5, 5, 15, tzinfo=UTC), "under way", UNREPORTED),
        ("saxaul-month", datetime(2031, 7, 1, tzinfo=UTC), "date to be confirmed", UNREPORTED),
        ("saxaul-quarter", datetime(2031, 7, 1, tzinfo=UTC), "date to be confirmed", UNREPORTED),
    ],
)
def test_a_state_changes_at_its_very_second(
    built: Path, windows: Windows, id: str, boundary: datetime, before: str, after: str
) -> None:
    """In the event's zone, else its country's (5 May begins in Tokyo at 15:00 UTC), else in UTC."""
    for moment, badge in ((boundary - timedelta(seconds=1), before), (boundary, after)):
        with windows.opened(built, f"events/{id}/", moment, timezone_id="America/Los_Angeles") as page:
            assert _told(page)[0] == badge


def test_registration_closes_when_its_last_day_is_over_at_the_event(built: Path, windows: Windows) -> None:
    """4 May ends in Ulaanbaatar at 16:00 UTC."""
    closes = datetime(2031, 5, 4, 16, tzinfo=UTC)
    for moment, open in ((closes - timedelta(seconds=1), True), (closes, False)):
        with windows.opened(built, FORUM, moment) as page:
            assert page.locator("#content").get_by_role("link", name="Register").is_visible() == open
            assert page.locator("[data-open=no]").is_visible() != open


@pytest.mark.parametrize("when", ["before", "during", "long after"])
def test_time_changes_nothing_for_what_is_called_off(built: Path, windows: Windows, when: str) -> None:
    """A cancelled or postponed event says so at every moment, and offers no calendar entry."""
    said = {
        "cancelled": "Cancelled, as said on 20 April 2031: Too dry.",
        "postponed": "Postponed, as said on 21 April 2031",
    }
    for word, sentence in said.items():
        with windows.opened(built, f"events/saxaul-{word}/", MOMENTS[when]) as page:
            assert _told(page) == (word, sentence)
            assert page.get_by_role("link", name="Add this event").count() == 0
        with windows.opened(built, "events/", MOMENTS[when]) as page:
            assert _shown(page)[word] == [f"saxaul-{word}"]


def test_a_page_that_was_left_open_moves_on_when_it_is_looked_at_again(built: Path, windows: Windows) -> None:
    """A tab that comes to the front after days shows what is true then, narrowed as it was left."""
    for choice, found in (("", 1), ("?country=mn", 1), ("?country=jp", 0)):
        with windows.opened(built, f"events/{choice}", MOMENTS["before"]) as page:
            for when in ("a minute before", "during", "at the end"):
                page.clock.set_fixed_time(MOMENTS[when])
                page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
                groups = _shown(page)
                assert groups.get(GROUPS[when], []).count("saxaul-forum") == found
                assert sum(items.count("saxaul-forum") for items in groups.values()) == found
                assert all(groups.values())


@pytest.mark.parametrize("when", ["before", "during", "long after"])
def test_filters_narrow_what_has_moved(built: Path, windows: Windows, when: str) -> None:
    """By clicks or by address, the forum is found in its group, and no group stands empty."""
    with windows.opened(built, "events/", MOMENTS[when]) as page:
        for name, value in (("topic", "capacity-building"), ("country", "mn")):
            page.locator(f"details[data-filter={name}] summary").click()
            page.locator(f"details[data-filter={name}] a[data-value={value}]").click()
        clicked, count = _shown(page), page.locator("[data-shown]").inner_text()
    with windows.opened(built, "events/?topic=capacity-building&country=mn", MOMENTS[when]) as page:
        assert _shown(page) == clicked
    assert "saxaul-forum" in clicked[GROUPS[when]]
    assert all(clicked.values())
    assert sum(map(len, clicked.values())) == int(count)


def test_an_address_with_words_opens_the_search(built: Path, windows: Windows) -> None:
    """Search engines send readers to /?q=...; they find the search open and its pages listed."""
    with windows.opened(built, "?q=mongolia", BUILT) as page:
        page.locator(".ne-search__found a").first.wait_for()
        assert page.get_by_role("dialog").is_visible()
        assert page.locator("#ne-search-words").input_value() == "mongolia"
        links = [link.get_attribute("href") for link in page.locator(".ne-search__found a").all()]
        assert any(str(link).endswith("countries/mn/") for link in links)


def test_a_day_on_which_nothing_begins_or_ends_changes_no_byte(project: Path, built: Path) -> None:
    """I6: two builds a day apart are the same, while events are under way and coming."""
    assert differences(built, site_at(project, BUILT + timedelta(days=1))) == []


def test_the_end_of_an_event_changes_only_the_pages_that_tell_of_it(project: Path) -> None:
    """Its page, the lists and the pages that it is linked with; no calendar, no feed, nothing else."""
    changed = set(differences(site_at(project, END - timedelta(hours=1)), site_at(project, END)))
    linked = {"countries/mn", "events/dld-forum-2025", "organizations/neaspec"}
    linked |= {"topics/capacity-building", "topics/cooperation", FORUM.strip("/"), "events"}
    narrowed = {name for name in changed if name.startswith("events/by/")}
    assert changed - narrowed - INDEX == {"index.html", *(f"{path}/index.html" for path in linked)}
    assert "events/by/country/mn/index.html" in narrowed


def test_the_search_knows_no_state_that_time_changes(project: Path) -> None:
    """Words that are hidden, or true for a while only, are not found."""
    before, after = site_at(project, END - timedelta(hours=1)), site_at(project, END)
    assert not INDEX & set(differences(before, after))
    docs = json.loads((after / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    assert [doc["location"] for doc in docs if UNREPORTED in doc["text"]] == []


def _told(page: Page) -> tuple[str, str]:
    """Return the badge and the sentence that a page shows of its event."""
    badges = page.locator("header .ne-badge:visible").all_inner_texts()
    assert len(badges) == 1
    return badges[0], " ".join(page.locator(".ne-said").inner_text().split())


def _shown(page: Page) -> dict[str, list[str]]:
    """Return the ids of the events that can be seen, by group, in the order of the page."""
    found: dict[str, list[str]] = page.evaluate(SHOWN)
    return found
