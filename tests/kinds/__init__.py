"""Tests of what is true of every kind of record, each kind in one place."""
