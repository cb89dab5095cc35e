"""Where a record stands on the site: its address under the site's own."""

from .kinds import KINDS

ANCHORS = {
    "facts": "facts/#{id}",
    "timeline": "approach/#step-{id}",
    "areas": "register/by/area/{id}/",
    "framework": "approach/#framework",
    "framework-items": "approach/#output-{id}",
}
FOLDERS = {"plans": "plan", "announcements": "updates", "projects": "register"}


def address_of(kind: str, id: str) -> str:
    """Return the address of a record, relative to the site's: 'studies/<id>/'.

    Parts of a record are anchors on its page: 'plan/2026/#activity-1'.
    """
    if kind == "plan-activities":
        plan, _, number = id.rpartition("-")
        return f"{address_of('plans', plan)}#activity-{number}"
    if kind in ANCHORS:
        return ANCHORS[kind].format(id=id.lower().replace(".", "-"))
    return f"{FOLDERS.get(kind, kind)}/{id}/"


def named_at(path: str) -> tuple[str, str] | None:
    """Return kind and id of the record whose page would stand at an address, or None where none would.

    Whether there is such a record is for the catalogue to say.
    """
    folder, _, id = path.rstrip("/").partition("/")
    kind = next((kind for kind, own in FOLDERS.items() if own == folder), folder)
    if kind not in KINDS or kind in ANCHORS or address_of(kind, id) != path:
        return None
    return (kind, id) if id and "/" not in id and id not in KINDS[kind].reserved else None


def page_address(path: str) -> str:
    """Return the address of a page by its file below docs/: index.md stands for its folder."""
    parts = path.removesuffix(".md").split("/")
    return "".join(f"{part}/" for part in (parts[:-1] if parts[-1] == "index" else parts))


def no_page(address: str) -> str:
    """Return the cause of whatever misses a page at an address, as problems name one."""
    return f"no page at {address}"


def file_of(kind: str, id: str, data: str) -> str:
    """Return the path of the file that holds a record, under the name of the data folder."""
    own = KINDS[kind].layout == "one a file"
    return f"{data}/{kind}/{id}.yml" if own else f"{data}/{kind}{'/' if KINDS[kind].in_folder else '.yml'}"
