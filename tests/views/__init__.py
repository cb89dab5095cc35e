"""Tests of what views make of the sample records."""
