"""A page of the site -> its structured data, as typed things of schema.org."""
