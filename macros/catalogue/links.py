"""Who names whom: the links between records, kept in both directions."""

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass

from .shape import KeyPath

Node = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Link:
    """One record names another at a key path; cites tells a source from a relation."""

    origin: Node
    target: Node
    keys: KeyPath
    cites: bool


class Links:
    """The links of a catalogue, looked up from either end."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._from: defaultdict[Node, list[Link]] = defaultdict(list)
        self._to: defaultdict[Node, list[Link]] = defaultdict(list)
        self._all = tuple(links)
        for link in self._all:
            self._from[link.origin].append(link)
            self._to[link.target].append(link)

    def related(self, node: Node, kind: str) -> list[str]:
        """Return the ids of a kind that a record names or is named by, sources aside, sorted."""
        named = (link.target for link in self._from.get(node, ()) if not link.cites)
        naming = (link.origin for link in self._to.get(node, ()) if not link.cites)
        return sorted({id for nodes in (named, naming) for k, id in nodes if k == kind})

    def citing(self, node: Node) -> list[Link]:
        """Return the links by which other records rest on a document."""
        return [link for link in self._to.get(node, ()) if link.cites]

    def public(self, announcements: Container[str], more: Iterable[Link]) -> "Links":
        """Return these links without those from or to other announcements, and with more."""

        def kept(node: Node) -> bool:
            return node[0] != "announcements" or node[1] in announcements

        return Links([*(link for link in self._all if kept(link.origin) and kept(link.target)), *more])
