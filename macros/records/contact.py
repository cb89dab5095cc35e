"""How to reach the Secretariat: one record, of which the contact page, the footer and others are made."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema

from .base import Link, OrganizationId, Record, problem
from .contributor import Email
from .kind import Kind
from .plain_text import Line, Remark
from .text import DEFAULT_LANGUAGE, Text

PHONE = re.compile(r"\+?[0-9](?:[ ()./-]{0,2}[0-9]){4,19}", re.ASCII)
TITLE = Text(((DEFAULT_LANGUAGE, "Contact"),))


def _phone(value: str) -> str:
    if not PHONE.fullmatch(value):
        raise problem(f"'{value}' is not a telephone number; write one such as '+99 11 345 678', in quotes")
    return value


Phone = Annotated[str, AfterValidator(_phone), WithJsonSchema({"type": "string", "pattern": PHONE.pattern})]


class Contact(Record):
    """Where the Secretariat is, and how readers write to it or call it."""

    organization: Annotated[OrganizationId, Field(description="Whose address it is")]
    address: Annotated[tuple[Line, ...], Field(description="Each line of it, as on an envelope")] = ()
    emails: Annotated[tuple[Email, ...], Field(min_length=1)]
    telephone: Phone | None = None
    note: Annotated[Remark | None, Field(description="What one may ask, in which languages")] = None
    link: Annotated[Link | None, Field(description="A page with more")] = None

    @property
    def title(self) -> Text:
        """Return the heading of its page."""
        return TITLE

    @property
    def dialled(self) -> str:
        """Return the telephone number as programs dial it: '+82324586600'."""
        return re.sub("[^+0-9]", "", self.telephone or "")


KIND = Kind(
    name="contact",
    model=Contact,
    layout="single",
    noun="contact",
    label="Contact",
    anchor="contact/",
    optional=True,
)
