"""A flyer -> a PDF of one page: real text, tagged, with title, language, author; the same bytes each time."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from fpdf import FPDF
from fpdf.fonts import TTFFont
from fpdf.prefs import ViewerPreferences
from PIL import ImageColor

from ...palette import QUIET
from ..cards.runs import Run, clusters, unreadable, writing
from ..cards.typefaces import Face, shows
from ..qr import encode_png
from .elements import HEIGHT, WIDTH, Code, Drawing, Element, Field, Line, Words
from .flyer import Flyer
from .lettering import BOX, cut_face, kerned, run_width
from .page import laid_out

CODE = 500  # pixels


def encode_flyer(flyer: Flyer) -> bytes:
    """Return a flyer as PDF."""
    return written(flyer, laid_out(flyer))


def written(flyer: Flyer, elements: Iterable[Element]) -> bytes:
    """Return the PDF of a flyer whose elements are laid out."""
    found = list(elements)
    sheet = _Sheet(flyer)
    sheet.take_faces(found)
    for element in found:
        sheet.put(element)
    return bytes(sheet.output())


def undrawn(flyer: Flyer) -> str:
    """Return which words are in a script that no typeface has, by name: 'title, summary'; or ''."""
    said = {
        "title": flyer.title,
        "place": flyer.place,
        "summary": " ".join(flyer.summary),
        "facts": " ".join(words for _, words in flyer.rows),
    }
    return ", ".join(
        name for name, words in said.items() if unreadable(writing(words, "plain", flyer.language))
    )


class _Sheet(FPDF):
    """A PDF of one page that knows the typefaces of cards, and tags what it shows (PDF 1.7, 14.8)."""

    def __init__(self, flyer: Flyer) -> None:
        super().__init__(unit="pt", format=(WIDTH, HEIGHT))
        self.set_auto_page_break(False)
        self.set_title(flyer.title)
        self.set_lang(flyer.language)
        self.set_author(flyer.author)
        self.set_subject(flyer.label)
        self.set_creator(flyer.site)
        self.set_creation_date(flyer.made)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self._names: dict[Face, str] = {}
        self._tag = ""
        self.add_page()

    def take_faces(self, elements: Iterable[Element]) -> None:
        """Take in of each typeface the letters that the words need."""
        letters: dict[Face, set[str]] = {}
        for line in (line for one in elements if isinstance(one, Words) for line in one.lines):
            for run in line.text.runs(line.words):
                if run.face:
                    letters.setdefault(run.face, set()).update(_shown(run.text))
        for number, (face, needed) in enumerate(sorted(letters.items(), key=lambda item: repr(item[0]))):
            self._names[face] = f"face{number}"
            part: Any = cut_face(face, needed)  # fpdf2 asks for a path; fontTools, which reads it, takes both
            self.fonts[f"face{number}"] = TTFFont(self, part, f"face{number}", "")

    def put(self, element: Element) -> None:
        """Put an element on the page."""
        match element:
            case Field(box, fill):
                with self._artifact():
                    self.set_fill_color(*_rgb(fill))
                    self.rect(*box, style="F")
            case Drawing(box, content, ""):
                with self._artifact():
                    self.image(BytesIO(content), *box)
            case Drawing(box, content, alt):
                with self._tagged("Figure", alt):
                    self.image(BytesIO(content), *box)
            case Code(left, top, side, link):
                with self._tagged("Figure", f"QR code of {link}"):
                    self.image(BytesIO(encode_png(link, CODE)), left, top, side, side)
            case Words():
                self._write(element)

    def _write(self, words: Words) -> None:
        self.set_text_color(*_rgb(words.ink))
        with self._tagged(words.tag):
            for line in words.lines:
                self._write_line(line, words.size)
        for line in words.lines if words.link else ():
            left, top, right, bottom = line.box(words.size)
            self.link(left, top, right - left, bottom - top, words.link)

    def _write_line(self, line: Line, size: float) -> None:
        x = line.x
        for run in line.text.runs(line.words):
            if run.face:
                self.set_font(self._names[run.face], size=size)
                self._write_run(run, x, line.baseline, size)
            else:
                self._boxes(run, x, line.baseline, size)
            x += run_width(run) * size

    def _write_run(self, run: Run, x: float, baseline: float, size: float) -> None:
        for part, moved in kerned(run):
            self.text(x, baseline, "".join(_shown(part)))
            x += run_width(Run(part, run.face)) * size + moved * size / 1000

    def _boxes(self, run: Run, x: float, baseline: float, size: float) -> None:
        self.set_draw_color(*_rgb(QUIET))
        for number in range(len(clusters(run.text))):
            self.rect(x + (number * BOX + 0.06) * size, baseline - 0.72 * size, 0.52 * size, 0.72 * size)

    @contextmanager
    def _tagged(self, tag: str, alt: str | None = None) -> Iterator[None]:
        """Say what is shown inside: the tag of a standard structure type, and words for a picture."""
        number = self.struct_builder.next_mcid_for_page(self.page)
        self._add_marked_content(struct_type=f"/{tag}", mcid=number, alt_text=alt)
        self._out(f"/{tag} <</MCID {number}>> BDC")
        yield
        self._out("EMC")

    @contextmanager
    def _artifact(self) -> Iterator[None]:
        """Say that what is shown inside says nothing: programs that read aloud leave it out."""
        self._out("/Artifact BMC")
        yield
        self._out("EMC")


def _shown(text: str) -> list[str]:
    return [char for char in text if shows(char)]


def _rgb(colour: str) -> tuple[int, ...]:
    return ImageColor.getrgb(colour)[:3]
