"""The name of a colour -> the colour in which Python draws: cards, QR codes, the embed, a workbook.

A browser's bar has two of them. Pages take theirs from site.css, which has these under the same names.
"""

PAPER, RAISED, INK, QUIET, LINE = "#fdfcf9", "#f5f2e9", "#14241f", "#4d5b55", "#dbd7ca"
GREEN, ON_GREEN, GREEN_WASH = "#0b5d52", "#ffffff", "#e2efe9"
SAND, SAND_INK, SAND_WASH = "#c58a2b", "#805208", "#f7ecd6"
SKY, SUN, FAR, RIDGE = "#eef1ea", "#f3d9a0", "#cfdad0", "#a9c0b1"
DUNE_FAR, DUNE, STEPPE, GRASS, SOIL = "#e7cf9f", "#d9b26c", "#6f9a7d", "#2f6f5c", "#123b33"
DEEP, WHEAT, MINT = "#0b4f47", "#e3b565", "#7fd0bd"

NIGHT_PAPER, NIGHT_INK = "#0f1815", "#e9ede8"
