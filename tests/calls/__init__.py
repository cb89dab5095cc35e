"""Tests of the calls that pages make."""
