"""What is said of a record -> a post for each channel, counted in that channel's own way."""
