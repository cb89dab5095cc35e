"""All we know: records read once, checked as a whole, and linked both ways."""

from .catalogue import Catalogue, Citation
from .problems import Problem, ProblemsFound, suggestion

__all__ = ["Catalogue", "Citation", "Problem", "ProblemsFound", "suggestion"]
