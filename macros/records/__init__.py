"""What we know: frozen, typed records of one kind a file, without input or output."""
