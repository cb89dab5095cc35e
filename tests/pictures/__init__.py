"""Pictures: read by their headers, copied in sizes for screens, shown, and made ready."""
