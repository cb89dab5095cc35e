"""Tests of what one record says by itself."""
