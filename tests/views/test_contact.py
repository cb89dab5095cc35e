"""How to reach the Secretariat stands wherever it is looked for, and nowhere where nobody told it."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from macros.__main__ import main
from macros.emitters.questionnaire import XLSX_PATH, encode_questionnaire
from macros.emitters.structured.graph import PagePlace, encode_structured
from macros.press.frame import Framed
from macros.project import open_public
from macros.releases.loading import check_data, load_catalogue
from macros.settings import Folders
from macros.views.contact import contact_pages

from ..copies import copied
from .goldens import SITE, sample_view

PLACE = PagePlace("contact/", "Contact", "How to reach us")
MAIL = "desk@example.org"


@pytest.fixture
def project(tmp_path: Path, sample: Folders) -> Folders:
    """Return a copy of the sample project, which has a contact that is made up."""
    return copied(sample, tmp_path)


def test_address_lines_keep_their_breaks_and_mail_can_be_copied() -> None:
    """Each line of the address stands on its own, as plain text; an address of e-mail is text and link."""
    (page,) = contact_pages(sample_view())
    assert "</a><br>Dune House, Third Floor<br>7 &amp; 8 Hedge Road<br>Altan City</address>" in page.html
    assert f'<a class="ne-reach__email" href="mailto:{MAIL}">{MAIL}</a>' in page.html
    assert 'href="tel:+99011345678">+99 (0)11 345-678</a>' in page.html
    assert all(words in page.search[0].text for words in ("Hedge Road", MAIL, "345-678", "Journalists"))


def test_footer_questionnaire_and_structured_data_know_it(project: Folders) -> None:
    """The footer of every page leads to it, the questionnaire and JSON-LD say whom to ask."""
    opened = open_public(project, {})
    page = Framed(path="x/", title="X", content="")  # type: ignore[arg-type]
    assert '<li><a href="../contact/">Contact</a></li>' in opened.edition().frame.page(page)
    assert MAIL in _words(project)
    graph = json.loads(encode_structured(opened.public.catalogue, SITE, PLACE))["@graph"]
    point = graph[1]["contactPoint"]
    assert (point["@type"], point["email"]) == ("ContactPoint", [MAIL, "press@example.org"])
    assert graph[1]["address"] == "Dune House, Third Floor, 7 & 8 Hedge Road, Altan City"
    assert graph[2]["@type"] == "ContactPage"


def test_without_the_record_nothing_speaks_of_it(project: Folders) -> None:
    """No page, no link to one, no word: and that is no mistake."""
    (project.data / "contact.yml").unlink()
    assert check_data(project.data)[1] == []
    opened = open_public(project, {})
    page = Framed(path="x/", title="X", content="")  # type: ignore[arg-type]
    assert "contact/" not in opened.edition().frame.page(page)
    assert list(contact_pages(replace(sample_view(), catalogue=opened.public.catalogue))) == []
    assert "Questions" not in _words(project)
    assert "contactPoint" not in encode_structured(opened.public.catalogue, SITE, PLACE)


def test_a_file_is_begun_by_a_command(project: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    """It is one file and has no id of its own; what is there already is left alone."""
    (project.data / "contact.yml").unlink()
    assert main(["--project", str(project.root), "new", "contact"]) == 0
    assert "organization:" in (project.data / "contact.yml").read_text(encoding="utf-8")
    assert main(["--project", str(project.root), "new", "contact"]) == 1
    assert "data/contact.yml is there already; edit that file" in capsys.readouterr().out
    assert main(["--project", str(project.root), "new", "events"]) == 1


def _words(project: Folders) -> str:
    """Return every word of the questionnaire as a workbook."""
    files = encode_questionnaire(load_catalogue(project.data))
    return ZipFile(BytesIO(files[XLSX_PATH])).read("xl/sharedStrings.xml").decode()
