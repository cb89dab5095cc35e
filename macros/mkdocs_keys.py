"""The keys of mkdocs.yml -> what each may say, and a sentence about whatever else stands there."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markdown import Markdown

from .catalogue.problems import suggestion
from .catalogue.shape import KeyPath
from .views.embed import EmbedStyle, style_from

Found = tuple[KeyPath, str]
PLAIN_PATH = re.compile(r"/?[\w-]+(?:/[\w-]+)*(?:\.\w+|/)?", re.ASCII)
MODULE = re.compile(r"^(?:import|export)\s", re.ASCII | re.MULTILINE)
LEVELS = ("warn", "info", "ignore")
LINK_CHECKS = ("not_found", "absolute_links", "unrecognized_links", "anchors")
PLUGINS: Mapping[str, Mapping[str, Any]] = {
    "outreach": {},
    "macros": {"module_name": "macros", "on_error_fail": True, "on_undefined": "strict"},
}
EXTENSIONS = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "fenced_code",
    "footnotes",
    "md_in_html",
    "sane_lists",
    "smarty",
    "tables",
    "toc",
)
NEEDED = ("attr_list", "md_in_html")
TWICE = "'{}' stands twice; keep one of them"
MOVED = "bring back the line '{}:' above it"


@dataclass(frozen=True, slots=True)
class Key:
    """A key of mkdocs.yml: what is wrong with a value of it, whether it must be there, the keys below it."""

    unfit: Callable[[Any, Path], Iterator[Found]]
    needed: bool = True
    below: Mapping[str, "Key"] | None = None


def extensions_of(value: Any) -> dict[str, dict[str, Any]]:
    """Return the extensions of Markdown by name, each with its options; the value is one in order."""
    return {name: dict(options or {}) for name, options in _named(value)}


def _text(value: Any, _: Path) -> Iterator[Found]:
    if not isinstance(value, str):
        yield (), "must be a text; put it in quotes"
    elif not value.strip():
        yield (), "is empty; write it"
    elif not value.strip().isprintable():
        yield (), "holds a line break or an invisible character; write it on one line, or after '>-'"


def _address(value: Any, _: Path) -> Iterator[Found]:
    form = "write the full address where the site stands, such as https://neaspec.org/dld/"
    try:
        parts = urlsplit(value if isinstance(value, str) else "")
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    whole = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    plain = isinstance(value, str) and value.isascii() and value.isprintable() and " " not in value
    if not whole or not plain or parts.query or parts.fragment or port == 0:
        yield (), f"'{value}' cannot be the site's address; {form}"


def _link(value: Any, _: Path) -> Iterator[Found]:
    whole = isinstance(value, str) and re.fullmatch(r"https?://[\w.-]+\.\w+(/[!-~]*)?", value, re.ASCII)
    if not whole:
        yield (), f"'{value}' is no full address; write one that begins with https://"


def _exactly(wanted: Any) -> Key:
    shown = str(wanted).lower() if isinstance(wanted, bool) else wanted

    def unfit(value: Any, _: Path) -> Iterator[Found]:
        if value != wanted or isinstance(value, bool) != isinstance(wanted, bool):
            yield (), f"is {value!r}; this site needs '{shown}'"

    return Key(unfit)


def _group(keys: Mapping[str, Key]) -> Key:
    def unfit(value: Any, _: Path) -> Iterator[Found]:
        if not isinstance(value, dict):
            yield (), f"must be a group of keys: {', '.join(keys)}"

    return Key(unfit, below=keys)


def _level(value: Any, _: Path) -> Iterator[Found]:
    if value not in LEVELS:
        yield (), f"cannot be '{value}'; use one of: {', '.join(LEVELS)}"


def _quiet(value: Any, _: Path) -> Iterator[Found]:
    if value not in ("info", "ignore"):
        yield (), "must be 'ignore': most pages stand outside the navigation"


def _embed(value: Any, _: Path) -> Iterator[Found]:
    if value is None:
        return
    if not isinstance(value, dict):
        yield (), f"stands {value!r}; write keys below it, such as 'items: 6'"
        return
    try:
        style_from(value)
    except (ValueError, TypeError) as wrong:
        named = str(wrong).partition(" ")[0]
        yield (named,) if named in value else (), f"'{named}'{str(wrong).removeprefix(named)}"


def _paths(value: Any, root: Path) -> Iterator[Found]:
    """Yield the styles and scripts that are not there, or that another site would give."""
    if not isinstance(value, list):
        yield (), "must be a list of files; write each on a line that begins with '- '"
        return
    for number, item in enumerate(value):
        path = item.get("path") if isinstance(item, dict) else item
        if not isinstance(path, str) or not _plain(item):
            yield (number,), "must be a file, or 'path:' with 'type: module'"
        elif not any(_inside(root / top, path) for top in ("docs", "overrides")):
            yield (number,), f"there is no file '{path}' in docs/ or overrides/ (other sites give us none)"
        elif _kind(item) != "module" and any(_module(root / top / path) for top in ("docs", "overrides")):
            yield (number,), f"'{path}' runs as a module only; write 'type: module' below its 'path:'"


def _plain(item: Any) -> bool:
    """Return whether a file is named alone, or with keys and values that MkDocs takes."""
    keys = dict(item) if isinstance(item, dict) else {}
    flags = (keys.get("defer", False), keys.get("async", False))
    known = keys.keys() <= {"path", "defer", "async", "type"}
    return known and isinstance(_kind(item), str) and all(isinstance(flag, bool) for flag in flags)


def _kind(item: Any) -> Any:
    return item.get("type", "") if isinstance(item, dict) else ""


def _module(file: Path) -> bool:
    """Return whether a script takes from others or gives to them, as only modules may."""
    try:
        return bool(MODULE.search(file.read_text("utf-8", "replace")))
    except OSError:
        return False


def _inside(folder: Path, path: str) -> bool:
    try:
        file = (folder / path).resolve()
        return file.is_file() and file.is_relative_to(folder.resolve())
    except (OSError, ValueError):
        return False


def _favicon(value: Any, root: Path) -> Iterator[Found]:
    if not isinstance(value, str) or not any(_inside(root / top, value) for top in ("docs", "overrides")):
        yield (), f"there is no file '{value}' in docs/ or overrides/"


def _named(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield name and options of each item of a list, or of a mapping, as MkDocs takes both."""
    items = value.items() if isinstance(value, dict) else None
    for item in value if isinstance(value, list) else ():
        if isinstance(item, dict) and len(item) == 1:
            yield next((str(key), options) for key, options in item.items())
        else:
            yield str(item), None
    yield from ((str(key), options) for key, options in items or ())


