"""What was said and what of it still holds: the ledger, announcements, feeds, posts, calendars."""
