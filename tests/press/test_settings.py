"""mkdocs.yml: what it may say, and each mistake in one line with its place."""

from pathlib import Path

import pytest
from pathspec.gitignore import GitIgnoreSpec

from macros.catalogue.problems import each_once
from macros.mkdocs_yml import configured
from macros.settings import Folders

WRONG = {
    ("site_name: Dunes of Altan", "site_name:"): (2, "'site_name' must be a text"),
    ("site_name: Dunes of Altan", "site_nam: Dunes"): (2, "did you mean 'site_name'?"),
    ("site_name: Dunes of Altan", "site_name: 'Dunes"): (2, "a quotation mark is opened and never closed"),
    ("site_name: Dunes of Altan", "site_name: A: B"): (2, "put the text in quotes"),
    ("https://example.org/dunes/", "example.org"): (3, "cannot be the site's address"),
    ("https://example.org/dunes/", "https://a@example.org/"): (3, "cannot be the site's address"),
    ("https://example.org/dunes/", "*there"): (3, "a value cannot begin with *"),
    ("items: 6", "items: 600"): (11, "write a whole number from 1 to 30"),
    ("items: 6", "accent: red"): (11, "write a colour as #"),
    ("docs_dir: docs", "docs_dir: pages"): (12, "this site needs 'docs'"),
    ("use_directory_urls: true", "use_directory_urls: 1"): (14, "this site needs 'true'"),
    ("name: material", "name: readthedocs"): (16, "must be 'material'"),
    ("font: false", "font: Roboto"): (18, "this site needs 'false'"),
    ("stylesheets/site.css", "stylesheets/sites.css"): (
        22,
        "there is no file 'assets/stylesheets/sites.css'",
    ),
    ("site.js\n    type: module", "site.js\n    type: 5"): (24, "a file, or 'path:' with 'type: module'"),
    ("filters.js\n    type: module", "filters.js\n    defer: true"): (28, "runs as a module only"),
    ("path: assets/javascripts/filters.js\n    type: module", "assets/javascripts/filters.js"): (
        28,
        "write 'type: module'",
    ),
    ("  - outreach\n", ""): (30, "must be outreach, macros, each once and in this order"),
    ("  - outreach\n", "  - outreech\n"): (31, "did you mean 'outreach'?"),
    ("  - outreach\n", "  - outreach\n  - search\n"): (32, "'search' is no plugin of this site"),
    ("on_undefined: strict", "on_undefined: keep"): (32, "'macros' needs the options"),
    ("  - tables", "  - table"): (39, "did you mean 'tables'?"),
    ("  - attr_list\n", ""): (36, "'attr_list' is missing"),
    ("permalink: false", "permalinks: false"): (40, "'toc' may say"),
    ("omitted_files: ignore", "omitted_files: warn"): (43, "most pages stand outside the navigation"),
    ("anchors: warn", "anchors: warm"): (46, "use one of: warn, info, ignore"),
    ("Home: index.md", "Home: [index.md]"): (48, "this is no entry of the navigation"),
    ("Home: index.md", "Home: /index.md"): (48, "'/index.md' is no page of docs/"),
    ("Home: index.md", "2026: index.md"): (48, "the title '2026' must be a text"),
    ("Home: index.md", "Dunes: dunes.md"): (47, "lacks the first page"),
    ("nav:", "nav: !!python/name:os.system"): (47, "write it plainly"),
    ("nav:", "nav:\n  - Again: index.md"): (49, "'index.md' stands twice in the navigation"),
    ("nav:", "copyright: twice\nnav:"): (47, "the key 'copyright' stands twice"),
    ("nav:", "hooks: [x.py]\nnav:"): (47, "'hooks' is no setting here"),
}

