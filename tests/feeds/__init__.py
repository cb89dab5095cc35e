"""Tests of what feeds promise to those who follow them."""
