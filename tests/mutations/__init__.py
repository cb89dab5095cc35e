"""A project that is in order and one random slip -> how the check tells it: once, on its own line, or not."""
