"""The calls that pages make: what mkdocs-macros offers them, and what checks them."""
