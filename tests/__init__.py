"""What proves the project; the folders mirror those of macros/."""
