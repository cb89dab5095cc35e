"""What must hold across records: a file a kind."""
