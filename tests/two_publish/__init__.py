"""Two people publish: on branches that are merged, at the same time, and where something goes wrong."""
