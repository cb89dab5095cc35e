"""All we know: data/ read once, checked as a whole, and linked both ways."""

from .catalogue import Catalogue, Citation
from .loading import check_data, load_catalogue
from .problems import Problem, ProblemsFound, suggestion

__all__ = ["Catalogue", "Citation", "Problem", "ProblemsFound", "check_data", "load_catalogue", "suggestion"]
