"""The names of organizations in a questionnaire -> their ids; those that are new get records."""

import re
import unicodedata
from collections.abc import Collection
from itertools import count
from typing import Any

from pydantic import ValidationError
from slugify import slugify

from ..catalogue import Catalogue
from ..catalogue.kinds import KINDS
from ..catalogue.problems import suggestion
from ..catalogue.questionnaire import Vocabulary
from ..catalogue.reading.data_files import RESERVED
from ..catalogue.reading.messages import explain_all
from ..catalogue.shape import KeyPath
from ..records.organization import Organization
from .answers import Answers, chosen_one
from .brief import shown
from .decoding import Unreadable

LONGEST_ID = 60
MOST_NEW = 500
TOO_MANY_NEW = (
    f"down to here the file names more than {MOST_NEW} organizations that the register does not have; "
    "import the rows from here on from another file"
)
WITH_KIND = re.compile(r"(?P<name>.+?) ?[(（](?P<kind>[^()（）]+)[)）]")
SIGNS = re.compile(r"[\W_]+")
NO_LETTER = "holds no letter or digit that an address could have; add a name in English"
COLUMN_OF = {"link": "lead_website", "questionnaire": "received"}


def folded(name: str) -> str:
    """Return a name without case, width, signs and spaces, by which two spellings of it are the same."""
    return SIGNS.sub("", unicodedata.normalize("NFKC", name).casefold())


def free_id(name: str, taken: Collection[str]) -> str:
    """Return a free id made from a name in any script; '' where it has neither letter nor digit."""
    base = slugify(name, max_length=LONGEST_ID, word_boundary=True)
    if not base or base not in taken:
        return base
    return next(id for id in (f"{base}-{n}" for n in count(2)) if id not in taken)


class Directory:
    """The organizations that are known, and those that a questionnaire adds to them."""

    def __init__(self, catalogue: Catalogue, kinds: Vocabulary) -> None:
        self.new: dict[str, Organization] = {}
        self._taken = {*catalogue.ids("organizations"), *RESERVED, *KINDS["organizations"].reserved}
        self._kinds = kinds
        self._by_label = {label.casefold(): value for value, label in kinds.labels.items()}
        self._ids = {
            folded(name): id
            for id, record in catalogue.organizations.items()
            for name in (id, *_names(record))
        }
        self._shown = [name for record in catalogue.organizations.values() for name in _names(record)]

    def id_of(self, answers: Answers, key: str, name: str, received: str) -> str | None:
        """Return the id of an organization that a row names; a new one gets a record if its kind is told."""
        known = self._ids.get(folded(name))
        if known:
            return known
        match = WITH_KIND.fullmatch(name)
        kind = self._by_label.get(match["kind"].strip().casefold(), "") if match else ""
        if match and kind:
            name = match["name"]
        elif key == "lead":
            kind = chosen_one(answers, "lead_kind", self._kinds)
        if folded(name) in self._ids:
            return self._ids[folded(name)]
        if not kind:
            answers.refuse(key, "" if answers.enough else self._unknown(name))
            return None
        website = answers.one("lead_website") if key == "lead" else ""
        said = {"name": " ".join(name.split()), "kind": kind, "link": website}
        return self._add(answers, key, said, received)

    def _add(self, answers: Answers, key: str, said: dict[str, str], received: str) -> str | None:
        id = free_id(said["name"], self._taken)
        if not id:
            answers.refuse(key, f"'{shown(said['name'])}' {NO_LETTER}")
            return None
        values: dict[str, Any] = {name: value for name, value in said.items() if value}
        values["questionnaire"] = {"received": received}
        try:
            record = Organization.model_validate({**values, "id": id})
        except ValidationError as failure:
            for message, keys in explain_all(failure.errors(include_url=False), Organization):
                _refuse(answers, key, keys, message, said["name"])
            return None
        if len(self.new) >= MOST_NEW:
            raise Unreadable(f"row {answers.row}: {TOO_MANY_NEW}")
        self.new[id] = record
        self._taken.add(id)
        self._ids[folded(said["name"])] = id
        return id

    def _unknown(self, name: str) -> str:
        near = suggestion(shown(name), self._shown)
        kinds = ", ".join(self._by_label)
        mend = f"say its kind behind the name, as in '{shown(name)[:30]} (civil society)', one of: {kinds}"
        return f"there is no organization '{shown(name)}' in the register{near}; if it is new, {mend}"


def _refuse(answers: Answers, key: str, keys: KeyPath, message: str, name: str) -> None:
    """Note what is wrong with a new organization: with its link, its date, else with its name."""
    column = next((COLUMN_OF[str(k)] for k in keys if str(k) in COLUMN_OF), key)
    plain = message.removeprefix(f"'{keys[-1]}' ") if keys else message
    answers.refuse(column, f"'{shown(name)}' {plain}" if column == key else plain)


def _names(record: Organization) -> list[str]:
    texts = [text for text in (record.name, record.short) if text]
    return [words for text in texts for _, words in text.words]
