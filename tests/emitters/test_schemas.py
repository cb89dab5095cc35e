"""The JSON Schemas describe the files that editors write."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from macros.catalogue.kinds import KINDS
from macros.emitters.schemas import encode_schemas

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"


@pytest.mark.parametrize("name", sorted(KINDS))
def test_the_schemas_in_the_repository_are_up_to_date(name: str) -> None:
    """A change to a record's class is followed by 'make schema'."""
    assert (DATA / "schemas" / f"{name}.json").read_bytes() == encode_schemas()[f"{name}.json"], (
        "run: make schema"
    )


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_real_file_fits_its_schema_and_names_it(name: str) -> None:
    """Each data file names its schema on its first line and is valid by it."""
    schema = json.loads(encode_schemas()[f"{name}.json"])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for file in _files(name):
        text = file.read_text(encoding="utf-8")
        way = "../schemas" if file.parent != DATA else "schemas"
        assert text.splitlines()[0] == f"# yaml-language-server: $schema={way}/{name}.json", file
        errors = [error.message for error in validator.iter_errors(_read(text))]
        assert errors == [], file


def test_a_schema_refuses_what_the_check_refuses() -> None:
    """An unknown key and a word outside the vocabulary are marked while typing."""
    validator = Draft202012Validator(json.loads(encode_schemas()["studies.json"]))
    messages = " ".join(error.message for error in validator.iter_errors({"titel": "x", "stage": "done"}))
    assert "'titel' was unexpected" in messages
    assert "'done' is not one of" in messages


def _files(name: str) -> list[Path]:
    if KINDS[name].in_folder:
        return sorted((DATA / name).glob("*.yml"))
    file = DATA / f"{name}.yml"
    return [file] if file.exists() or not KINDS[name].optional else []


def _read(text: str) -> object:
    return yaml.load(text, _AsEditorsRead)  # noqa: S506 - a SafeLoader


class _AsEditorsRead(yaml.SafeLoader):
    """Reads YAML 1.2 as editors' programs do: dates stay text."""


_AsEditorsRead.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
