"""Templates: compiled once for everyone who opens their folder, and again when they change."""

import os
from pathlib import Path

from macros.views.fragments import Fragments


def test_an_edited_fragment_is_what_the_next_page_shows(tmp_path: Path) -> None:
    """A preview builds again and again in one process, while somebody works on the look."""
    fragment = tmp_path / "note.html"
    for number, words in enumerate(("before", "after")):
        fragment.write_text(f"<p>{words} {{{{ said }}}}</p>\n", encoding="utf-8")
        os.utime(fragment, (number, number))
        shown = Fragments(tmp_path).render("note", {"said": "<b>"})
        assert shown == f"<p>{words} &lt;b&gt;</p>"
