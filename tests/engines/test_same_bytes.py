"""Whatever turns Markdown into HTML, with a theme or without, the site is the same, byte for byte."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from macros.engines.commands import run_command
from macros.engines.plain import plain
from macros.moments import EPOCH
from macros.program import site
from macros.settings import Folders

from ..copies import copied

ENVIRONMENT = {EPOCH: "1795000000"}  # 2026-11-18, so that no second passes between two builds
EXTENSIONS = "markdown_extensions:\n  - footnotes\n  - def_list\n  - smarty\n  - admonition\n"
HARD = """\
---
title: Hard words
contents: true
---

# Heading with `code` & "quotes" { #top }

Text with {{ fact("altan-sand-2020") }} in it, {{ study_link("hedge-study") }}.[^1]
A [link](index.md), one [with an anchor](hard.md#three), to [itself](hard.md),
[there](#two), and [by name][home].

## Two { #two }

{{ key_figures("altan-sand-2020") }}

- a list
    - with {{ topic_link("sand") }} inside
    - and *another*

Term
:   What it means -- "so".

<div class="ne-box" markdown>
**Bold** {{ event_link("dune-forum-2024") }} and {% raw %}{{ braces }}{% endraw %}
</div>

| A | B |
|---|:-:|
| {{ country_link("altan") }} | `x < y` |

!!! note
    A note with {{ fact("altan-sand-2020") }}

!!! quote "A. Herder"
    The hedge & the sand.

!!! address
    Dune House
    7 Hedge Road

## Three { #three }

<!-- a remark with {{ fact("altan-sand-2020") }} -->

[^1]: A footnote with {{ document_link("sand-atlas") }}.

[home]: index.md "Home"
"""


def documents_of(project: Folders) -> dict[str, bytes]:
    """Return every document that the plain engine's site has, by address."""
    return dict(site(project, ENVIRONMENT, plain))


def built_by(engine: str, project: Folders, folder: Path) -> dict[str, bytes]:
    """Return every file of the site that an engine's own command builds, by address."""
    said: list[str] = []
    status = run_command(engine, folder, project.root, {**os.environ, **ENVIRONMENT}, said.append)
    assert status == 0, "\n".join(said)
    assert not [line for line in said if "WARNING" in line]
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def different(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """Return the addresses at which two sites differ."""
    return sorted(address for address in {*one, *other} if one.get(address) != other.get(address))


def test_every_engine_makes_the_same_site(real: Folders, tmp_path: Path) -> None:
    """Python-Markdown, MkDocs and ProperDocs give the same bytes at the same addresses, and nothing else."""
    plainly = documents_of(real)
    assert len(plainly) > 500
    for engine in ("mkdocs", "properdocs"):
        assert different(plainly, built_by(engine, real, tmp_path / engine)) == [], engine


@pytest.fixture
def hard(sample: Folders, tmp_path: Path) -> Folders:
    """Return the sample project with a page that has all that Markdown, Jinja and the extensions know."""
    project = copied(sample, tmp_path / "project")
    settings = project.settings.read_text(encoding="utf-8")
    project.settings.write_text(settings.replace("markdown_extensions:\n", EXTENSIONS), encoding="utf-8")
    (project.docs / "hard.md").write_text(HARD, encoding="utf-8")
    return project


def test_hard_words_come_out_the_same(hard: Folders, tmp_path: Path) -> None:
    """Footnotes, links, slots in lists, tables, notes and HTML: no engine has a word of its own."""
    plainly = documents_of(hard)
    page = plainly["hard/index.html"].decode()
    assert "data-slot" not in page
    assert "site:" not in page
    for engine in ("mkdocs", "properdocs"):
        assert different(plainly, built_by(engine, hard, tmp_path / engine)) == [], engine


def test_nothing_comes_of_the_theme(hard: Folders, tmp_path: Path) -> None:
    """With 'name: null' in place of Material the site is the same: nothing of ours depends on it."""
    themed = built_by("mkdocs", hard, tmp_path / "themed")
    settings = hard.settings.read_text(encoding="utf-8")
    assert "  name: material\n" in settings
    hard.settings.write_text(settings.replace("  name: material\n", "  name: null\n"), encoding="utf-8")
    for engine in ("mkdocs", "properdocs"):
        assert different(themed, built_by(engine, hard, tmp_path / f"bare-{engine}")) == [], engine
