"""Tests of what stands in a standard format."""
