"""What is said of a record -> the post for a channel: never longer than it takes, its link whole and last."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import regex

from .channels import Channel
from .counting import byte_count, count, fits
from .shortening import sentences_that_fit, words_that_fit

MOST_TAGS = 3
SHARE_OF_TAGS = 4  # one part in four of the room that headline, date and link leave
SPARE = 2  # the line breaks before hashtags
LEAST_OF_SUMMARY = 20  # a word or two and '…' say nothing

LETTER = r"[\p{Latin}\p{Cyrillic}]"


@dataclass(frozen=True, slots=True)
class Said:
    """What a post is built from; link is absolute, hashtags begin with '#', words are own ones by channel."""

    headline: str
    link: str
    summary: str = ""
    when: str = ""
    where: str = ""
    hashtags: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Post:
    """A text ready to be posted, what it counts, and whether its words are the record's own."""

    channel: Channel
    text: str
    count: int
    limit: int
    own: bool


class TooLong(ValueError):
    """Own words that a channel does not take whole: count and limit are bytes where in_bytes says so."""

    def __init__(self, channel: Channel, text: str) -> None:
        self.channel = channel
        self.count, self.limit = count(channel, text), channel.limit
        self.in_bytes = self.count <= self.limit
        if self.in_bytes and channel.most_bytes is not None:
            self.count, self.limit = byte_count(text), channel.most_bytes
        super().__init__(self._message())

    def _message(self) -> str:
        unit = " bytes" if self.in_bytes else ""
        link = f" (a link counts {self.channel.link})" if self.channel.link else ""
        return (
            f"has {self.count:,}{unit} of at most {self.limit:,} for {self.channel.name}{link}; "
            f"shorten it by {self.count - self.limit:,}"
        )


def compose(channel: Channel, said: Said) -> Post:
    """Return the post for a channel: the record's own words for it, else one made from what is said.

    Raises TooLong where own words, or the link alone, are more than the channel takes.
    """
    own = said.words.get(channel.id)
    text = _with_link(channel, own, said.link) if own else _made(channel, said)
    if not fits(channel, text):
        raise TooLong(channel, text)
    return Post(channel, text, count(channel, text), channel.limit, bool(own))


def _with_link(channel: Channel, words: str, link: str) -> str:
    """Return own words with the link after them, unless they hold that link and not just a longer one."""
    held = regex.search(regex.escape(link) + r"(?![\w/#%&=+~-]|[.?,:;]\w)", words)
    return words.strip() if held else _text(channel, words.strip(), "", link)


def _made(channel: Channel, said: Said) -> str:
    link, headline = said.link, _one_line(said.headline)
    head = words_that_fit(headline, lambda words: fits(channel, _text(channel, words, "", link)))
    if head != headline or not channel.takes_text:
        return _text(channel, head, "", link)
    for line in _when_and_where(said):
        if fits(channel, _text(channel, f"{head}\n{line}", "", link)):
            head = f"{head}\n{line}"
            break
    return _filled(channel, head, _summary(said), _tags(channel, said), link)


def _filled(channel: Channel, head: str, summary: str, tags: tuple[str, ...], link: str) -> str:
    """Return head and link with hashtags and summary between them, as far as they fit.

    Hashtags come first but take a quarter of the room at most; those beyond it use what the summary leaves.
    """

    def whole(words: str, many: int) -> str:
        return _text(channel, head, words, link, " ".join(tags[:many]))

    def fit(words: str) -> bool:
        return fits(channel, whole(words, first))

    room = (channel.limit - count(channel, whole("", 0))) // SHARE_OF_TAGS - SPARE
    at_first = [many for many in range(1, len(tags) + 1) if count(channel, " ".join(tags[:many])) <= room]
    first = max((many for many in at_first if fits(channel, whole("", many))), default=0)
    words = sentences_that_fit(summary, fit) or _begun(channel, words_that_fit(summary, fit))
    return whole(
        words, max(many for many in range(first, len(tags) + 1) if fits(channel, whole(words, many)))
    )


def _begun(channel: Channel, words: str) -> str:
    """Return the beginning of a summary, or nothing where it is too short to say anything."""
    return words if not words.endswith("…") or count(channel, words) >= LEAST_OF_SUMMARY else ""


def _text(channel: Channel, head: str, summary: str, link: str, tags: str = "") -> str:
    """Return the parts of a post in one of two layouts: lines where posts are short, else paragraphs."""
    between = "\n" if channel.short or not channel.takes_text else "\n\n"
    return between.join(part for part in (head, summary, tags, link) if part)


def _when_and_where(said: Said) -> Iterator[str]:
    """Yield the line of date and place, then shorter ones; what the headline says is not said again."""
    place = said.where.split(",")[0]
    when = "" if _holds(said.headline, said.when) else _one_line(said.when)
    where = "" if _holds(said.headline, place) else _one_line(said.where)
    yield from filter(None, (" · ".join(filter(None, (when, where))), when))


def _holds(text: str, part: str) -> bool:
    """Return whether a text says some words, and not just longer ones ('Mongolia', not 'Mongolian')."""
    words = regex.escape(_one_line(part))
    return bool(regex.search(f"(?<!{LETTER}){words}(?!{LETTER})", _one_line(text), regex.IGNORECASE))


def _summary(said: Said) -> str:
    summary = _one_line(said.summary)
    return "" if _holds(said.headline, summary) else summary


def _tags(channel: Channel, said: Said) -> tuple[str, ...]:
    if channel.tags == "none":
        return ()
    end = "#" if channel.tags == "closed" else ""
    return tuple(tag + end for tag in dict.fromkeys(said.hashtags))[:MOST_TAGS]


def _one_line(text: str) -> str:
    return " ".join(text.split())
