"""Each page has a card: its own for the newest records, its kind's for the older ones, else the site's."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from macros.catalogue import Catalogue
from macros.catalogue.addresses import address_of
from macros.catalogue.kinds import PAGED
from macros.emitters.cards import choosing
from macros.emitters.cards.card import card_hash, missing_glyphs
from macros.emitters.cards.choosing import DATED, Cards
from macros.emitters.cards.dress import KINDS
from macros.releases.loading import load_catalogue
from macros.releases.releasing import as_of

from ...releases.test_holding import OLD_PLACE, event, world
from ...views.goldens import SITE, sample_catalogue

ROOT = Path(__file__).parents[3]
NOW = datetime(2027, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def real() -> Catalogue:
    """Return the real records."""
    return as_of(load_catalogue(ROOT / "data"), NOW)


def test_every_record_with_a_page_has_a_card_of_its_own(real: Catalogue) -> None:
    """While there are fewer than 300, each card shows its record's title."""
    cards = Cards(real, SITE)
    for kind in ("countries", "topics", "plans", *DATED):
        for id in real.ids(kind):
            title = str(getattr(real.record(kind, id), "title"))  # noqa: B009 - every such record has one
            assert cards.at(address_of(kind, id)).card.title == title


def test_every_card_is_of_a_kind_that_is_drawn(real: Catalogue) -> None:
    """A kind without a ground and a place for its words would stop the build."""
    for catalogue in (real, sample_catalogue()):
        cards = Cards(catalogue, SITE)
        made = {cards.of(kind, id).card.kind for kind in PAGED for id in catalogue.ids(kind)}
        assert made
        assert made <= set(KINDS)


def test_only_the_newest_have_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the newest, a record shows the card of its kind; vocabularies always have theirs."""
    monkeypatch.setattr(choosing, "NEWEST", 2)
    catalogue = sample_catalogue()
    cards = Cards(catalogue, SITE)
    own = [
        (kind, id)
        for kind in DATED
        for id in catalogue.ids(kind)
        if cards.of(kind, id).card.title == str(getattr(catalogue.record(kind, id), "title"))  # noqa: B009
    ]
    assert {kind for kind, _ in own} == {"announcements"}  # what feeds carry comes first
    assert cards.of("studies", "fence-study").card.title == "Studies"
    assert cards.of("countries", "altan").card.title == "Republic of Altan"


def test_a_page_without_a_record_shows_the_site() -> None:
    """Home, lists and pages for lost readers share one card."""
    cards = Cards(sample_catalogue(), SITE)
    assert cards.at("") == cards.at("studies/") == cards.at("no/such/page/")
    assert cards.at("").card.kind == "site"


def test_a_name_changes_with_what_the_card_shows() -> None:
    """The address of a card is its record's id and the hash of its words, in ASCII."""
    catalogue = sample_catalogue()
    placed = Cards(catalogue, SITE).of("topics", "sand")
    other = replace(placed.card, title="Grit")
    assert placed.path == f"share/cards/sand-{card_hash(placed.card)}.png"
    assert placed.path.isascii()
    assert card_hash(other) != card_hash(placed.card)


def test_an_event_of_known_days_has_its_leaf(real: Catalogue) -> None:
    """Days of one month stand together; a month alone has no leaf."""
    cards = Cards(real, SITE)
    som = cards.of("events", "som-28").card
    assert (som.day, som.month, som.year) == ("22–23", "Sept", "2025")
    assert cards.of("events", "unccd-cop17").card.day == ""


def test_no_card_of_the_real_site_lacks_a_character(real: Catalogue) -> None:
    """The typefaces have every character of the real titles."""
    assert {
        p.path: missing_glyphs(p.card) for p in Cards(real, SITE).everything() if missing_glyphs(p.card)
    } == {}


def test_the_alternative_text_says_what_the_card_shows() -> None:
    """Label, title, date and place are said in words."""
    placed = Cards(sample_catalogue(), SITE).of("events", "dune-forum-2024")
    assert placed.alt.startswith("Forum. Dune Forum")
    assert replace(placed, card=replace(placed.card, date="2024", place="")).alt == "Forum. Dune Forum. 2024"
    long = replace(placed, card=replace(placed.card, title="Dune " * 400))
    assert len(long.alt) <= 1000  # what X takes
    assert long.alt.endswith("…")


@pytest.mark.parametrize(
    ("change", "now", "date", "place"),
    [
        ({"what": "moved", "was_on": "2027-03-09"}, {}, "9 March 2027", OLD_PLACE),
        (
            {"what": "place", "was": OLD_PLACE},
            {"place": {"city": "Reedport", "country": "altan"}},
            "10 March 2027",
            OLD_PLACE,
        ),
    ],
)
def test_the_card_of_before_stays_at_its_address(
    change: dict[str, Any], now: dict[str, Any], date: str, place: str
) -> None:
    """Channels that showed it have its address: it says date and place as they were said."""
    catalogue, said = world(event(changes=[{"on": "2026-06-09", **change}], **now), headline="Save the day")
    shown = [placed.card for placed in Cards(catalogue, SITE).everything()]
    told = [(card.date, card.place) for card in shown if card.title == said.headline.to("en")]
    assert told == [(date, place)]
