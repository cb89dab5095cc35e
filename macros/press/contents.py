"""A project that is opened -> everything that stands on its site at a moment."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path

from ..catalogue import Catalogue, Problem, ProblemsFound
from ..catalogue.addresses import address_of, named_at
from ..catalogue.downloads import files_told
from ..catalogue.kinds import PAGED
from ..catalogue.shown_pictures import Copies, copies_of_records, preview_picture
from ..catalogue.stored import PictureFile
from ..catalogue.written import WrittenPage, check_hidden
from ..emitters.calendars import encode_calendars
from ..emitters.cards.card import draw_card, tools
from ..emitters.cards.choosing import Cards
from ..emitters.cards.typefaces import kerns
from ..emitters.citations import encode_citations
from ..emitters.feeds import encode_feeds
from ..emitters.items import NO_CARDS, Enclosure
from ..emitters.open_data.files import encode_open_data
from ..emitters.pictures.copies import made_copies
from ..emitters.post_feeds import encode_post_feeds
from ..emitters.previews import Linked, Picture, card_picture, preview_tags
from ..emitters.qr import encode_shared
from ..emitters.questionnaire import encode_questionnaire
from ..emitters.register_index import encode_register_index
from ..emitters.scholar import scholar_tags
from ..emitters.share import encode_posts
from ..emitters.structured.graph import PagePlace, encode_structured
from ..records.announcement import Announcement
from ..releases.feed_dates import posts_date
from ..releases.holding_words import told
from ..releases.posts.composing import TooLong
from ..releases.releasing import as_of
from ..releases.sharing import Shared, link_of, newer_of, posts_of, recent
from ..settings import NOWHERE, Keep, Look, Site, made_anew
from ..views.codes import qr_code
from ..views.contact import contact_pages
from ..views.embed import EmbedStyle, embed_files
from ..views.fragments import Fragments
from ..views.list_index import list_indexes
from ..views.map import land_file
from ..views.page import Page, root_of
from ..views.projects import LAND
from ..views.share import MOST, share_page
from ..views.updates import feed_contents
from ..views.view import View
from .downloads import FOLDER as FILES
from .downloads import check_awaited, public_files
from .markup import Extensions
from .pages import Prose
from .pictures import copies_of_written, cover_path, previews_of, together, unshown, wanted

KIND = "announcements"
ARTICLES = tuple(kind for kind, page in PAGED.items() if page.article)


@dataclass(frozen=True)  # without slots, for what is worked out once
class Project:
    """What a build starts from: the records, the pages written by hand, the templates.

    prose are the same pages in their parts, others the other files of docs/ by their path below it;
    references is the cache of how studies are cited.
    docs is that folder, pictures are those that its pages name, by their path below docs/pictures/.
    look is what stands round the content of pages, assets are the files that go out as they are, by address.
    """

    catalogue: Catalogue
    written: tuple[WrittenPage, ...]
    fragments: Fragments
    site: Site = NOWHERE
    embed: EmbedStyle = field(default_factory=EmbedStyle)
    prose: tuple[Prose, ...] = ()
    others: tuple[str, ...] = ()
    extensions: Extensions = field(default_factory=dict)
    look: Look = field(default_factory=Look)
    assets: Mapping[str, Path] = field(default_factory=dict)
    references: Keep = made_anew
    docs: Path = Path()
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)

    def view(self, path: str) -> View:
        """Return the view of the page at an address."""
        return View(self.catalogue, self.fragments, root_of(path), self.site, self.references)

    def at(self, now: datetime, preview: bool = False) -> "Project":
        """Return the project as the public sees it at a moment: what is not yet said is not in it.

        Raises ProblemsFound where a page that is shown links to one that is not.
        """
        catalogue = as_of(self.catalogue, now, preview)
        hidden = set(self.catalogue.announcements) - set(catalogue.announcements)
        shown = [page for page in self.written if named_at(page.path) not in {(KIND, id) for id in hidden}]
        problems = list(check_hidden(shown, hidden))
        prose = tuple(one for one in self.prose if one.page in shown)
        problems += check_awaited(catalogue, self.catalogue, prose, self.extensions)
        if problems:
            raise ProblemsFound(problems)
        return replace(self, catalogue=catalogue, written=tuple(shown), prose=prose)

    def hidden_files(self, public: "Project") -> set[str]:
        """Return the files of docs/ that belong only to what is not yet said: pages, downloads."""
        pages = {page.shown for page in self.written} - {page.shown for page in public.written}
        kept_back = {path for path in self.assets if path.startswith(FILES) and path not in public.downloads}
        return {page.partition("/")[2] for page in pages} | kept_back

    @cached_property
    def downloads(self) -> Mapping[str, str]:
        """Return the files of docs/files/ that go out, by address, each with its path below docs/."""
        return public_files(self.catalogue, self.prose, self.extensions)

    def files(self, prose: Mapping[str, str], keep: Keep = made_anew) -> dict[str, bytes]:
        """Return every file that stands beside the pages, by address; prose holds longer words, by id.

        keep gives back what was drawn before.
        """
        drawn = {**self.card_files(keep), **self.preview_files(keep)}
        pictures = self.enclosures(drawn)
        posted = posts_date(self.catalogue)
        return {
            **drawn,
            **self.feeds(prose, pictures),
            **encode_posts(self.shared, self.site, posted),
            **encode_shared(self.shared[:MOST]),
            **encode_post_feeds(self.shared, self.site, pictures, posted),
            **embed_files(self.view(""), self.embed),
            **encode_calendars(self.catalogue, self.site),
            **encode_citations(self.catalogue, self.site),
            **list_indexes(self.view("")),
            **encode_register_index(self.catalogue, self.site.language),
            **encode_open_data(self.catalogue, self.site),
            **encode_questionnaire(self.catalogue),
            LAND: land_file(),
        }

    @cached_property
    def cards(self) -> Cards:
        """Return which card each page shows."""
        return Cards(self.catalogue, self.site)

    def card_files(self, keep: Keep = made_anew) -> dict[str, bytes]:
        """Return the cards, by address."""
        return {
            placed.path: keep(f"{tools()}-{placed.path.rpartition('/')[2]}", partial(draw_card, placed.card))
            for placed in self.cards.everything()
        }

    def preview_files(self, keep: Keep = made_anew) -> dict[str, bytes]:
        """Return the copies of announcements' own pictures that previews and feeds show, by address."""
        copies = previews_of(self.catalogue)
        return dict(made_copies(wanted(copies, self.docs), keep))

    def copies(self, written: Iterable[str]) -> Copies:
        """Return the pictures of records, and of the pages that name those written, with their copies."""
        return together(copies_of_records(self.catalogue), copies_of_written(written, self.pictures))

    def notes(self) -> Iterator[str]:
        """Yield what an editor would want to know of pictures: those that nothing shows, cards with boxes."""
        yield from unshown(self.others, {*self.catalogue.pictures, *self.pictures})
        yield from self.undrawn()

    def undrawn(self) -> Iterator[str]:
        """Yield a line for each record whose card has characters that no typeface has."""
        if not kerns():
            yield (
                "cards: their letters are spaced without kerning, as FriBiDi is not on this machine; "
                "install it (Linux: libfribidi0, macOS: brew install fribidi)"
            )
        for record, missing, left_out in self.cards.undrawn():
            if left_out:
                yield (
                    f"{record}: the cards' typefaces lack its letters; its card goes without its "
                    f"{', '.join(left_out)}, write it in another script if it is to show"
                )
                continue
            codes = ", ".join(f"U+{ord(char):04X}" for one in missing for char in one)
            yield f"{record}: no typeface of the cards has {codes}; it is drawn as a box, write it otherwise"

    @cached_property
    def shared(self) -> tuple[Shared, ...]:
        """Return the newest announcements as partners share them; raises ProblemsFound as share does."""
        return self.share(recent(self.catalogue))

    def share(self, announcements: Iterable[Announcement]) -> tuple[Shared, ...]:
        """Return announcements with their posts and cards.

        Raises ProblemsFound where own words do not fit beside the address that this site has.
        """
        shared, problems = [], []
        for announcement in announcements:
            try:
                posts = posts_of(self.catalogue, announcement, self.site)
            except TooLong as wrong:
                file = f"data/{KIND}/{announcement.id}.yml"
                problems.append(Problem(file, 1, f"'words': '{wrong.channel.id}' {wrong}"))
                continue
            link = link_of(self.catalogue, announcement, self.site)
            picture = self._picture(address_of(KIND, announcement.id), announcement)
            now = told(self.catalogue, announcement, self.site.language)
            shared.append(
                Shared(
                    announcement,
                    link,
                    posts,
                    picture.path,
                    picture.alt,
                    now,
                    picture.width,
                    picture.height,
                    picture.type,
                    newer_of(self.catalogue, now, self.site),
                    files_told(self.catalogue, announcement) if now.holding.holds else (),
                )
            )
        if problems:
            raise ProblemsFound(problems)
        return tuple(shared)

    def made_pages(self) -> Iterator[Page]:
        """Yield the pages that are made with the site: the share kit, and how to reach us."""
        yield self.share_page()
        yield from contact_pages(self.view(""))

    def share_page(self) -> Page:
        """Return the share kit."""
        codes = {one.announcement.id: qr_code(one.link) for one in self.shared}
        return share_page(self.view(""), self.shared, codes)

    def preview(self, path: str, to: str, title: str, description: str) -> list[tuple[str, str, str]]:
        """Return the tags by which channels preview a page; 'to' is its canonical address."""
        kind = (named_at(path) or ("", ""))[0]
        announcement = self._announcement_at(path)
        page = Linked(
            to,
            title,
            " ".join((description or self.site.description).split()),
            article=kind in ARTICLES,
            published=announcement.released if announcement else None,
        )
        return list(preview_tags(self.site, page, self._picture(path, announcement)))

    def _announcement_at(self, path: str) -> Announcement | None:
        kind, id = named_at(path) or ("", "")
        return self.catalogue.announcements.get(id) if kind == KIND else None

    def _picture(self, path: str, announcement: Announcement | None) -> Picture:
        """Return the picture of a page: an announcement's own where it is large enough, else its card."""
        copy = preview_picture(self.catalogue, announcement) if announcement else None
        if copy is None or announcement is None or announcement.picture is None:
            return card_picture(self.cards.at(path))
        alt = announcement.picture.alt.to(self.site.language)
        return Picture(copy.path, copy.media_type, copy.width, copy.height, alt)

    def structured(self, page: PagePlace | None) -> str:
        """Return the structured data of a page as JSON-LD; without a page, that of the site alone."""
        if page:
            picture = self._picture(page.path, self._announcement_at(page.path))
            described = page.description or self.site.description
            page = replace(
                page, description=described, image=picture.path, cover=cover_path(self.catalogue, page.path)
            )
        return encode_structured(self.catalogue, self.site, page)

    def scholar(self, path: str) -> list[tuple[str, str]]:
        """Return names and contents of the meta tags by which Google Scholar files a study's page."""
        kind, id = named_at(path) or ("", "")
        study = self.catalogue.studies.get(id) if kind == "studies" else None
        return scholar_tags(self.catalogue, study, self.site) if study else []

    def feeds(
        self, prose: Mapping[str, str], pictures: Mapping[str, Enclosure] = NO_CARDS
    ) -> dict[str, bytes]:
        """Return every feed of a project at a moment, by address.

        prose holds longer words, pictures what goes with items, both by announcement.
        """
        view = View(self.catalogue, self.fragments, self.site.url, self.site)
        contents = feed_contents(view, prose, self.site.url)
        return encode_feeds(self.catalogue, self.site, contents, pictures)

    def enclosures(self, drawn: Mapping[str, bytes]) -> dict[str, Enclosure]:
        """Return the picture that goes with each announcement: the one that its page shows in previews."""
        lengths = {path: len(content) for path, content in drawn.items()}
        found = {}
        for id, announcement in self.catalogue.announcements.items():
            picture = self._picture(address_of(KIND, id), announcement)
            if picture.path in lengths:
                url = self.site.url + picture.path
                found[id] = Enclosure(url, picture.type, lengths[picture.path])
        return found