ONE_SLIP = {
    ("extra_css:", "  extra_css:"): (21, "begins its line, without blanks before it"),
    ("  favicon: ", "favicon: "): (20, "it belongs under 'theme'; indent it so"),
    ("    url: https://creative", "    uri: https://creative"): (9, "did you mean 'url'?"),
    ("    url: https://creativecommons.org/licenses/by/3.0/igo/\n  embed:", "  embed:\n    url: x"): (
        10,
        "it belongs under 'data_licence'",
    ),
    ("markdown_extensions:\n", ""): (36, "bring back the line 'markdown_extensions:' above it"),
    ("  - attr_list\n  - md", "  - attr_list\n    - md"): (37, "is no extension of Markdown"),
    ("  - macros:", "  - macros:\n  - macros:"): (33, "'macros' stands twice"),
    ("nav:", "<<<<<<< HEAD\nnav:"): (47, "is the mark of a Git conflict"),
}
WRONG |= ONE_SLIP


@pytest.mark.parametrize("change", WRONG)
def test_a_mistake_is_one_line_with_its_place(
    change: tuple[str, str], sample: Folders, tmp_path: Path
) -> None:
    """What MkDocs would refuse in its own words, or take in silence, is told in ours."""
    text = (sample.root / "mkdocs.yml").read_text(encoding="utf-8")
    assert change[0] in text
    (tmp_path / "mkdocs.yml").write_text(text.replace(*change), encoding="utf-8")
    (tmp_path / "overrides").symlink_to(sample.root / "overrides")
    _, problems = configured(tmp_path, {})
    found = [(problem.path, problem.line, WRONG[change][1] in problem.message) for problem in problems]
    assert found == [("mkdocs.yml", WRONG[change][0], True)], problems


def test_a_file_that_lost_its_end_is_one_line(sample: Folders, tmp_path: Path) -> None:
    """Wherever it is cut, what is missing and what is half there have one cause."""
    text = (sample.root / "mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "overrides").symlink_to(sample.root / "overrides")
    for end in range(70, len(text) - 25, 7):
        (tmp_path / "mkdocs.yml").write_text(text[:end], encoding="utf-8")
        assert len(each_once(configured(tmp_path, {})[1])) == 1, text[:end]


def test_the_address_may_come_from_the_environment(real: Folders) -> None:
    """SITE_URL stands for the address where it is set, and is held to the same rule."""
    assert configured(real.root, {"SITE_URL": "https://a.org/b"})[0].site.url == "https://a.org/b/"
    assert configured(real.root, {})[0].site.url.startswith("https://")
    (problem,) = configured(real.root, {"SITE_URL": "nowhere"})[1]
    assert "'nowhere' cannot be the site's address" in problem.message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"\xff\xfe", "save it as a plain text in UTF-8"),
        (b"- a", "must be lines"),
    ],
)
def test_a_file_without_settings_is_one_line(tmp_path: Path, content: bytes, message: str) -> None:
    """An empty file, one of another encoding, or a list."""
    (tmp_path / "mkdocs.yml").write_bytes(content)
    (problem,) = configured(tmp_path, {})[1]
    assert (problem.line, message in problem.message) == (1, True), problem


@pytest.mark.parametrize(
    ("line", "path", "out"),
    [
        ("readme/", "readme/home.png", True),
        ("readme/", "a/readme/home.png", True),
        ("readme/", "readme.md", False),
        ("notes.md", "a/notes.md", True),
        ("a/b.md", "a/b.md", True),
        ("a/b.md", "c/a/b.md", False),
        ("readme/", ".hidden/x.md", True),
        ("readme/", "templates/x.md", True),
    ],
)
def test_what_is_left_out_is_what_mkdocs_leaves_out(
    sample: Folders, tmp_path: Path, line: str, path: str, out: bool
) -> None:
    """The lines of 'exclude_docs' mean the same here and there."""
    text = (sample.root / "mkdocs.yml").read_text(encoding="utf-8") + f"exclude_docs: |\n  {line}\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    (tmp_path / "overrides").symlink_to(sample.root / "overrides")
    configuration, problems = configured(tmp_path, {})
    assert problems == []
    assert configuration.left_out(path) is out
    assert GitIgnoreSpec.from_lines([".*", "/templates/", line]).match_file(path) is out
