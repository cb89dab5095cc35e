"""Tests of the pictures shown with links."""
