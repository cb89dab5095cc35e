"""Tests of the site as it is built from the real records."""
