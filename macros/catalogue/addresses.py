"""Where a record stands on the site: its address under the site's own."""

from .kinds import KINDS, PAGED, PARTS


def address_of(kind: str, id: str) -> str:
    """Return the address of a record, relative to the site's: 'studies/<id>/'.

    What has no page of its own is an anchor on another page: 'plan/2026/#activity-1'.
    """
    if kind in PAGED:
        return f"{PAGED[kind].folder}/{id}/"
    whole, _, number = id.rpartition("-")
    anchor = (KINDS.get(kind) or PARTS[kind]).anchor
    return anchor.format(id=id.lower().replace(".", "-"), whole=whole, number=number)


def named_at(path: str) -> tuple[str, str] | None:
    """Return kind and id of the record whose page would stand at an address, or None where none would.

    Whether there is such a record is for the catalogue to say.
    """
    folder, _, id = path.rstrip("/").partition("/")
    kind = next((kind for kind, page in PAGED.items() if page.folder == folder), "")
    if not kind or address_of(kind, id) != path:
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
