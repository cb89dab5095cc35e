"""The licence under which something may be used: its name, and where its text stands."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from .base import Link, Part
from .plain_text import Line


class Licence(Part):
    """A licence by its name, such as CC BY 4.0."""

    name: Line
    link: Link | None = None


def _licence(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


ShortLicence = Annotated[Licence, BeforeValidator(_licence)]
