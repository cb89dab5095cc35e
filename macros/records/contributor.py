"""People and organizations that a record names: authors, editors, speakers, contacts."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from .base import Flag, Id, OrganizationId, Part, Ref, problem
from .link import fault_of
from .plain_text import Line
from .text import Text

PersonId = Annotated[Id, Ref("people")]
ORCID = re.compile(r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]", re.ASCII)
WORD = re.compile(r"\w+")
OWN = ("name", "sorted", "orcid", "email", "public")


def orcid_digit(digits: str) -> str:
    """Return the last character of an ORCID iD, by the 15 digits before it (ISO 7064, MOD 11-2)."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)


def _orcid(value: str) -> str:
    bare = value.removeprefix("https://orcid.org/")
    if not ORCID.fullmatch(bare):
        raise problem(f"'{value}' is not an ORCID iD; write 16 digits such as 0000-0002-1825-0097")
    if orcid_digit(bare.replace("-", "")[:15]) != bare[-1]:
        raise problem(f"'{value}' is not an ORCID iD, a digit is mistyped; copy it anew from orcid.org")
    return bare


def _email(value: str) -> str:
    if fault_of(f"mailto:{value}"):
        raise problem(f"'{value}' is not an e-mail address; write one such as office@example.org")
    return value


def check_sorted(name: Text, sorted: Text | None) -> None:
    """Refuse a name for lists that has no comma, or no word of the name that it sorts.

    Raises PydanticCustomError with an editor's message.
    """
    for language, words in sorted.words if sorted else ():
        family, comma, given = words.partition(",")
        if not comma or not family.strip() or not given.strip():
            raise problem(
                f"'{words}' has no comma; write the family name first, such as 'Kim, Min-jun'", "sorted"
            )
        written = name.to(language)
        if not any(word in written.casefold() for word in WORD.findall(words.casefold())):
            raise problem(f"'{words}' shares no word with '{written}'; write the same name in both", "sorted")


Orcid = Annotated[str, AfterValidator(_orcid), WithJsonSchema({"type": "string", "pattern": ORCID.pattern})]
Email = Annotated[str, AfterValidator(_email), WithJsonSchema({"type": "string", "format": "email"})]


class Contributor(Part):
    """A person by name, a person with a record of their own, or an organization that acts itself.

    What is said of a person is shown where the record says that it may be public, and nowhere else.
    """

    person: Annotated[PersonId | None, Field(description="Of one with a biography in data/people/")] = None
    name: Annotated[Line | None, Field(description="As it is written: Kim Min-jun")] = None
    sorted: Annotated[Line | None, Field(description="As lists sort it: Kim, Min-jun")] = None
    role: Line | None = None
    organization: Annotated[
        OrganizationId | None, Field(description="Of a person theirs; without a person, it acts itself")
    ] = None
    orcid: Orcid | None = None
    email: Email | None = None
    public: Annotated[Flag | None, Field(description="Whether the person may be named on the site")] = None

    @model_validator(mode="after")
    def _is_somebody(self) -> "Contributor":
        if self.person and self.name:
            raise problem("stands in the record of the person already; delete it here", "name")
        given = [key for key in OWN if getattr(self, key) is not None]
        if self.person and given:
            raise problem("stands in the record of the person; write it there", given[0])
        if self.name is not None and self.public is None:
            raise problem(
                f"does not say whether '{self.name}' may be named; add 'public: true' where they agreed or "
                "it is printed in the publication, else 'public: false'"
            )
        if self.name is None and self.person is None:
            self._organization_alone()
        if self.name is not None:
            check_sorted(self.name, self.sorted)
        return self

    def _organization_alone(self) -> None:
        if self.organization is None:
            raise problem("names nobody; write 'name' of a person, or 'organization'")
        wrong = next((key for key in ("sorted", "orcid", "public") if getattr(self, key) is not None), None)
        if wrong:
            raise problem("belongs to a person, and none is named; add 'name', or delete it", wrong)

    @property
    def shown(self) -> bool:
        """Return whether it may be shown: an organization, a person with a record, or one who agreed."""
        return self.name is None or bool(self.public)


Contributors = Annotated[tuple[Contributor, ...], Field(description="In the order in which they are named")]
