"""A project's folder and a moment -> its records, pages and settings, as the public sees them then.

The one way in for every face: what is a draft, scheduled or withdrawn is taken away here, and every
mistake in records, pages and settings is told here, so that what opens can be built.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType

from .calls.check import check_calls
from .catalogue import Catalogue, Problem, ProblemsFound
from .catalogue.reading.docs_files import docs_files, hidden
from .catalogue.reading.pictures import Read, read_pictures, sound
from .catalogue.written import WrittenPage, check_pages, read_pages
from .mkdocs_yml import NAME, Configuration, configured, unfit_navigation
from .moments import build_moment
from .press.contents import Project
from .press.documents import Edition
from .press.frame import LOST, PAGE, Frame
from .press.pages import check_prose, ids_on, prose_of, render_call
from .press.pictures import FOLDER
from .press.places import Places, made_with_site
from .publish import kept
from .records.moment import spoken
from .releases.agenda import agenda
from .releases.loading import check_data
from .releases.moves import add_moves
from .releases.releasing import additions
from .releases.sharing import recent, unsaid
from .settings import Folders, Keep
from .views.channels import channel_previews
from .views.desk import PATH as DESK
from .views.desk import desk_page
from .views.fragments import Fragments

FRAME = "overrides/frame"
TEMPLATES = (f"{FRAME}/{PAGE}", f"{FRAME}/{LOST}", "overrides/main.html")
ONLY_FOR_PREVIEWS = frozenset({"assets/stylesheets/desk.css"})


@dataclass(frozen=True, slots=True)
class Opened:
    """A project with everything that its records hold, as the public sees it, and the moment."""

    folders: Folders
    everything: Project
    public: Project
    now: datetime

    @property
    def waiting(self) -> str:
        """Return what is on the site and not in the ledger, and what to do, in a sentence; else nothing."""
        waits = len(additions(self.everything.catalogue, self.now))
        if not waits:
            return ""
        said = f"{waits} released, withdrawn or put into calendars here and not yet in the ledger"
        return f"{said}: before this site goes out, run 'outreach publish' and commit the ledger"

    def edition(self) -> Edition:
        """Return what the public gets."""
        hidden = self.everything.hidden_files(self.public) | ONLY_FOR_PREVIEWS
        return Edition(self.public, self.public, self._frame(), frozenset(hidden))

    def _frame(self, preview: bool = False) -> Frame:
        contact = self.public.catalogue.contact is not None
        return Frame(self.folders.overrides, self.public.site, self.public.look, preview, contact)

    def preview(self) -> Edition:
        """Return what editors see while they write: what is not yet said is in it and marked; the desk."""
        shown = self.everything.at(self.now, preview=True)
        looks = channel_previews(shown.view("").at(DESK), shown.share(unsaid(shown.catalogue, self.now)))
        tasks = agenda(self.everything.catalogue, self.now)
        desk = desk_page(shown.view(""), tasks, spoken(self.now), looks)
        hidden = frozenset(self.everything.hidden_files(shown))
        return Edition(shown, self.public, self._frame(preview=True), hidden, (desk,), preview=True)


def open_public(folders: Folders, environment: Mapping[str, str], now: datetime | None = None) -> Opened:
    """Return a project and what of it is public at a moment; raises ProblemsFound with every mistake.

    Without a moment it is the one of SOURCE_DATE_EPOCH, else the clock's; a clock behind the newest
    release is slow, and what was released stays released.
    """
    everything = open_project(folders, now or build_moment(environment, None), environment)
    everything = replace(everything, references=kept(folders.references))
    moment = now or build_moment(environment, everything.catalogue.ledger.newest)
    public = everything.at(moment)
    again = _faulty_pages(public, sound=True) if public.written != everything.written else ()
    problems = [*_unshared(public), *again]
    missing = (name for name in (NAME, *TEMPLATES) if not (folders.root / name).is_file())
    problems += (Problem(name, 1, "is missing; bring it back, the site needs this file") for name in missing)
    if problems:
        raise ProblemsFound(problems)
    _ = public.shared  # own words that do not fit are told here
    return Opened(folders, everything, public, moment)


def open_project(
    folders: Folders, now: datetime | None = None, environment: Mapping[str, str] | None = None
) -> Project:
    """Return a project, read and checked; raises ProblemsFound with every mistake in data and pages.

    With a moment, what the records say to be past must be so by then. A folder without mkdocs.yml has
    the settings that are so by default.
    """
    configuration = Configuration()
    wrong: list[Problem] = []
    if (folders.root / NAME).exists():
        configuration, wrong = configured(folders.root, environment or {})
    keep = kept(folders.readings)
    catalogue, problems = check_data(folders.data, folders.docs, now, configuration.site, keep)
    files = docs_files(folders.docs, configuration.left_out)
    pages, unreadable = read_pages(folders.docs, files.pages)
    problems.extend([*wrong, *unreadable])
    problems.extend(() if wrong else files.problems)  # the settings say which files are left out
    problems.extend(unfit_navigation(configuration, files.pages))
    if catalogue is None:
        raise ProblemsFound(problems)
    read = _pictures_in(pages, files.others, folders.docs, kept(folders.readings))
    project = _project(folders, configuration, catalogue, pages, files.others)
    project = replace(project, pictures=dict(sound(read)))
    problems.extend([*check_pages(pages, catalogue), *_left_out(catalogue, configuration)])
    problems.extend(add_moves(folders.data, catalogue, {page.path for page in pages}))
    problems.extend(_faulty_pages(project, sound=not problems, pictures=read))
    if problems:
        raise ProblemsFound(problems)
    return project


def _project(
    folders: Folders,
    configuration: Configuration,
    catalogue: Catalogue,
    pages: Iterable[WrittenPage],
    others: Iterable[str],
) -> Project:
    frames = _frames(folders.root)
    return Project(
        catalogue,
        tuple(pages),
        Fragments(folders.fragments),
        site=configuration.site,
        embed=configuration.embed,
        prose=tuple(prose_of(page, frames) for page in pages),
        others=tuple(others),
        extensions=configuration.extensions,
        look=configuration.look,
        assets=_assets(folders, (path for path in others if not path.startswith(FOLDER))),
        docs=folders.docs,
    )


def _pictures_in(
    pages: Iterable[WrittenPage], others: Iterable[str], docs: Path, keep: Keep
) -> dict[str, Read]:
    """Return the pictures whose names stand in hand-written pages, or why one cannot be shown."""
    words = "\n".join(page.text for page in pages)
    names = (path.removeprefix(FOLDER) for path in others if path.startswith(FOLDER) and path in words)
    return read_pictures(docs / FOLDER, names, keep)


def _left_out(catalogue: Catalogue, configuration: Configuration) -> Iterator[Problem]:
    """Yield each file that a record names and the settings keep from the site."""
    for file in catalogue.downloads.values():
        if configuration.left_out(file.path):
            wrong = f"'exclude_docs' leaves out docs/{file.path}, which a record names; let it through"
            yield Problem(NAME, 1, wrong)


def _unshared(project: Project) -> Iterator[Problem]:
    """Yield the post that does not fit beside the address that this site has, though it had no words."""
    try:
        project.share(sorted(recent(project.catalogue), key=lambda said: len(said.id))[-1:])
    except ProblemsFound as found:
        yield from found.problems


def _faulty_pages(
    project: Project, sound: bool, pictures: Mapping[str, Read] = MappingProxyType({})
) -> Iterator[Problem]:
    """Yield what is wrong with pages; what their calls return is asked only of sound records.

    pictures are those that pages name, or what is wrong with one.
    """
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
        made_with_site(project.catalogue, project.site.language),
        ids,
        {name: wrong for name, wrong in pictures.items() if isinstance(wrong, str)},
    )
    yield from check_prose(project.prose, project.catalogue, project.extensions, places)


def _frames(root: Path) -> tuple[str, ...]:
    """Return the templates that a page may name for its frame."""
    found = sorted(file.name for file in (root / FRAME).glob("*.html"))
    return tuple(name for name in found if name not in (PAGE, LOST))


def _assets(folders: Folders, others: Iterable[str]) -> dict[str, Path]:
    """Return the files that go out as they are, by address: those of docs/, and of the look of the site."""
    look = sorted(file for file in folders.overrides.rglob("*") if file.is_file())
    shown = {file.relative_to(folders.overrides).as_posix(): file for file in look}
    kept = {path: file for path, file in shown.items() if file.suffix != ".html" and not hidden(path)}
    return {**kept, **{path: folders.docs / path for path in others}}
