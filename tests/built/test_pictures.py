"""Pictures on a built site: light, bare of what cameras noted, and opened large by mouse and by keyboard."""

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Response, expect

from macros.settings import Folders
from tests.copies import copied
from tests.once import made_once
from tests.pictures.made import CAMERA, noted, saved

from .building import site_of
from .serving import serving

SAMPLE = Folders(Path(__file__).parents[1] / "sample_data")
NOW = datetime(2027, 1, 1, tzinfo=UTC)
EVENT = "events/dune-forum-2024/"
COUNT = 5
LIGHT = 300_000  # bytes of a first visit, whatever is compressed on the way left aside
DRAWN = (".webp", ".jpg", ".png", ".svg")


def photograph(number: int) -> bytes:
    """Return a photograph of 4,000 pixels with as much in it as one of a steppe, and what a camera notes."""
    noise = Image.effect_noise((400, 267), 60 + number).resize((4000, 2667), Image.Resampling.BICUBIC)
    grain = Image.effect_noise((4000, 2667), 12)
    image = Image.merge("RGB", [Image.blend(noise, grain, share) for share in (0.2, 0.3, 0.4)])
    return saved(image, quality=90, exif=noted(6 if number == 3 else 1), comment=CAMERA.encode())


def _photographed(folder: Path) -> Path:
    """Make the sample's site with five photographs of an event, twice; return the folder of both."""
    project = copied(SAMPLE, folder / "project")
    told = []
    for number in range(COUNT):
        (project.docs / "pictures" / f"steppe-{number}.jpg").write_bytes(photograph(number))
        told.append(
            f"  - {{file: steppe-{number}.jpg, alt: Steppe {number}, caption: The steppe {number}}}\n"
        )
    file = project.data / "events" / "dune-forum-2024.yml"
    own = file.read_text().partition("gallery:")[0]
    file.write_text(f"{own}gallery:\n{''.join(told)}")
    for name in ("site", "again"):
        site_of(project.root, folder / name, NOW)
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site with photographs, built cold and warm."""
    return made_once(tmp_path_factory, "photographed", _photographed)


@pytest.fixture(scope="module")
def address(made: Path) -> Iterator[str]:
    """Return the address at which the event's page is served."""
    with serving(made / "site") as served:
        yield served + EVENT


def test_nothing_published_tells_what_a_camera_noted(made: Path) -> None:
    """No place, no camera, no remark; the originals stay where they are."""
    files = [file for file in (made / "site").rglob("*") if file.is_file()]
    drawn = [file for file in files if file.suffix in DRAWN and "pictures" in file.parts]
    assert len(drawn) > COUNT * 5
    assert not [file for file in files if CAMERA.encode() in file.read_bytes()]
    assert not (made / "site" / "pictures" / "steppe-0.jpg").exists()
    for file in drawn:
        if file.suffix != ".svg":
            with Image.open(BytesIO(file.read_bytes())) as image:
                assert dict(image.getexif()) == {}, file
                assert not {"exif", "xmp", "comment", "XML:com.adobe.xmp"} & set(image.info), file


def test_cold_and_warm_builds_are_the_same(made: Path) -> None:
    """Every file, byte for byte."""
    first, again = (_digests(made / name) for name in ("site", "again"))
    assert first == again


@pytest.mark.parametrize(("width", "dense"), [(1280, 1), (1280, 2), (360, 3)])
def test_a_first_visit_is_light(browser: Browser, address: str, width: int, dense: int) -> None:
    """Page, styles, scripts, typefaces and all five pictures, on dense screens too; nothing jumps."""
    context = browser.new_context(viewport={"width": width, "height": 800}, device_scale_factor=dense)
    page, came = context.new_page(), dict[str, int]()

    def note(response: Response) -> None:
        came[response.url] = len(response.body())

    page.on("response", note)
    page.goto(address, wait_until="networkidle")
    for tile in page.locator("[data-gallery] img").all():
        tile.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    pictures = [url for url in came if "/pictures/" in url]
    context.close()
    assert len(pictures) >= COUNT
    assert sum(came.values()) <= LIGHT, came


def test_pictures_open_large_by_keyboard(page: Page, address: str) -> None:
    """Arrows go on and round, Escape goes back to the tile; what each shows is said."""
    page.goto(address)
    tiles = page.locator("[data-gallery] a[data-width]")
    tiles.nth(COUNT - 1).focus()
    page.keyboard.press("Enter")
    large = page.locator("dialog.ne-large")
    expect(large).to_be_visible()
    expect(large.get_by_text(f"{COUNT} of {COUNT}")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(large.get_by_text(f"1 of {COUNT}")).to_be_visible()
    expect(large.get_by_text("The steppe 0")).to_be_visible()
    expect(large.locator("img")).to_have_attribute("alt", "Steppe 0")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(large.get_by_text(f"4 of {COUNT}")).to_be_visible()
    page.keyboard.press("Escape")
    expect(large).to_be_hidden()
    expect(tiles.nth(3)).to_be_focused()


def test_pictures_open_large_by_mouse_and_finger(page: Page, address: str) -> None:
    """Buttons have names; a stroke to the left brings the next."""
    page.goto(address)
    page.locator("[data-gallery] a[data-width]").first.click()
    page.get_by_role("button", name="Next picture").click()
    shown = page.locator(".ne-large__show")
    expect(page.get_by_text(f"2 of {COUNT}")).to_be_visible()
    for kind, x in (("pointerdown", 300), ("pointerup", 200)):
        shown.dispatch_event(kind, {"clientX": x, "isPrimary": True})
    expect(page.get_by_text(f"3 of {COUNT}")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_without_scripts_a_tile_leads_to_the_large_picture(browser: Browser, address: str) -> None:
    """It is a plain link."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator("[data-gallery] a").first.click()
    assert page.url.endswith("-1600.webp")
    context.close()


def test_only_pages_with_a_gallery_load_what_it_needs(made: Path) -> None:
    """Other pages stay as light as they were."""
    for file in (made / "site").rglob("index.html"):
        text = file.read_text(encoding="utf-8")
        assert ("gallery.js" in text) == ("data-gallery" in text) == ("gallery.css" in text), file


def _digests(site: Path) -> dict[str, str]:
    files = sorted(file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): sha256(file.read_bytes()).hexdigest() for file in files}
