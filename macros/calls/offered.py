"""What Markdown pages may call, by name: {{ fact("mn-affected-2015") }}, {{ study_list() }}.

Each function takes the view of its page first, which the page leaves out. The types of the other
arguments say which kind of record they name; call_check holds pages to them before a build.
"""

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup

from ..catalogue.kinds import PAGED
from ..records.base import DocumentId, FactId
from ..records.plan import PlanId
from ..records.source import Source
from ..views.approach import render_framework, render_interlinks, render_lines_of_work, render_timeline
from ..views.facts import render_fact, render_fact_index, render_key_figures
from ..views.feeds import render_feed_list
from ..views.gaps import render_gaps, render_needs
from ..views.home import (
    render_coming_events,
    render_country_strip,
    render_register_figures,
    render_studies_in_hand,
)
from ..views.plans import render_plan_activities, render_plan_timeline
from ..views.updates import render_latest
from ..views.view import View
from .of_kinds import calls_of_kinds
from .open_data import data_dictionary, open_data


def fact(view: View, id: FactId) -> Markup:
    """Return a fact's value and year, with its reference."""
    return render_fact(view, view.catalogue.facts[id])


def cite(view: View, document: DocumentId, place: str) -> Markup:
    """Return a reference to a document: a paragraph ('8', '6-14'), else a section in words."""
    return view.cite(source_of(document, place))


def source_of(document: str, place: str) -> Source:
    """Return the source that a page names; ValueError where the place cannot be one."""
    key = "paragraph" if re.fullmatch("[0-9-]+", place) else "section"
    return Source.model_validate({"document": document, key: place})


def key_figures(view: View, *ids: FactId) -> Markup:
    """Return facts as large figures."""
    return render_key_figures(view, [view.catalogue.facts[id] for id in ids])


def plan_timeline(view: View, id: PlanId) -> Markup:
    """Return a plan's activities by quarter."""
    return render_plan_timeline(view, view.catalogue.plans[id])


def plan_activities(view: View, id: PlanId) -> Markup:
    """Return a plan's activities under their pillars."""
    return render_plan_activities(view, view.catalogue.plans[id])


CALLS: Mapping[str, Callable[..., Markup]] = {
    "fact": fact,
    "cite": cite,
    "fact_list": render_fact_index,
    "key_figures": key_figures,
    **calls_of_kinds(),
    "gap_board": render_gaps,
    "needs_board": render_needs,
    "open_data": open_data,
    "data_dictionary": data_dictionary,
    "timeline": render_timeline,
    "framework": render_framework,
    "lines_of_work": render_lines_of_work,
    "interlinks": render_interlinks,
    "plan_timeline": plan_timeline,
    "plan_activities": plan_activities,
    "latest_updates": render_latest,
    "feed_list": render_feed_list,
    "coming_events": render_coming_events,
    "studies_in_hand": render_studies_in_hand,
    "country_strip": render_country_strip,
    "register_figures": render_register_figures,
}

OPENING: Mapping[str, str] = {kind: page.call for kind, page in PAGED.items()}
