"""The records as open data: their files, and what each value in them means."""
