"""Values of a study -> a final study, and a catalogue that knows it, for tests of how it is cited."""

from copy import copy
from typing import Any

from hypothesis import strategies as st

from macros.catalogue import Catalogue
from macros.records.organization import Organization
from macros.records.study import Study
from macros.settings import Site

from .taken import unchecked

SITE = Site(
    url="https://example.org/sand/",
    title="Sand",
    description="About sand.",
    rights="The Sand Programme",
    author="Sand Secretariat",
)
SOURCE = {"document": "forum-report-2024", "paragraph": "9"}
HOSTILE = (
    "{", "}", "\\", "%", "&", "$", "#", "_", "~", "^", '"', "'", "`", "@", "\n", " ", "--", "''", "``", "?`",
    "{}", "\\}", "\\textbraceleft{}", "\\n", " and ", ", ", "TY  - RPRT", "ER  - ", "@book{x,", "</script>",
    "<i>", "</i>", "&amp;", "&#34;", "{{ x }}", "<span class=\"nocase\">", ".", "?", "[", "]", ":", ";",
    "Цөлжилт", "опустынивание", "砂漠化", "사막화 방지", "𠮷野家", "العربية", "\u0301", "\u200b", "\u202e",
    "\u00a0", "\u3000", "\u2028", "\ufeff", "🏜️",
)  # fmt: skip

characters = st.characters(exclude_categories=("Cc", "Cs", "Co")).filter(lambda c: ord(c) & 0xFFFE != 0xFFFE)
words = (
    st.text(characters, min_size=1, max_size=40)
    | st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=8).map("".join)
).filter(lambda text: bool(text.strip()))


def final_study(**values: Any) -> Study:
    """Return a final study with some values of its own, whose title and summary may be any words."""
    any_words: dict[str, Any] = {
        key: unchecked(values.pop(key)) for key in ("title", "summary") if isinstance(values.get(key), str)
    }
    study = Study.model_validate(
        {
            "id": "dune-paper",
            "title": "Dunes of Altan",
            "kind": "policy paper",
            "stage": "final",
            "basis": {"words": "the paper is out", "source": SOURCE},
            "summary": "How dunes move.\n\nAnd why.",
            "published": "2015",
            "topics": ["sand"],
            "sources": [SOURCE],
            **values,
        }
    )
    return study.model_copy(update=any_words)


def knowing(catalogue: Catalogue, study: Study, programme: str | None = "Sand Programme") -> Catalogue:
    """Return the catalogue with one study, and with a record of the programme unless its name is None."""
    known = copy(catalogue)
    known.studies = {study.id: study}
    if programme:
        record = _organization("neaspec", programme)
        known.organizations = {**catalogue.organizations, record.id: record}
    return known


def _organization(id: str, name: str) -> Organization:
    return Organization.model_validate(
        {"id": id, "name": name, "kind": "intergovernmental", "summary": "It works.", "sources": [SOURCE]}
    )
