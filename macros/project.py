"""A project's folder and a moment -> its records, pages and settings, as the public sees them then.

The one way in for every face: what is a draft, scheduled or withdrawn is taken away here, and every
mistake in records, pages and settings is told here, so that what opens can be built.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from .calls.check import check_calls
from .catalogue import Problem, ProblemsFound
from .catalogue.reading.docs_files import docs_files
from .catalogue.written import check_pages, read_pages
from .contents import Project
from .keeping import Keep, made_anew
from .mkdocs_yml import NAME, Configuration, configured, unfit_navigation
from .moments import build_moment
from .press.pages import check_prose, ids_on, prose_of, render_call
from .press.places import Places, made_with_site
from .publish import kept
from .releases.loading import check_data
from .releases.moves import add_moves
from .releases.sharing import recent
from .settings import Folders
from .views.fragments import Fragments

FRAMES = ("main", "404")
FRAME = "overrides/main.html"


@dataclass(frozen=True, slots=True)
class Opened:
    """A project with everything that its records hold, as the public sees it, and the moment."""

    everything: Project
    public: Project
    now: datetime

    def preview(self) -> Project:
        """Return the project as its editors see it: what is not yet said is in it and marked."""
        return self.everything.at(self.now, preview=True)


def open_public(folders: Folders, environment: Mapping[str, str], now: datetime | None = None) -> Opened:
    """Return a project and what of it is public at a moment; raises ProblemsFound with every mistake.

    Without a moment it is the one of SOURCE_DATE_EPOCH, else the clock's; a clock behind the newest
    release is slow, and what was released stays released.
    """
    known = now or build_moment(environment, None)
    everything = open_project(folders, known, environment, kept(folders.references))
    moment = now or build_moment(environment, everything.catalogue.ledger.newest)
    public = everything.at(moment)
    again = _faulty_pages(public, sound=True) if public.written != everything.written else ()
    problems = [*_unshared(public), *again]
    missing = (name for name in (NAME, FRAME) if not (folders.root / name).is_file())
    problems += (Problem(name, 1, "is missing; bring it back, the site needs this file") for name in missing)
    if problems:
        raise ProblemsFound(problems)
    return Opened(everything, public, moment)


def open_project(
    folders: Folders,
    now: datetime | None = None,
    environment: Mapping[str, str] | None = None,
    references: Keep = made_anew,
) -> Project:
    """Return a project, read and checked; raises ProblemsFound with every mistake in data and pages.

    With a moment, what the records say to be past must be so by then. A folder without mkdocs.yml has
    the settings that are so by default. references is the cache of how studies are cited.
    """
    catalogue, problems = check_data(folders.data, now=now)
    configuration = Configuration()
    wrong: list[Problem] = []
    if (folders.root / NAME).exists():
        configuration, wrong = configured(folders.root, environment or {})
    files = docs_files(folders.docs, configuration.left_out)
    pages, unreadable = read_pages(folders.docs, files.pages)
    problems.extend([*wrong, *unreadable])
    problems.extend(() if wrong else files.problems)  # the settings say which files are left out
    problems.extend(unfit_navigation(configuration, files.pages))
    if catalogue is None:
        raise ProblemsFound(problems)
    frames = _frames(folders.root)
    project = Project(
        catalogue,
        tuple(pages),
        Fragments(folders.fragments),
        site=configuration.site,
        embed=configuration.embed,
        prose=tuple(prose_of(page, frames) for page in pages),
        others=tuple(files.others),
        extensions=configuration.extensions,
        references=references,
    )
    problems.extend(check_pages(pages, catalogue))
    problems.extend(add_moves(folders.data, catalogue, {page.path for page in pages}))
    problems.extend(_faulty_pages(project, sound=not problems))
    if problems:
        raise ProblemsFound(problems)
    return project


def _unshared(project: Project) -> Iterator[Problem]:
    """Yield the posts that do not fit beside the address that this site has: own words, or a link alone."""
    newest = recent(project.catalogue)
    longest = sorted(newest, key=lambda said: len(said.id))[-1:]
    try:
        project.share([*(said for said in newest if said.words), *longest])
    except ProblemsFound as found:
        yield from found.problems


def _faulty_pages(project: Project, sound: bool) -> Iterator[Problem]:
    """Yield what is wrong with pages; what their calls return is asked only of sound records."""
    pages = {prose.file: prose for prose in project.prose}

    @cache
    def ids(file: str) -> set[str] | None:
        prose = pages[file]
        unread = not sound and (prose.calls or prose.words is None)
        if unread or not prose.front.body or any(check_calls(prose.front.body, project.catalogue)):
            return None
        here = project.view(prose.page.path)
        return ids_on(prose, project.extensions, lambda call: render_call(call, here))

    places = Places(
        {file: prose.page.path for file, prose in pages.items()},
        project.others,
        project.catalogue,
        made_with_site(project.catalogue, project.language),
        ids,
    )
    yield from check_prose(project.prose, project.catalogue, project.extensions, places)


def _frames(root: Path) -> tuple[str, ...]:
    """Return the templates that a page may name for its frame."""
    found = sorted(file.name for file in (root / "overrides").glob("*.html"))
    return tuple(name for name in found if name.removesuffix(".html") not in FRAMES)
