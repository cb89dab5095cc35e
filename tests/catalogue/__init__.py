"""Tests of reading all records, checking them and linking them."""
