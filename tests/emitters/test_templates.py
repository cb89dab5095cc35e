"""A new record's file holds the keys that it needs, and the check leads through them."""

from pathlib import Path

import pytest

from macros.__main__ import main
from macros.catalogue import check_data
from macros.catalogue.kinds import KINDS
from macros.emitters.templates import WANTED, encode_template

FILES = [kind for kind in KINDS.values() if kind.layout == "one a file"]


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.name)
def test_a_template_has_every_key_of_its_kind(kind: object) -> None:
    """Needed keys and sources, which most files rest on, stand open; all others behind a '# '."""
    found = next(k for k in FILES if k is kind)
    lines = encode_template(found).splitlines()
    for name, field in found.model.model_fields.items():
        if name != "id":
            start = f"{name}:" if field.is_required() or name in WANTED else f"# {name}:"
            assert any(line.startswith(start) for line in lines), start


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.name)
def test_the_check_asks_for_each_open_value_and_nothing_else(kind: object, tmp_path: Path) -> None:
    """A fresh template gives only lines about missing values, one for each."""
    found = next(k for k in FILES if k is kind)
    folder = tmp_path / "data" / found.name
    folder.mkdir(parents=True)
    (folder / "new-one.yml").write_text(encode_template(found))
    _, problems = check_data(tmp_path / "data")
    said = [problem.message for problem in problems if problem.path.endswith("new-one.yml")]
    assert said
    assert [message for message in said if "value" not in message] == []


def test_a_new_file_never_takes_the_place_of_one_that_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """'outreach new' writes once, says what to do, and refuses an id that is taken or badly formed."""
    (tmp_path / "data").mkdir()
    command = ["--project", str(tmp_path), "new", "events"]
    assert main([*command, "forum-2027"]) == 0
    before = (tmp_path / "data" / "events" / "forum-2027.yml").read_bytes()
    assert main([*command, "forum-2027"]) == 1
    assert main([*command, "Forum 2027"]) == 1
    assert (tmp_path / "data" / "events" / "forum-2027.yml").read_bytes() == before
    said = capsys.readouterr().out
    assert "is there already" in said
    assert "cannot be an id" in said
