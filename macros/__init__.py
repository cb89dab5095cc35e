"""The outreach site's own package; pages find their macros through define_env."""

from .environment import define_env

__all__ = ["define_env"]
