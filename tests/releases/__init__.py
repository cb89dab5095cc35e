"""Tests of what was said, and of what of it still holds."""
