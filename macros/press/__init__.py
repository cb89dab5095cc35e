"""Pages that people write -> prose with slots for macro calls, checked before any engine sees it."""
