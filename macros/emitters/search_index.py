"""What pages are found by -> search/search_index.json, which the search of the site reads in the browser."""

import json
from collections.abc import Iterable

PATH = "search/search_index.json"


def encode_search_index(entries: Iterable[tuple[str, str, str]]) -> bytes:
    """Return the index: address under the site's, title and plain text of each page and section."""
    docs = [{"location": location, "title": title, "text": text} for location, title, text in entries]
    return json.dumps({"docs": docs}, ensure_ascii=False, separators=(",", ":")).encode()
