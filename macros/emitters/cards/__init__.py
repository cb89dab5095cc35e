"""What a page is about -> the picture shown with a link to it."""
