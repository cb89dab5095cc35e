"""Text for readers: one plain string (English) or the same words in several languages."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .base import problem
from .markup import fault_of

LANGUAGES = ("en", "zh", "ja", "ko", "mn", "ru")
DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """Words by language code (BCP 47); English is always there."""

    words: tuple[tuple[str, str], ...]

    def to(self, language: str) -> str:
        """Return the words in a language, or in English where they are not translated."""
        return self.find(language) or self.words[0][1]

    def find(self, language: str) -> str | None:
        """Return the words in a language, or None where they are not translated."""
        return next((words for code, words in self.words if code == language), None)

    def __str__(self) -> str:
        return self.to(DEFAULT_LANGUAGE)

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            text_from,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda text: dict(text.words)),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        words = {"type": "string", "minLength": 1}
        by_language = {
            "type": "object",
            "properties": dict.fromkeys(LANGUAGES, words),
            "required": [DEFAULT_LANGUAGE],
            "additionalProperties": False,
        }
        return {"anyOf": [words, by_language]}


def text_from(value: object) -> Text:
    """Return the Text of a plain string or of a mapping by language.

    Raises PydanticCustomError with an editor's message where it is neither.
    """
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        return Text(((DEFAULT_LANGUAGE, _clean(value)),))
    if not isinstance(value, Mapping):
        raise problem("must be a text, or a text for each language (en, zh, ja, ko, mn, ru)")
    for code, words in value.items():
        if code not in LANGUAGES:
            raise problem(f"'{code}' is not a language of this site; use {', '.join(LANGUAGES)}", str(code))
        if not isinstance(words, str):
            raise problem("must be a text", str(code))
    if DEFAULT_LANGUAGE not in value:
        raise problem("has no English words; add a line 'en: ...'")
    ordered = sorted(value.items(), key=lambda item: LANGUAGES.index(item[0]))
    return Text(tuple((code, _clean(words, code)) for code, words in ordered))


def _clean(words: str, field: str | None = None) -> str:
    stripped = (words if words.isascii() else unicodedata.normalize("NFC", words)).strip()
    if not stripped:
        raise problem("is empty; write the words or delete the line", field)
    fault = fault_of(stripped)
    if fault:
        raise problem(fault, field)
    return stripped


@dataclass(frozen=True, slots=True)
class Shown:
    """Marks a field whose plain string is words for readers, in no language of its own."""


Words = Annotated[str, AfterValidator(lambda words: _clean(words)), Shown()]
