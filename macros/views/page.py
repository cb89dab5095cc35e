"""A page of the site before any theme: its address, title, description and HTML."""

from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Indexed:
    """A page or a section of one as the search index has it, in plain words; anchor is the section's id."""

    anchor: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page made from records; path is its address under the site's ('studies/<id>/').

    search is what the search index knows of it; where it is empty, nothing. A page
    that is not listed is no one's destination: it stands in no site map and asks not to be indexed.
    """

    path: str
    title: str
    description: str
    html: Markup = field(repr=False)
    search: tuple[Indexed, ...] = field(default=(), repr=False)
    canonical: str | None = None
    listed: bool = True
    moved_to: str | None = None

    @property
    def root(self) -> str:
        """Return the way from the page to the site's top: '../../'."""
        return root_of(self.path)


def root_of(path: str) -> str:
    """Return the way from an address under the site's to its top: '../../' for 'studies/x/'."""
    return "../" * path.count("/")


def short(text: str, most: int = 200) -> str:
    """Return a text cut at a word for descriptions, with an ellipsis where it was cut."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
