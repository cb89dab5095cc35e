"""Records made up for tests -> the real project with them, built."""

from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import yaml

from macros.settings import Folders
from tests.copies import copied

from .building import ROOT, site_of

BOXES = {
    "cn": (30, 44, 85, 120),
    "jp": (33, 43, 131, 141),
    "kp": (39, 41, 126, 128),
    "kr": (35, 37, 127, 129),
    "mn": (43, 49, 90, 115),
    "ru": (50, 58, 80, 130),
}
WORDS = (
    "steppe", "forest", "dune", "pasture", "river", "valley", "shelter", "belt", "nursery", "herders",
    "women", "youth", "saxaul", "poplar", "larch", "grassland", "oasis", "salt", "lake", "dust", "storm",
    "early", "warning", "carbon", "restoration", "seed", "bank", "terraces", "water", "harvesting",
    "grazing", "cooperative", "school", "training", "remote", "sensing", "map", "atlas", "fund",
)  # fmt: skip
NEEDS = ("partners", "funding", "data", "expertise")
ROLES = ("lead", "partner", "funding")
KINDS = ("project", "programme", "research")
STATUSES = ("planned", "under way", "completed")
SOURCE = {"document": "workshop-report-2015", "paragraph": "7"}


def copy_project(project: Path) -> Path:
    """Copy the real project into a folder; return the folder. Cards that were drawn once are shared."""
    copied(Folders(ROOT), project)
    (project / ".cache").symlink_to(ROOT / ".cache")
    return project


def write_record(project: Path, kind: str, id: str, record: Mapping[str, Any]) -> None:
    """Add a record to a project's data."""
    text = yaml.safe_dump(dict(record), sort_keys=False, allow_unicode=True)
    (project / "data" / kind / f"{id}.yml").write_text(text, encoding="utf-8")


def write_generated(project: Path, count: int) -> None:
    """Add as many made-up projects to a project's data; the same each time."""
    random = Random(7)  # noqa: S311  (nothing here is secret)
    data = project / "data"
    organizations = sorted(file.stem for file in (data / "organizations").glob("*.yml"))
    topics, areas = (
        sorted(yaml.safe_load((data / f"{name}.yml").read_text("utf-8"))) for name in ("topics", "areas")
    )
    for number in range(count):
        record = {
            **_words_of(random, number),
            "areas": random.sample(areas, random.choice((1, 2, 2, 3))),
            "topics": random.sample(topics, random.choice((0, 1, 2))),
            "organizations": [
                {"organization": organization, "role": role}
                for organization, role in zip(random.sample(organizations, 3), ROLES, strict=True)
            ],
            **_time_of(random),
            **_space_of(random),
            **_needs_of(random),
        }
        write_record(project, "projects", f"generated-{number}", record)


def built(project: Path) -> Path:
    """Return the folder of a project's site."""
    return site_of(project, project / "site")


def _words_of(random: Random, number: int) -> dict[str, Any]:
    name = " ".join(random.sample(WORDS, 4)).capitalize()
    return {
        "name": f"{name} in {random.choice(WORDS)} {number}",
        "kind": random.choice(KINDS),
        "summary": " ".join(random.choices(WORDS, k=45)).capitalize() + ".",
        "sources": [SOURCE],
    }


def _time_of(random: Random) -> dict[str, Any]:
    confirmed = {"last_confirmed": str(random.randint(2018, 2025))}
    if random.random() < 0.3:
        return confirmed
    starts = random.randint(1995, 2025)
    ends = starts + random.randint(1, 8)
    period = random.choice(({"starts": str(starts)}, f"{starts}-{ends}"))
    return {**confirmed, "period": period, "status": random.choice(STATUSES)}


def _space_of(random: Random) -> dict[str, Any]:
    countries = random.sample(sorted(BOXES), random.choice((1, 1, 1, 2, 3)))
    if random.random() < 0.2:
        return {"countries": countries}
    south, north, west, east = BOXES[countries[0]]
    places = [
        {
            "name": f"{random.choice(WORDS).capitalize()} {random.choice(WORDS)}",
            "country": countries[0],
            "point": {
                "lat": round(random.uniform(south, north), 2),
                "lon": round(random.uniform(west, east), 2),
                "approximate": random.random() < 0.8,
            },
        }
        for _ in range(random.choice((1, 1, 2)))
    ]
    return {"countries": countries, "places": places}


def _needs_of(random: Random) -> dict[str, Any]:
    def needs(likely: float) -> list[dict[str, str]]:
        found = random.sample(NEEDS, random.choice((1, 2))) if random.random() < likely else []
        return [{"what": what, "note": " ".join(random.choices(WORDS, k=10)) + "."} for what in found]

    return {"seeks": needs(0.4), "offers": needs(0.2)}