def _plugins(value: Any, _: Path) -> Iterator[Found]:
    if not isinstance(value, list):
        yield (), "must be a list; write each plugin on a line that begins with '- '"
        return
    found = list(_named(value))
    wrong = [(number, _unfit_plugin(found, number)) for number in range(len(found))]
    told = {message: (number,) for number, message in reversed(wrong) if message}
    yield from ((keys, message) for message, keys in reversed(told.items()))
    if not told and [name for name, _ in found] != list(PLUGINS):
        yield (), f"must be {', '.join(PLUGINS)}, each once and in this order"


def _unfit_plugin(found: list[tuple[str, Any]], number: int) -> str:
    """Return why an item is no plugin of this site, or nothing."""
    name, options = found[number]
    names = [other for other, _ in found]
    if name in EXTENSIONS:
        return f"holds an extension of Markdown; {MOVED.format('markdown_extensions')}"
    if name not in PLUGINS:
        known = suggestion(name, PLUGINS) or f"; this site uses {', '.join(PLUGINS)}"
        return f"'{name}' is no plugin of this site{known}"
    if names.count(name) > 1:
        return TWICE.format(name) if names.index(name) < number else ""
    if (options or {}) != PLUGINS[name]:
        wanted = ", ".join(f"{key}: {str(item).lower()}" for key, item in PLUGINS[name].items())
        return f"'{name}' needs the options {{{wanted}}} and no others"
    return ""


