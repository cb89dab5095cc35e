"""Where a project keeps things, and what the site is called: values, worked out from arguments."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

LEDGER, FORMER_LEDGER = "ledger", "ledger.jsonl"  # what of data/ knows what was released
MEANT = "OUTREACH_MEANT"  # names a file in which a build lists the files that it means to write

Keep = Callable[[str, Callable[[], bytes]], bytes]
"""Gives back what was made before under a name, else makes it: a cache."""


def made_anew(_: str, make: Callable[[], bytes]) -> bytes:
    """Return what is made, kept nowhere."""
    return make()


@dataclass(frozen=True, slots=True)
class Licence:
    """The licence of the site's data: what it is called, and where its text stands."""

    name: str
    url: str


NO_LICENCE = Licence("", "")


@dataclass(frozen=True, slots=True)
class Site:
    """What the site is called, where it stands (with a slash at the end), and who speaks there."""

    url: str
    title: str
    description: str
    rights: str
    author: str = "NEASPEC Secretariat"
    language: str = "en"
    licence: Licence = NO_LICENCE


NOWHERE = Site("", "", "", "")


@dataclass(frozen=True, slots=True)
class Section:
    """An entry of the navigation: its title and its pages, each with its own title, by address."""

    title: str
    pages: tuple[tuple[str, str], ...]

    @property
    def address(self) -> str:
        """Return where the entry leads: to the first of its pages."""
        return self.pages[0][0]


@dataclass(frozen=True, slots=True)
class Script:
    """A script of every page, by its path on the site, and how browsers are to load it."""

    path: str
    type: str = ""
    defer: bool = False
    asynchronous: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What every page has round its content: the navigation, styles and scripts, its icon."""

    sections: tuple[Section, ...] = ()
    styles: tuple[str, ...] = ()
    scripts: tuple[Script, ...] = ()
    favicon: str = ""


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of a project, from its top."""

    root: Path

    @property
    def data(self) -> Path:
        """Return where the records stand."""
        return self.root / "data"

    @property
    def docs(self) -> Path:
        """Return where the Markdown pages stand."""
        return self.root / "docs"

    @property
    def ledger(self) -> Path:
        """Return the folder that knows what was released: a file for each entry."""
        return self.data / LEDGER

    @property
    def former_ledger(self) -> Path:
        """Return the file of entries from before that folder; it is read and never written."""
        return self.data / FORMER_LEDGER

    @property
    def data_lock(self) -> Path:
        """Return the lock file that one command that writes records holds at a time; Git ignores it."""
        return self.data / ".ledger.lock"

    @property
    def fragments(self) -> Path:
        """Return where the templates of views stand."""
        return self.overrides / "fragments"

    @property
    def overrides(self) -> Path:
        """Return where the look of the site stands: the frame of pages, styles, scripts, fragments."""
        return self.root / "overrides"

    @property
    def schemas(self) -> Path:
        """Return where the JSON Schemas of the records stand."""
        return self.data / "schemas"

    @property
    def build_lock(self) -> Path:
        """Return the lock file that one build holds at a time."""
        return self.root / ".cache" / "build.lock"

    @property
    def build_log(self) -> Path:
        """Return where all is kept that a build said which fell over."""
        return self.root / ".cache" / "build.log"

    @property
    def settings(self) -> Path:
        """Return the file of the site's settings."""
        return self.root / "mkdocs.yml"

    @property
    def cards(self) -> Path:
        """Return where cards are kept between builds."""
        return self.root / ".cache" / "cards"

    @property
    def references(self) -> Path:
        """Return where references of studies are kept between builds."""
        return self.root / ".cache" / "references"

    @property
    def readings(self) -> Path:
        """Return where what was read of files for readers is kept between builds."""
        return self.root / ".cache" / "files"

    @property
    def site(self) -> Path:
        """Return where the finished site stands."""
        return self.root / "site"

    @property
    def flyers(self) -> Path:
        """Return where flyers are written if no other folder is said; Git ignores it."""
        return self.root / "flyers"
