"""mkdocs.yml -> the settings of the site, or every mistake in it with its line."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .catalogue import Problem, suggestion
from .catalogue.addresses import no_page, page_address
from .catalogue.reading.conflicts import conflict
from .catalogue.reading.docs_files import hidden
from .catalogue.reading.plain import line_of
from .catalogue.reading.refusals import unread
from .catalogue.reading.syntax import explain, odd_breaks, too_deep
from .catalogue.shape import KeyPath
from .mkdocs_groups import Wrong, unfit_settings
from .mkdocs_keys import extensions_of
from .press.markup import Extensions
from .settings import NOWHERE, Licence, Look, Script, Section, Site
from .views.embed import EmbedStyle, style_from

NAME = "mkdocs.yml"
HOME = "index.md"


@dataclass(frozen=True, slots=True)
class Configuration:
    """What mkdocs.yml says: the site, how its embed looks, its navigation, and what pages are made with."""

    site: Site = NOWHERE
    embed: EmbedStyle = field(default_factory=EmbedStyle)
    nav: tuple[tuple[str, int], ...] = ()
    excluded: tuple[str, ...] = ()
    extensions: Extensions = field(
        default_factory=lambda: {"admonition": {}, "attr_list": {}, "md_in_html": {}}
    )
    look: Look = field(default_factory=Look)

    def left_out(self, path: str) -> bool:
        """Return whether a file of docs/ is none of the site's, as engines leave it out."""
        return hidden(path) or any(_fits(line, path) for line in self.excluded)


def configured(root: Path, environment: Mapping[str, str]) -> tuple[Configuration, list[Problem]]:
    """Return what mkdocs.yml of a project says and what is wrong with it; with mistakes, the defaults."""
    try:
        text = (root / NAME).read_text(encoding="utf-8-sig") if (root / NAME).is_file() else None
    except OSError as error:
        return Configuration(), [Problem(NAME, 1, unread(error))]
    except UnicodeDecodeError:
        return Configuration(), [Problem(NAME, 1, "cannot be read; save it as a plain text in UTF-8")]
    if text is None:
        return Configuration(), [Problem(NAME, 1, "is missing; bring it back, the site needs this file")]
    values, faults = _values(text, environment)
    problems = [Problem(NAME, line, message) for line, message in faults]
    if not problems:
        problems = [_placed(text, wrong) for wrong in unfit_settings(values, root)]
    if not problems:
        nav, wrong = _navigation(values["nav"], text)
        problems = wrong
    if problems:
        return Configuration(), problems
    return (
        Configuration(
            _site(values),
            style_from(values["extra"].get("embed") or {}),
            nav,
            tuple(line.strip() for line in values.get("exclude_docs", "").splitlines() if line.strip()),
            extensions_of(values["markdown_extensions"]),
            _look(values),
        ),
        [],
    )


def unfit_navigation(configuration: Configuration, pages: Collection[str]) -> Iterator[Problem]:
    """Yield each entry of the navigation that names no page; pages are those of docs/."""
    for path, line in configuration.nav:
        if path not in pages:
            near = suggestion(path, pages) or "; write that page, or take the line out"
            wrong = f"the navigation names '{path}', which is no page of docs/{near}"
            yield Problem(NAME, line, wrong, no_page(page_address(path)))


def _placed(text: str, wrong: Wrong) -> Problem:
    named = wrong.message.startswith("'") or not wrong.keys
    about = "" if named else f"'{_last(wrong.keys)}' "
    return Problem(NAME, line_of(text, wrong.keys), f"{about}{wrong.message}", wrong.cause)


def _last(keys: KeyPath) -> str:
    return str(next(key for key in reversed(keys) if isinstance(key, str)))


def _site(values: Mapping[str, Any]) -> Site:
    licence = values["extra"]["data_licence"]
    return Site(
        url=f"{values['site_url'].rstrip('/')}/",
        title=values["site_name"],
        description=" ".join(values["site_description"].split()),
        rights=values["copyright"],
        licence=Licence(licence["name"], licence["url"]),
    )


def _look(values: Mapping[str, Any]) -> Look:
    sections = [_section(title, target) for item in values["nav"] for title, target in item.items()]
    scripts = [_script(item) for item in values["extra_javascript"]]
    styles = (str(item["path"] if isinstance(item, dict) else item) for item in values["extra_css"])
    return Look(tuple(sections), tuple(styles), tuple(scripts), values["theme"]["favicon"])


def _section(title: str, target: str | list[dict[str, str]]) -> Section:
    entries = target if isinstance(target, list) else [{title: target}]
    pages = [(page_address(path), name) for entry in entries for name, path in entry.items()]
    return Section(title, tuple(pages))


