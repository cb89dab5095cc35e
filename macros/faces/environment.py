"""A project -> the macros that its pages call, registered with mkdocs-macros."""

import os
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from ..calls.offered import CALLS
from ..press.contents import Project
from ..project import open_public
from ..settings import Folders
from ..views.fragments import for_markdown


def define_env(env: Any) -> None:
    """Register the macros with the engine that renders Markdown pages.

    Beside our plugin a macro leaves an empty slot, which the press fills once the engine is done. Without
    it, a macro gives its HTML, of the project as the public sees it.
    """
    plugins = env.conf.get("plugins")
    plugin = plugins.get("outreach") if hasattr(plugins, "get") else None
    if plugin is not None and hasattr(plugin, "slots"):
        macros = {name: _slot(function, lambda: plugin.slots) for name, function in CALLS.items()}
    else:
        project = open_public(Folders(Path(env.conf["docs_dir"]).parent), os.environ).public
        macros = {name: _html(function, project) for name, function in CALLS.items()}
    for name, macro in macros.items():
        macro.__name__ = name  # with its docstring, what macros_info() shows
        env.macro(macro, name)


def _slot(function: Callable[..., Markup], slots: Callable[[], Iterator[str]]) -> Callable[..., Markup]:
    """Return a macro that leaves the next slot of the page."""

    @wraps(function)
    def call(*_: Any, **__: Any) -> Markup:
        return Markup(next(slots()))  # noqa: S704 - our own element

    return call


def _html(function: Callable[..., Markup], project: Project) -> Callable[..., Markup]:
    """Return a macro that hands its function the view of the page that calls it."""

    @pass_context
    @wraps(function)
    def call(context: Context, *arguments: Any, **named: Any) -> Markup:
        return for_markdown(function(project.view(context["page"].url), *arguments, **named))

    return call
