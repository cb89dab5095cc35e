"""Tests of flyers."""
