"""Catalogue -> HTML for pages, by the fragments of overrides/fragments."""
