"""Tests of reading what partners sent."""
