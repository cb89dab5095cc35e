"""A text of a file that somebody sent -> as much of it as a message may repeat."""

MOST_SHOWN = 60


def shown(text: str) -> str:
    """Return a text of the file as a message may repeat it: short, on one line, only visible characters."""
    visible = " ".join("".join(c if c.isprintable() else " " for c in text[: 4 * MOST_SHOWN]).split())
    return visible if len(visible) <= MOST_SHOWN else visible[: MOST_SHOWN - 1] + "…"
