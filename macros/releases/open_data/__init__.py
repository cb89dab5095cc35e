"""The records as open data: their shapes, the sets that there are, and how records take those shapes."""
