"""The sample project and a kind of record that there is not, visits -> a project of its own that has it."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]
WHOLE = ("macros", "overrides")
SAMPLE = ROOT / "tests" / "sample_data"
DATA = "tests/sample_data/data"

RECORD = '''\
"""Visits: to a place where the work can be seen."""

from typing import Annotated

from .base import CountryId, Id, Record, Ref, TopicId
from .kind import CardOf, Kind, OwnPage, Said, newest_first
from .plain_text import Line
from .source import Sources
from .text import Text
from .when import PartialDate

VisitId = Annotated[Id, Ref("visits")]


class Visit(Record):
    """A visit: when, to whom, and what was seen."""

    title: Line
    date: PartialDate | None = None
    summary: Text
    countries: tuple[CountryId, ...] = ()
    topics: tuple[TopicId, ...] = ()
    sources: Sources


KIND = Kind(
    name="visits",
    model=Visit,
    layout="one a file",
    noun="visit",
    label="Visits",
    page=OwnPage(
        folder="visits",
        call="visit",
        list="visit_list",
        link="visit_link",
        related=("announcements", "countries", "topics"),
        below=("countries", "topics"),
        card=CardOf(design="event", label=lambda _: "Visit"),
        article=True,
        thing="CreativeWork",
    ),
    order=newest_first,
    said=Said(feed="visits", purpose="Where the work could be seen.", awaited=True),
)
'''
FRAGMENT = """\
{% import "_ui.html" as ui %}
<header class="ne-head">
{{ ui.crumbs(view, [("Visits", "visits/")]) }}
<p class="ne-eyebrow">Visit{% if record.date %} · {{ view.date(record.date) }}{% endif %}</p>
<h1>{{ view.text(record.title) }}</h1>
<div class="ne-lead">{{ ui.prose(view, record.summary) }}</div>
{{ ui.refs(view, record.sources) }}
</header>
{{ related }}
"""
VISIT = """\
# yaml-language-server: $schema=../schemas/visits.json
title: A walk to the oasis
date: 4 May 2025
summary: Herders showed which wells hold water in August.
countries: [altan]
topics: [sand]
sources:
  - {document: forum-report-2024, paragraph: 3}
"""
GUIDE = """
## A new visit

`.venv/bin/outreach new visits oasis-walk` writes `data/visits/oasis-walk.yml`; the page appears at
`/visits/oasis-walk/`, and on the pages of its countries and topics.
"""
PLAN = "    plan: PlanId | None = None\n"
ROWS = "PAGES: Mapping[str, Shown] = {\n"
ADDED = {
    "macros/records/visit.py": RECORD,
    "overrides/fragments/visit.html": FRAGMENT,
    f"{DATA}/visits/oasis-walk.yml": VISIT,
}
EDITED = {
    "macros/records/announcement.py": (
        ("from .study import Stage\n", "from .study import Stage\nfrom .visit import VisitId\n"),
        (
            "    plan: PlanId | None = None\n",
            "    plan: PlanId | None = None\n    visit: VisitId | None = None\n",
        ),
    ),
    "macros/catalogue/kinds.py": (
        ("    topic,\n)\n", "    topic,\n    visit,\n)\n"),
        ("        announcement,\n    )\n", "        announcement,\n        visit,\n    )\n"),
    ),
    "macros/views/kinds.py": (
        (
            ROWS,
            f'{ROWS}    "visits": Shown(in_fragment("visit"), in_cards("visits")),\n',
        ),
    ),
    "EDITING.md": (("\n## A new event\n", f"{GUIDE}\n## A new event\n"),),
}
PAGE = """\
---
title: Visits
---

# Visits

{{ visit_list() }}

The first: {{ visit_link("oasis-walk") }}.
"""
NEWS = """\
guid: tag:neaspec.org,2026:0000000000f1
standing: ready
kind: news
about: {visit: oasis-walk}
released: 2026-12-15 09:00 +09:00
headline: We walked to the oasis
summary: What the herders showed.
"""
CONTENT = {"docs/visits/index.md": PAGE, "data/announcements/oasis-walk-news.yml": NEWS}


def with_visits(project: Path) -> Path:
    """Make a project of the sample's records and this program, to which the kind is added; return it."""
    for name in ("macros", "overrides"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("data", "docs"):
        shutil.copytree(SAMPLE / name, project / name)
    shutil.copyfile(SAMPLE / "mkdocs.yml", project / "mkdocs.yml")
    shutil.copyfile(ROOT / "EDITING.md", project / "EDITING.md")
    (project / "tests").mkdir()
    (project / "tests" / "sample_data").symlink_to(project)
    for path, text in {**ADDED, **CONTENT}.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")
    for path, edits in EDITED.items():
        (project / path).write_text(_edited((project / path).read_text(encoding="utf-8"), edits), "utf-8")
    return project


def _edited(text: str, edits: tuple[tuple[str, str], ...]) -> str:
    """Return a text with other words at some places of it, each of which stands there once."""
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text
