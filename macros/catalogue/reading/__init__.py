"""data/ and docs/ -> raw records and pages, every mistake a line; nothing else reads them."""
