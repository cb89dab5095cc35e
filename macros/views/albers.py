"""Degrees on the globe -> metres in a plane that keeps areas true: Albers' conic projection.

Snyder, Map Projections: A Working Manual (1987), section 14, equations 14-1 to 14-6 and 3-12, on the
ellipsoid of WGS 84; the names of the functions are his.
"""

from math import atanh, cos, radians, sin, sqrt

PARALLELS, ORIGIN, MERIDIAN = (30.0, 60.0), 42.0, 105.0  # the standard parallels, and the plane's zero
_RADIUS, _FLATTENING = 6_378_137.0, 1 / 298.257223563
_E2 = _FLATTENING * (2 - _FLATTENING)
_E = sqrt(_E2)


def albers(lat: float, lon: float) -> tuple[float, float]:
    """Return the metres east and north of the plane's zero."""
    first, second = PARALLELS
    n = (_m(first) ** 2 - _m(second) ** 2) / (_q(second) - _q(first))
    c = _m(first) ** 2 + n * _q(first)
    rho, rho0 = (_RADIUS * sqrt(c - n * _q(at)) / n for at in (lat, ORIGIN))
    theta = n * radians(lon - MERIDIAN)
    return rho * sin(theta), rho0 - rho * cos(theta)


def _m(lat: float) -> float:
    return cos(radians(lat)) / sqrt(1 - _E2 * sin(radians(lat)) ** 2)


def _q(lat: float) -> float:
    sine = sin(radians(lat))
    return (1 - _E2) * (sine / (1 - _E2 * sine**2) + atanh(_E * sine) / _E)