def _extensions(value: Any, _: Path) -> Iterator[Found]:
    if not isinstance(value, list):
        yield (), "must be a list; write each extension on a line that begins with '- '"
        return
    found = list(_named(value))
    for number, (name, options) in enumerate(found):
        if name not in EXTENSIONS:
            known = suggestion(name, EXTENSIONS) or f"; use one of: {', '.join(EXTENSIONS)}"
            yield (number,), f"'{name}' is no extension of Markdown that this site knows{known}"
        elif [other for other, _ in found[:number]].count(name):
            yield (number,), TWICE.format(name)
        else:
            yield from (((number,), message) for message in _unfit_options(name, options))
    names = {name for name, _ in found}
    for name in NEEDED if names <= set(EXTENSIONS) else ():  # one that nobody knows may be meant for it
        if name not in names:
            yield (), f"'{name}' is missing; add a line '- {name}'"


def _unfit_options(name: str, options: Any) -> Iterator[str]:
    if options is not None and not isinstance(options, dict):
        yield f"'{name}' must have keys below it, or stand alone"
        return
    if name == "toc" and set(options or {}) - {"permalink", "toc_depth"}:
        yield "'toc' may say 'permalink' and 'toc_depth' and nothing else"
        return
    try:
        Markdown(extensions=[name], extension_configs={name: options or {}}).convert("# A\n\n## B\n\n### C\n")
    except Exception:
        yield f"'{name}' does not take these options; see the manual of Python-Markdown"


def _excluded(value: Any, _: Path) -> Iterator[Found]:
    for line in value.splitlines() if isinstance(value, str) else ["*"]:
        if line.strip() and not PLAIN_PATH.fullmatch(line.strip()):
            yield (), f"'{line.strip()}' must be a folder or file under docs/, such as 'readme/'"


def _watch(value: Any, root: Path) -> Iterator[Found]:
    for number, name in enumerate(value if isinstance(value, list) else [value]):
        if not isinstance(name, str) or not (root / name).exists():
            yield (number,) if isinstance(value, list) else (), f"there is no folder '{name}'"


def _flag(value: Any, _: Path) -> Iterator[Found]:
    if not isinstance(value, bool):
        yield (), "must be true or false"


def _nav(value: Any, _: Path) -> Iterator[Found]:
    """Yield what is no navigation by its form; whether its pages are there is for the pages to say."""
    if not isinstance(value, list) or not value:
        yield (), "must be a list of pages, such as '- Studies: studies/index.md'"


THEME = {
    "name": Key(lambda value, _: iter(() if value in ("material", None) else [((), "must be 'material'")])),
    "custom_dir": _exactly("overrides"),
    "font": _exactly(False),
    "language": _exactly("en"),
    "favicon": Key(_favicon),
}
CHECKS = {name: Key(_level, needed=False) for name in LINK_CHECKS}
EMBED = {field.name: Key(lambda _, __: iter(()), needed=False) for field in fields(EmbedStyle)}
LICENCE = {"name": Key(_text), "url": Key(_link)}
KEYS: Mapping[str, Key] = {
    "site_name": Key(_text),
    "site_url": Key(_address),
    "site_description": Key(_text),
    "copyright": Key(_text),
    "extra": _group({"data_licence": _group(LICENCE), "embed": Key(_embed, needed=False, below=EMBED)}),
    "docs_dir": _exactly("docs"),
    "site_dir": _exactly("site"),
    "use_directory_urls": _exactly(True),
    "theme": _group(THEME),
    "extra_css": Key(_paths),
    "extra_javascript": Key(_paths),
    "plugins": Key(_plugins),
    "markdown_extensions": Key(_extensions),
    "watch": Key(_watch, needed=False),
    "validation": _group({"omitted_files": Key(_quiet), **CHECKS}),
    "exclude_docs": Key(_excluded, needed=False),
    "nav": Key(_nav),
    "strict": Key(_flag, needed=False),
}