def _script(item: str | dict[str, Any]) -> Script:
    if isinstance(item, str):
        return Script(item)
    return Script(item["path"], item.get("type", ""), item.get("defer", False), item.get("async", False))


def _navigation(nav: Any, text: str) -> tuple[tuple[tuple[str, int], ...], list[Problem]]:
    """Return the pages of the navigation with their lines, and what is no entry of it."""
    pages: list[tuple[str, int]] = []
    problems: list[Problem] = []
    for keys, path, message in _entries(nav, ("nav",), 0):
        line = line_of(text, keys)
        if message:
            problems.append(Problem(NAME, line, message))
        elif path in (first for first, _ in pages):
            problems.append(Problem(NAME, line, f"'{path}' stands twice in the navigation; keep one of them"))
        else:
            pages.append((path, line))
    if not problems and not any(isinstance(item, dict) and HOME in item.values() for item in nav):
        problems.append(Problem(NAME, line_of(text, ("nav",)), f"lacks the first page: '- Home: {HOME}'"))
    return tuple(pages), problems


def _entries(nav: Any, keys: KeyPath, depth: int) -> Iterator[tuple[KeyPath, str, str]]:
    """Yield key path and file of each page, or a message where something else stands."""
    form = "write a title and a page, such as '- Studies: studies/index.md'"
    for number, item in enumerate(nav):
        here = (*keys, number)
        if not isinstance(item, dict) or len(item) != 1:
            yield here, "", f"this is no entry of the navigation; {form}"
            continue
        title, target = next(iter(item.items()))
        if not isinstance(title, str) or not title.strip():
            yield here, "", f"the title '{title}' must be a text; put it in quotes"
        elif isinstance(target, list) and target and depth == 0:
            yield from _entries(target, (*here, title), depth + 1)
        elif not isinstance(target, str) or not target.endswith(".md") or target.startswith(("/", ".")):
            yield here, "", f"'{target}' is no page of docs/; {form}"
        else:
            yield here, target, ""


def _fits(line: str, path: str) -> bool:
    """Return whether a line of 'exclude_docs' means a file: a name anywhere, or a path from the top."""
    whole = f"/{path}"
    plain = line.strip("/")
    if "/" in line.rstrip("/"):
        return whole == f"/{plain}" or whole.startswith(f"/{plain}/")
    return f"/{plain}/" in whole or (not line.endswith("/") and whole.endswith(f"/{plain}"))


class _Loader(yaml.CSafeLoader):
    """Reads plain values and !ENV, which takes a value from the environment; other tags are mistakes."""

    environment: Mapping[str, str] = {}


def _from_environment(loader: _Loader, node: yaml.Node) -> Any:
    """Return the first variable that is set, else the last item of the list."""
    if not isinstance(node, yaml.SequenceNode) or len(node.value) < 2:
        raise yaml.constructor.ConstructorError(None, None, "env", node.start_mark)
    names = [loader.construct_object(item) for item in node.value]
    return next((loader.environment[n] for n in names[:-1] if n in loader.environment), names[-1])


_Loader.add_constructor("!ENV", _from_environment)


def _values(text: str, environment: Mapping[str, str]) -> tuple[Any, list[tuple[int, str]]]:
    unreadable = conflict(text) or odd_breaks(text)[:1] or too_deep(text)
    if unreadable:
        return None, unreadable
    loader = _Loader(text)
    loader.environment = environment
    try:
        used_again = list(_used_again(text))
        if used_again:
            return None, used_again
        node = loader.get_single_node()
        if node is None:
            return None, [(1, "the file is empty; bring it back as it was")]
        twice = list(_twice(node))
        return (None, twice) if twice else (loader.construct_document(node), [])
    except yaml.constructor.ConstructorError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return None, [(line, "this value has a form that the site does not know; write it plainly")]
    except yaml.YAMLError as error:
        return None, [explain(error, text)]
    except ValueError:
        return None, [(1, "a date or number in it cannot be read; put it in quotes")]
    finally:
        loader.dispose()


def _twice(node: yaml.Node) -> Iterator[tuple[int, str]]:
    """Yield the keys that stand twice in a group."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if str(key.value) in seen:
                yield key.start_mark.line + 1, f"the key '{key.value}' stands twice; keep one of them"
            seen.add(str(key.value))
            yield from _twice(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _twice(item)


def _used_again(text: str) -> Iterator[tuple[int, str]]:
    """Yield what is written once and used again by an alias."""
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent) and event.start_mark:
            yield event.start_mark.line + 1, "a value cannot begin with *; put it in quotes, or write it out"
