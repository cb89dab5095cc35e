"""Markdown with slots -> HTML with slots, by one engine or another; nothing else is asked of an engine."""

from collections.abc import Callable, Mapping

Engine = Callable[[Mapping[str, str]], Mapping[str, str]]
"""Takes the Markdown of each page by its file below docs/, and returns its HTML by the same."""
