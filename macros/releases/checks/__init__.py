"""What must hold between what was said and the records: a file a kind."""
