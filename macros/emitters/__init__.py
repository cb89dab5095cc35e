"""Catalogue -> text or bytes in a standard format; callers write them."""
