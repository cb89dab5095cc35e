"""Where a project keeps things, and what the site is called: values, worked out from arguments."""

from dataclasses import dataclass
from pathlib import Path

DEFAULT_ADDRESS = "https://neaspec.org/dld/"


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
        """Return the file that knows what was released."""
        return self.data / "ledger.jsonl"

    @property
    def fragments(self) -> Path:
        """Return where the templates of views stand."""
        return self.root / "overrides" / "fragments"

    @property
    def schemas(self) -> Path:
        """Return where the JSON Schemas of the records stand."""
        return self.data / "schemas"

    @property
    def cards(self) -> Path:
        """Return where cards are kept between builds."""
        return self.root / ".cache" / "cards"

    @property
    def site(self) -> Path:
        """Return where the finished site stands."""
        return self.root / "site"
