"""Lists and their filters agree with the records."""

from macros.views.lists import filter_pages
from macros.views.page import root_of, short

from .goldens import sample_view


def test_each_choice_has_a_page_with_as_many_entries_as_it_counts() -> None:
    """The number beside a choice is the number of entries on its page."""
    view = sample_view()
    for page in filter_pages(view):
        _, _, name, value, _ = page.path.split("/")
        kept = page.html.count('<li class="ne-entry"')
        assert kept > 0, page.path
        assert f'data-value="{value}"' in page.html
        assert f"<span data-shown>{kept}</span>" in page.html, (page.path, name)


def test_pages_of_choices_point_to_the_whole_list_and_stay_out_of_the_search() -> None:
    """A narrowed list is no page of its own for search engines."""
    for page in filter_pages(sample_view()):
        assert page.canonical == page.path.split("/")[0] + "/"
        assert not page.search


def test_ways_to_the_top_are_as_long_as_the_address() -> None:
    """The way to the site's top has one step for each part of the address."""
    assert (root_of(""), root_of("studies/"), root_of("studies/x/")) == ("", "../", "../../")


def test_descriptions_are_cut_at_a_word() -> None:
    """A long text loses whole words, and says so with an ellipsis."""
    cut = short("word " * 60)
    assert len(cut) <= 201
    assert cut.endswith("word…")
    assert short("  short   text ") == "short text"
