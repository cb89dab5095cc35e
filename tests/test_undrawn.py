"""What cards cannot write is told by the check, in one line a record, and stops nothing."""

from pathlib import Path

import pytest

from macros.__main__ import main
from macros.emitters.cards.typefaces import kerns
from macros.settings import Folders

from .copies import copied

LACKING = (
    "note: events/dune-forum-2024: the cards' typefaces lack its letters; its card goes without its title, "
    "write it in another script if it is to show"
)
BOXED = (
    "note: events/dune-forum-2024: no typeface of the cards has U+1F33E; it is drawn as a box, "
    "write it otherwise"
)


@pytest.mark.parametrize(
    ("title", "told"),
    [("منتدى الكثبان", [LACKING]), ("Dune Forum 🌾", [BOXED]), ("Форум 沙丘 모래 さ", [])],
)
def test_what_a_card_cannot_write_is_noted(
    sample: Folders, tmp_path: Path, capsys: pytest.CaptureFixture[str], title: str, told: list[str]
) -> None:
    """A script of no typeface, a sign of none; nothing of the languages of the region."""
    project = copied(sample, tmp_path)
    file = project.data / "events" / "dune-forum-2024.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: Dune Forum\n", f"title: {title}\n"), encoding="utf-8")
    assert main(["--project", str(project.root), "check"]) == 0
    notes = [line for line in capsys.readouterr().out.splitlines() if "card" in line]
    assert [line for line in notes if "FriBiDi" not in line] == told
    assert any("FriBiDi" in line for line in notes) != kerns()
