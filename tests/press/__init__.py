"""Tests of the prose: settings, words, links."""
