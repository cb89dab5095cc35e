"""JSON-LD is checked against the vocabulary of schema.org, without a network."""
