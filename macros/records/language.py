"""Languages by their codes (BCP 47), and what they are called, by the CLDR data of Babel."""

from functools import cache
from typing import Annotated

from babel import Locale
from pydantic import AfterValidator, WithJsonSchema

from .base import problem

OF_COUNTRY = {"cn": "zh", "jp": "ja", "kr": "ko", "kp": "ko"}


@cache
def language_names(language: str = "en") -> dict[str, str]:
    """Return what every language is called in one of them, by code: {'mn': 'Mongolian'}."""
    return {code: name for code, name in Locale(language).languages.items() if "_" not in code}


def _code(value: str) -> str:
    names = language_names()
    if value not in names or value in OF_COUNTRY:
        lower = value.casefold()
        by_name = {name.casefold(): code for code, name in names.items()}
        meant = OF_COUNTRY.get(lower) or by_name.get(lower) or (lower if lower in names else "")
        mend = f"write '{meant}'" if meant else "write two letters, such as en, zh, ja, ko, mn or ru"
        raise problem(f"'{value}' is not the code of a language; {mend}")
    return value


LanguageCode = Annotated[
    str,
    AfterValidator(_code),
    WithJsonSchema({"type": "string", "description": "A language: en, zh, ja, ko, mn, ru"}),
]
