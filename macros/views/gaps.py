"""The register -> its gap board, activity areas by countries, and who seeks and offers what."""

from collections.abc import Mapping
from typing import Any, get_args

from markupsafe import Markup

from ..catalogue.register import Gap, board
from ..records.project import Need, NeedKind, Project
from .paging import part_path
from .register import HOME
from .view import View

STEPS = (0, 1, 3, 6, 11)


def render_gaps(view: View) -> Markup:
    """Return the gap board: how many projects and organizations work on each area in each country."""
    fields = board(view.catalogue)
    countries = view.records("countries")
    rows = [
        {"area": area, "cells": [_cell((area.id, c.id), fields) for c in countries]}
        for area in view.records("areas")
    ]
    empty = {
        area: [c for c in countries if not fields[area.id, c.id].projects] for area in view.records("areas")
    }
    return view.render(
        "gaps",
        rows=rows,
        countries=countries,
        empty=[(area, found) for area, found in empty.items() if found],
        holes=sum(len(found) for found in empty.values()),
        cells=len(fields),
    )


def render_needs(view: View) -> Markup:
    """Return who seeks and who offers what: a group for each kind of need."""
    projects = [p for p in view.records("projects") if isinstance(p, Project)]
    groups = [
        {
            "id": what,
            "label": what.capitalize(),
            "seeks": [_need(view, p, need) for p in projects for need in p.seeks if need.what == what],
            "offers": [_need(view, p, need) for p in projects for need in p.offers if need.what == what],
        }
        for what in get_args(NeedKind)
    ]
    return view.render("needs", groups=groups, any=any(g["seeks"] or g["offers"] for g in groups))


def _cell(field: tuple[str, str], fields: Mapping[tuple[str, str], Gap]) -> dict[str, Any]:
    area, country = field
    tone = sum(len(fields[field].projects) >= step for step in STEPS) - 1
    return {"gap": fields[field], "tone": tone, "path": part_path(HOME, {"area": area, "country": country})}


def _need(view: View, project: Project, need: Need) -> dict[str, Any]:
    organizations = dict.fromkeys(project.led_by() or (i.organization for i in project.organizations))
    return {
        "project": project,
        "note": view.text(need.note),
        "organizations": [view.catalogue.organizations[id] for id in organizations],
        "countries": [view.catalogue.countries[id] for id in project.countries],
    }
