"""The whole program: a project's folder -> every document of its site."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from .engines import Engine
from .press.contents import Project
from .press.documents import Document, documents, markdown_of
from .project import Opened, open_public
from .publish import kept
from .settings import Folders

EngineFor = Callable[[Project], Engine]


def site(
    folders: Folders, environment: Mapping[str, str], engine: EngineFor, now: datetime | None = None
) -> Iterator[Document]:
    """Yield address and bytes of every document of a project's site, as the public sees it at a moment.

    Raises ProblemsFound with every mistake in records, pages and settings before the first is made.
    """
    opened = open_public(folders, environment, now)  # data/, docs/ and mkdocs.yml: read, checked, as public
    yield from made_site(opened, engine)


def made_site(opened: Opened, engine: EngineFor) -> Iterator[Document]:
    """Yield the documents of a project that is opened."""
    prose = markdown_of(opened.public)  # what people wrote; an empty slot stands where a page calls a macro
    html = engine(opened.public)(prose)  # from Markdown to HTML, and nothing else
    yield from documents(opened.edition(), html, kept(opened.folders.cards))  # slots filled, framed; feeds
