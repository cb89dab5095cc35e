"""The faces of a project: the command line, a file for each group of commands."""
