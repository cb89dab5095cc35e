"""Cards of the tests, and what can be seen in their pictures."""

from dataclasses import fields, replace
from io import BytesIO

from PIL import Image, ImageChops

from macros.emitters.cards.card import Card, draw_card
from macros.emitters.cards.layout import PANEL

Box = tuple[int, int, int, int]
COLUMN = (60, 75, 726, 555)
LEAF = (PANEL + 72, 194, PANEL + 368, 480)

TITLES = {
    "en": "International Workshop on Desertification and Land Degradation",
    "zh": "荒漠化和土地退化问题国际研讨会：东北亚的「直接」经验。",
    "ja": "北東アジアにおける砂漠化と土地劣化に関する国際ワークショップ",
    "ko": "동북아시아의 사막화와 토지 황폐화에 관한 국제 워크숍",
    "mn": "Цөлжилт ба газрын доройтлын асуудлаарх олон улсын семинар: Өмнөговь, Үүрэг",
    "ru": "Международный семинар по вопросам опустынивания и деградации земель",
}
EVENT = Card(
    "event",
    "Workshop",
    TITLES["en"],
    date="22–23 September 2025",
    day="22–23",
    month="Sep",
    year="2025",
    place="Ulaanbaatar, Mongolia",
)


def picture(card: Card) -> Image.Image:
    """Return a card as it is seen."""
    return Image.open(BytesIO(draw_card(card))).convert("RGB")


def blank(card: Card) -> Card:
    """Return the same kind of card without a word on it."""
    words = {field.name: "" for field in fields(Card) if field.name not in {"kind", "language"}}
    return replace(card, **words)


def written(card: Card) -> Image.Image:
    """Return where a card differs from its blank, black elsewhere."""
    return ImageChops.difference(picture(card), picture(blank(card)))


def outside(image: Image.Image, *boxes: Box) -> Box | None:
    """Return the bounds of what is seen outside the boxes."""
    for box in boxes:
        image.paste((0, 0, 0), box)
    return image.getbbox()
