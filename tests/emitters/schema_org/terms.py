"""vocabulary.json -> what schema.org has: types, properties, members of enumerations, and their descent."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "vocabulary.json"
ADDRESS = "https://schema.org/"


@dataclass(frozen=True)
class Property:
    """A property: the types that have it, and the types of its values."""

    domains: frozenset[str]
    ranges: frozenset[str]


# How schema.org annotates an action with what a reader has to give; it stands in no vocabulary file.
ANNOTATIONS = {
    "query-input": Property(
        domains=frozenset({"Action"}), ranges=frozenset({"PropertyValueSpecification", "Text"})
    ),
}


@dataclass(frozen=True)
class Vocabulary:
    """The terms of one version of schema.org."""

    version: str
    types: Mapping[str, list[str]]
    properties: Mapping[str, Property]
    members: Mapping[str, list[str]]

    def lineage(self, name: str) -> set[str]:
        """Return a type and all that it descends from; nothing for a name that is no type."""
        if name not in self.types:
            return set()
        return {name}.union(*(self.lineage(parent) for parent in self.types[name]))

    def fits(self, names: Collection[str], allowed: Collection[str]) -> bool:
        """Tell whether one of some types is, or descends from, one of those allowed."""
        return any(self.lineage(name).intersection(allowed) for name in names)

    def enumerations(self, ranges: Collection[str]) -> set[str]:
        """Return those of some types that are enumerations."""
        return {name for name in ranges if "Enumeration" in self.lineage(name)}

    def is_member(self, address: str, enumerations: Collection[str]) -> bool:
        """Tell whether an address (https://schema.org/EventScheduled) is a member of an enumeration."""
        kinds = self.members.get(address.removeprefix(ADDRESS), [])
        return address.startswith(ADDRESS) and self.fits(kinds, enumerations)


@cache
def load_vocabulary() -> Vocabulary:
    """Return the vocabulary that lies beside this file."""
    read = json.loads(FILE.read_text("utf-8"))
    properties = {
        name: Property(frozenset(uses["domains"]), frozenset(uses["ranges"]))
        for name, uses in read["properties"].items()
    }
    return Vocabulary(read["version"], read["types"], {**properties, **ANNOTATIONS}, read["members"])
