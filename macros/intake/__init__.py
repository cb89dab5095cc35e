"""Files that partners sent -> the tables of texts that records are made from."""
