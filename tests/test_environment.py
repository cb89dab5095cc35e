"""Macros under an engine that has no plugin of ours: what they show is what the public sees."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment
from markupsafe import Markup

from macros import define_env
from macros.settings import Folders

from .copies import copied

SAID = """\
guid: tag:neaspec.org,2026:said-{name}
standing: {standing}
kind: news
about: {{country: altan}}
released: {released}
headline: Said {name}
summary: A summary.
"""
NAMES = {
    "draft": ("draft", "2026-05-01 09:00 +09:00"),
    "scheduled": ("ready", "2026-09-01 09:00 +09:00"),
    "due": ("ready", "2026-05-01 09:00 +09:00"),
}
JULY, IN_2028 = "1783036800", "1830000000"


@dataclass
class Engine:
    """What mkdocs-macros hands to a project, as far as we use it."""

    conf: dict[str, Any]
    macros: dict[str, Callable[..., Markup]] = field(default_factory=dict)

    def macro(self, function: Callable[..., Markup], name: str) -> None:
        """Register a macro."""
        self.macros[name] = function

    def render(self, call: str) -> str:
        """Return what a call gives on a page at the top."""
        page = SimpleNamespace(url="x/")
        return Environment(autoescape=True).from_string(call).render(self.macros, page=page)


@pytest.fixture
def project(sample: Folders, tmp_path: Path) -> Folders:
    """Return a copy of the sample project with a draft, a scheduled and a due announcement."""
    project = copied(sample, tmp_path / "project")
    for name, (standing, released) in NAMES.items():
        text = SAID.format(name=name, standing=standing, released=released)
        (project.data / "announcements" / f"{name}.yml").write_text(text)
    return project


def test_drafts_stay_drafts(project: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a draft nor what is scheduled shows before its moment; what has fallen due does."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", JULY)
    engine = Engine({"docs_dir": str(project.docs), "plugins": {"search": {}, "outreach": {}}})
    define_env(engine)
    shown = engine.render("{{ update_list() }}{{ latest_updates() }}")
    assert [name for name in NAMES if f"Said {name}" in shown] == ["due"]


def test_what_is_over_is_not_ahead(project: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    """The moment counts for events, too: a workshop of March 2027 is told otherwise after it."""
    shown = []
    for moment in (JULY, IN_2028):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
        engine = Engine({"docs_dir": str(project.docs)})
        define_env(engine)
        shown.append(engine.render('{{ event("reed-workshop-2027") }}'))
    assert shown[0] != shown[1]


def test_the_settings_of_the_site_are_known(project: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    """Calendars are offered at the address that mkdocs.yml says."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", JULY)
    engine = Engine({"docs_dir": str(project.docs)})
    define_env(engine)
    assert "example.org/dunes/calendar/" in engine.render("{{ feed_list() }}")


def test_each_macro_has_its_name_and_says_what_it_gives(project: Folders) -> None:
    """macros_info() shows both to whoever writes pages, beside our plugin and without it."""
    for plugins in ({}, {"outreach": SimpleNamespace(slots=iter(()))}):
        engine = Engine({"docs_dir": str(project.docs), "plugins": plugins})
        define_env(engine)
        assert len(engine.macros) > 30
        for name, macro in engine.macros.items():
            assert macro.__name__ == name
            assert (macro.__doc__ or "").startswith("Return "), name


def test_beside_our_plugin_a_macro_leaves_the_next_slot(project: Folders) -> None:
    """The press fills it once the engine is done, so that no engine reads what a macro makes."""
    plugin = SimpleNamespace(slots=iter(["<i>0</i>", "<i>1</i>"]))
    engine = Engine({"docs_dir": str(project.docs), "plugins": {"outreach": plugin}})
    define_env(engine)
    assert engine.render('{{ update_list() }} and {{ fact("altan-sand-2020") }}') == "<i>0</i> and <i>1</i>"
