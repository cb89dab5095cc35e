"""A project -> the macros that its pages call, registered with the engine that renders them."""

import os
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from .calls.calls import CALLS
from .contents import Project
from .project import open_public
from .settings import Folders
from .views.fragments import for_markdown


def define_env(env: Any) -> None:
    """Register the macros with the engine that renders Markdown pages.

    Under MkDocs the project is the one that our plugin has opened; another engine opens it here, as the
    public sees it.
    """
    plugins = env.conf.get("plugins")
    opened = getattr(plugins.get("outreach"), "project", None) if hasattr(plugins, "get") else None
    project = opened or open_public(Folders(Path(env.conf["docs_dir"]).parent), os.environ).public
    for name, function in CALLS.items():
        env.macro(_on_page(function, project), name)


def _on_page(function: Any, project: Project) -> Any:
    """Return a macro that hands its function the view of the page that calls it."""

    @pass_context
    def macro(context: Context, *args: Any, **kwargs: Any) -> Markup:
        html: Markup = function(project.view(context["page"].url), *args, **kwargs)
        return for_markdown(html)

    return macro
