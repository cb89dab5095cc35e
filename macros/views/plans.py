"""An activity plan -> its head with totals, its activities, its time line by quarter."""

from datetime import date
from typing import Any

from markupsafe import Markup

from ..records.plan import Plan, PlanActivity
from ..records.when import PartialDate
from .page import short
from .taken import presented_at
from .view import View

MONTHS_IN_QUARTER = 3


def render_plan(view: View, plan: Plan, related: str = "") -> Markup:
    """Return the whole page of a plan."""
    parts = (render_plan_head, render_plan_timeline, render_plan_activities)
    return Markup("\n").join([*(render(view, plan) for render in parts), related])


def render_plan_head(view: View, plan: Plan) -> Markup:
    """Return title, standing, objective and the sums of the plan's budgets."""
    budgets = [activity.budget for activity in plan.activities.values()]
    return view.render(
        "plan_head",
        plan=plan,
        currency=budgets[0].currency if budgets else "",
        total=sum(budget.amount for budget in budgets),
        carried=sum(budget.uses.amount for budget in budgets if budget.uses),
        events=[view.catalogue.events[id] for id in plan.events],
    )


def render_plan_activities(view: View, plan: Plan) -> Markup:
    """Return the activities under their pillars, with links, time and budget."""
    groups = [
        {
            "code": code,
            "pillar": pillar,
            "activities": [
                _activity(view, number, activity)
                for number, activity in plan.activities.items()
                if activity.pillar == code
            ],
        }
        for code, pillar in plan.pillars.items()
    ]
    return view.render("plan_activities", groups=groups)


def render_plan_timeline(view: View, plan: Plan) -> Markup:
    """Return a table with a column for each quarter that the plan's activities touch."""
    periods = [activity.period for activity in plan.activities.values() if activity.period]
    if not periods:
        return Markup("")
    first = min(_quarter(period.first) for period in periods)
    last = max(_quarter(period.last) for period in periods)
    quarters = range(first, last + 1)
    return view.render(
        "plan_timeline",
        quarters=[f"Q{n % 4 + 1} {n // 4}" for n in quarters],
        rows=[_row(view, number, activity, quarters) for number, activity in plan.activities.items()],
    )


def _activity(view: View, number: str, activity: PlanActivity) -> dict[str, Any]:
    catalogue = view.catalogue
    return {
        "number": number,
        "activity": activity,
        "links": [
            *(("studies", catalogue.studies[id]) for id in activity.studies),
            *(("events", catalogue.events[id]) for id in activity.events),
        ],
        **_taken(view, activity),
        "framework": [catalogue.framework_items[code] for code in activity.framework],
    }


def _taken(view: View, activity: PlanActivity) -> dict[str, Any]:
    """Return where the studies are taken that an activity brings to others: one that supports another."""
    studies = [view.catalogue.studies[id] for id in activity.studies] if activity.supports else []
    return {
        "presented": [place for study in studies for place in presented_at(view, study)],
        "also_at": [page for study in studies for page in study.also_at],
        "several": len(studies) > 1,
    }


def _row(view: View, number: str, activity: PlanActivity, quarters: range) -> dict[str, Any]:
    title = short(view.text(activity.title), 70)
    words = view.date(activity.period) or view.text(activity.period_note) or "No quarter given"
    if activity.period:
        cells = _cells(words, activity.period, quarters)
    else:
        cells = [{"span": len(quarters), "words": words, "tone": "open"}]
    return {"number": number, "short": title, "words": words, "cells": cells}


def _cells(words: str, period: PartialDate, quarters: range) -> list[dict[str, Any]]:
    start, end = _quarter(period.first), _quarter(period.last)
    before = [{"span": 1, "words": "", "tone": ""} for _ in range(start - quarters.start)]
    after = [{"span": 1, "words": "", "tone": ""} for _ in range(quarters.stop - 1 - end)]
    return [*before, {"span": end - start + 1, "words": words, "tone": "set"}, *after]


def _quarter(day: date) -> int:
    """Return the quarters since year 0, so that they can be counted."""
    return day.year * 4 + (day.month - 1) // MONTHS_IN_QUARTER
