"""Parts of a name -> people and organizations as a record names them, for tests of how they are named."""

from typing import Any

KIM = {"name": "Kim Min-jun", "sorted": "Kim, Min-jun", "public": True}
BERG = {"name": "Anna M. van der Berg", "sorted": "van der Berg, Anna M.", "public": True}
WHOLE = {"name": "Ōno Akira", "public": True}
HIDDEN = {"name": "Nobody Asked", "sorted": "Asked, Nobody", "public": False}
TELLER = {"person": "sand-teller"}
NETWORK = {"organization": "dune-network"}
PUBLISHED: dict[str, Any] = {
    "authors": [KIM, HIDDEN, TELLER, NETWORK],
    "editors": [BERG, HIDDEN],
    "abstract": "Dunes move.\n\nReeds & grasses hold them.",
    "keywords": ["moving sand", "R&D"],
    "doi": "10.1234/dune_2015.1",
    "isbn": "978-3-16-148410-0",
    "series": {"title": "Sand Papers", "number": "12"},
    "edition": "2nd edition",
    "languages": ["en", "mn"],
    "licence": {"name": "CC BY 4.0", "link": "https://creativecommons.org/licenses/by/4.0/"},
}
